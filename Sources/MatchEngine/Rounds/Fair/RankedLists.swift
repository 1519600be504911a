// SPDX-License-Identifier: EUPL-1.2

/// Each client's list in order of rank: the dense rank of the score in the list, from 1, so that equal scores share
/// one. Practitioners without a place count for ranks but are left out of the lists.
struct RankedLists {
    /// Entries carry the rank as their cost; `end` is the true end of each list.
    let lists: CostLists
    let lastRank: Int

    /// - Parameter seed: the order among pairs of one rank, hence which of several equally good rounds is found.
    init(problem: RoundProblem, seed: UInt64) {
        let scale = CostScale(problem: problem, seed: seed)
        let sorted = CostLists(problem: problem, scale: scale, withEmpty: true)
        var lastRank = 0
        for client in 0..<problem.clientCount {
            var rank = 0
            var previous = -1
            var write = Int(sorted.start[client])
            for index in Int(sorted.start[client])..<Int(sorted.end[client]) {
                let entry = sorted.entries.base[index]
                let level = sorted.cost(entry) / scale.weight
                if level != previous { rank += 1 }
                previous = level
                if problem.capacities[sorted.party(entry)] == 0 { continue }
                sorted.entries.base[write] = UInt64(truncatingIfNeeded: rank) << sorted.shift | entry & sorted.mask
                write += 1
            }
            lastRank = max(lastRank, rank)
            sorted.end[client] = Int32(truncatingIfNeeded: write)
        }
        lists = sorted
        self.lastRank = lastRank
    }
}
