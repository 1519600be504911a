// SPDX-License-Identifier: EUPL-1.2

/// As many clients as possible with a first choice, then with a second, and so on: `RankStages`, each stage completed.
struct RankRound {
    let problem: RoundProblem
    let control: RoundControl

    struct Solution {
        var practitionerOf: [Int32]
        var certificate: RankCertificate
    }

    /// - Throws: `RoundError.cancelled`.
    func solve(_ ranked: RankedLists) throws(RoundError) -> Solution {
        let stages = RankStages(ranked, capacities: problem.capacities)
        for rank in stride(from: 1, through: ranked.lastRank, by: 1) {
            try control.checkpoint(.ranking, rank, of: ranked.lastRank)
            if !stages.admit(rank: rank) { continue }
            _ = try stages.matching.complete(control)
            stages.decompose()
        }
        let practitionerOf = (0..<problem.clientCount).map { client in
            Int32(truncatingIfNeeded: stages.matching.practitioner(of: client) ?? -1)
        }
        return Solution(practitionerOf: practitionerOf, certificate: RankCertificate(seed: ranked.lists.scale.seed))
    }
}

/// What proves a rank-maximal round: at every stage, the part of the matching up to that rank uses only pairs that the
/// stage allows, and no exchange could place one client more. Checked by going through the stages with the finished
/// matching, which never grows on the way.
package struct RankCertificate: Sendable {
    let seed: UInt64

    /// How many conditions the matching breaks; 0 is the proof.
    package func violations(in problem: RoundProblem, practitionerOf: [Int32]) -> Int {
        guard practitionerOf.count == problem.clientCount else { return 1 }
        var broken = 0
        var rankOf = [Int](repeating: 0, count: problem.clientCount)
        var byRank: [Int: [Int]] = [:]
        for client in 0..<problem.clientCount where practitionerOf[client] >= 0 {
            guard let index = problem.index(client: client, practitioner: Int(practitionerOf[client])) else {
                return 1
            }
            rankOf[client] = problem.rank(client: client, score: problem.pairs[index].score)
            byRank[rankOf[client], default: []].append(client)
        }
        let ranked = RankedLists(problem: problem, seed: seed)
        let stages = RankStages(ranked, capacities: problem.capacities)
        for rank in stride(from: 1, through: ranked.lastRank, by: 1) {
            let admitted = stages.admit(rank: rank)
            for client in byRank[rank] ?? [] {
                let practitioner = Int(practitionerOf[client])
                if !stages.allows(client, practitioner) { broken += 1 }
                if stages.matching.filled[practitioner] >= stages.matching.room[practitioner] { return broken + 1 }
                stages.matching.place(client, with: practitioner)
            }
            if !admitted { continue }
            if stages.matching.canGrow() { return broken + 1 }
            stages.decompose()
        }
        return broken
    }
}
