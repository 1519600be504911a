// SPDX-License-Identifier: EUPL-1.2

/// One entry of a list in the solvers: cost in the upper bits, the other party in the lower ones, so that comparing two
/// entries as numbers orders them by cost and then by the other party.
typealias CostEntry = UInt64

/// Lists of entries, one for each owner, sorted by rising cost.
final class CostLists {
    let scale: CostScale
    let start: Buffer<Int32>
    /// One past the last entry in use; lists may shrink in place when a round is split.
    let end: Buffer<Int32>
    let entries: Buffer<CostEntry>
    let shift: UInt64
    let mask: UInt64
    var owners: Int { end.count }

    @inline(__always)
    func cost(_ entry: CostEntry) -> Int { Int(truncatingIfNeeded: entry &>> shift) }

    @inline(__always)
    func party(_ entry: CostEntry) -> Int { Int(truncatingIfNeeded: entry & mask) }

    /// Lists made elsewhere, whose costs may mean something else (ranks, in `RankedLists`).
    init(scale: CostScale, start: Buffer<Int32>, end: Buffer<Int32>, entries: Buffer<CostEntry>) {
        self.scale = scale
        self.start = start
        self.end = end
        self.entries = entries
        shift = scale.partyBits
        mask = (1 << scale.partyBits) - 1
    }

    /// Each client's list of practitioners, best score first. Linear time for lists of usual length.
    ///
    /// - Parameter withEmpty: whether practitioners without a place are kept, as ranks need them.
    init(problem: RoundProblem, scale: CostScale, withEmpty: Bool = false) {
        self.scale = scale
        shift = scale.partyBits
        mask = (1 << scale.partyBits) - 1
        start = Buffer(uninitialized: problem.clientCount + 1)
        end = Buffer(uninitialized: problem.clientCount)
        entries = Buffer(uninitialized: problem.pairs.count)
        let entries = entries.base
        let sorter = CostSorter(scale)
        problem.pairs.withUnsafeBufferPointer { pairs in
            for client in 0..<problem.clientCount {
                let low = Int(problem.start[client])
                let high = Int(problem.start[client + 1])
                var write = low
                for index in low..<high {
                    let pair = pairs[index]
                    if !withEmpty, problem.capacities[Int(pair.practitioner)] == 0 { continue }
                    let cost = scale.cost(score: pair.score, client: client, practitioner: pair.practitioner)
                    entries[write] =
                        UInt64(truncatingIfNeeded: cost) << shift | UInt64(truncatingIfNeeded: pair.practitioner)
                    write += 1
                }
                start[client] = Int32(low)
                end[client] = Int32(truncatingIfNeeded: write)
                sorter.sort(entries + low, write - low)
            }
        }
        start[problem.clientCount] = Int32(problem.pairs.count)
    }

    /// The same pairs seen from the other side, for the owners and practitioners that `keep` names.
    init(turning other: CostLists, owners count: Int, keepingOwner: (Int) -> Bool) {
        scale = other.scale
        shift = other.shift
        mask = other.mask
        start = Buffer(count + 1, 0)
        end = Buffer(uninitialized: count)
        let start = start.base
        let source = other.entries.base
        for owner in 0..<other.owners where keepingOwner(owner) {
            for index in Int(other.start[owner])..<Int(other.end[owner]) { start[other.party(source[index]) + 1] += 1 }
        }
        for party in 0..<count {
            start[party + 1] += start[party]
            end[party] = start[party]
        }
        entries = Buffer(uninitialized: Int(start[count]))
        let entries = entries.base
        let end = end.base
        for owner in 0..<other.owners where keepingOwner(owner) {
            for index in Int(other.start[owner])..<Int(other.end[owner]) {
                let entry = source[index]
                let party = other.party(entry)
                entries[Int(end[party])] = entry & ~mask | UInt64(truncatingIfNeeded: owner)
                end[party] += 1
            }
        }
        let sorter = CostSorter(scale)
        for party in 0..<count { sorter.sort(entries + Int(start[party]), Int(end[party] - start[party])) }
    }

    /// Ends each list before the first entry that costs more.
    func cut(dearerThan dearest: Int) {
        for owner in 0..<owners {
            while end.base[owner] > start.base[owner], cost(entries.base[Int(end.base[owner]) - 1]) > dearest {
                end.base[owner] -= 1
            }
        }
    }

    /// Takes one entry out of a list, if it is there.
    func remove(_ other: Int, from owner: Int) {
        var write = Int(start[owner])
        for index in Int(start[owner])..<Int(end[owner]) where party(entries[index]) != other {
            entries[write] = entries[index]
            write += 1
        }
        end[owner] = Int32(truncatingIfNeeded: write)
    }

    /// Leaves only the entries that `keep` names, in their order, without moving any list.
    func shrink(owner: Int, keepingParty keep: (Int) -> Bool) {
        var write = Int(start[owner])
        for index in Int(start[owner])..<Int(end[owner]) where keep(party(entries.base[index])) {
            entries.base[write] = entries.base[index]
            write += 1
        }
        end[owner] = Int32(write)
    }
}
