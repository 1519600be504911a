// SPDX-License-Identifier: EUPL-1.2

/// A `best` round on a lead's desk: pairs are pinned or forbidden one by one, and each edit is solved again from
/// where the round stands, by one or two small searches, with its exact price.
///
/// Every state carries a checked certificate for the round with the edits in force. Where an edit moves the line
/// between scarce and open, the round is solved afresh; the result is the same, only slower.
package final class RoundDraft {
    package let original: RoundProblem
    package let seed: UInt64
    /// The round that is left to solve: without pinned clients, their places, and forbidden pairs.
    package private(set) var remaining: RoundProblem
    package private(set) var pinned: [Int: Int] = [:]
    /// For each client the practitioner, pins included, or -1.
    package private(set) var practitionerOf: [Int32] = []
    /// Proves the part of the round that is not pinned.
    package private(set) var certificate: BestCertificate
    package private(set) var matched = 0
    package private(set) var score = 0
    /// Edits that were solved from where the round stood.
    package private(set) var warmEdits = 0
    private var forbidden: Set<Pair> = []
    private var desk: DraftDesk

    struct Pair: Hashable {
        var client: Int
        var practitioner: Int
    }

    /// - Throws: `RoundError.cancelled`, `.certificateFailed`.
    package init(_ problem: RoundProblem, seed: UInt64 = 0, control: RoundControl = RoundControl()) throws(RoundError) {
        original = problem
        remaining = problem
        self.seed = seed
        desk = try DraftDesk(problem, seed: seed, control: control)
        certificate = desk.solution(problem).certificate
        try adopt(desk.solution(problem))
    }

    /// Gives a client this practitioner, whatever it costs the others.
    ///
    /// - Returns: what the round loses by it.
    /// - Throws: `RoundError.impossiblePin` when the pair is not acceptable, forbidden, or no place is left to pin;
    ///   `.cancelled`; then the draft is unchanged.
    @discardableResult
    package func pin(
        client: Int, practitioner: Int, control: RoundControl = RoundControl()
    ) throws(RoundError) -> RoundPrice {
        guard remaining.index(client: client, practitioner: practitioner) != nil, pinned[client] == nil,
            remaining.capacities[practitioner] > 0
        else { throw .impossiblePin(client: client, practitioner: practitioner) }
        try control.checkpoint(.placing)
        pinned[client] = practitioner
        return try change(control) { desk in desk.pin(client, practitioner) }
    }

    /// Keeps two people apart.
    ///
    /// - Returns: what the round loses by it.
    /// - Throws: `RoundError.impossiblePin` when the pair is pinned; `.cancelled`; then the draft is unchanged.
    @discardableResult
    package func forbid(
        client: Int, practitioner: Int, control: RoundControl = RoundControl()
    ) throws(RoundError) -> RoundPrice {
        if pinned[client] == practitioner { throw .impossiblePin(client: client, practitioner: practitioner) }
        try control.checkpoint(.placing)
        forbidden.insert(Pair(client: client, practitioner: practitioner))
        return try change(control) { desk in desk.forbid(client, practitioner) }
    }

    /// Takes back a pin or a prohibition; solved afresh.
    ///
    /// - Throws: `RoundError.cancelled`.
    package func release(client: Int, practitioner: Int, control: RoundControl = RoundControl()) throws(RoundError) {
        try control.checkpoint(.placing)
        if pinned[client] == practitioner { pinned[client] = nil }
        forbidden.remove(Pair(client: client, practitioner: practitioner))
        remaining = try reduced()
        try solveAfresh(control)
    }

    private func change(_ control: RoundControl, _ edit: (DraftDesk) -> Bool) throws(RoundError) -> RoundPrice {
        let before = (matched, score)
        remaining = try reduced()
        if edit(desk) {
            let solution = desk.solution(remaining)
            if solution.certificate.violations(in: remaining, practitionerOf: solution.practitionerOf) == 0 {
                warmEdits += 1
                try adopt(solution)
                return RoundPrice(places: before.0 - matched, score: before.1 - score)
            }
        }
        try solveAfresh(control)
        return RoundPrice(places: before.0 - matched, score: before.1 - score)
    }

    private func solveAfresh(_ control: RoundControl) throws(RoundError) {
        desk = try DraftDesk(remaining, seed: seed, control: control)
        try adopt(desk.solution(remaining))
    }

    private func adopt(_ solution: BestSolution) throws(RoundError) {
        guard solution.certificate.violations(in: remaining, practitionerOf: solution.practitionerOf) == 0 else {
            throw .certificateFailed
        }
        certificate = solution.certificate
        practitionerOf = solution.practitionerOf
        for (client, practitioner) in pinned { practitionerOf[client] = Int32(truncatingIfNeeded: practitioner) }
        matched = 0
        score = 0
        for (client, practitioner) in practitionerOf.enumerated() where practitioner >= 0 {
            guard let index = original.index(client: client, practitioner: Int(practitioner)) else { continue }
            matched += 1
            score += Int(original.pairs[index].score)
        }
    }

    private func reduced() throws(RoundError) -> RoundProblem {
        var capacities = original.capacities
        for practitioner in pinned.values { capacities[practitioner] -= 1 }
        var start: [Int32] = [0]
        var pairs: [RoundPair] = []
        start.reserveCapacity(original.clientCount + 1)
        pairs.reserveCapacity(original.pairs.count)
        let touched = Set(forbidden.map(\.client))
        for client in 0..<original.clientCount {
            if pinned[client] == nil {
                let list = original.pairs[Int(original.start[client])..<Int(original.start[client + 1])]
                if touched.contains(client) {
                    pairs += list.filter {
                        !forbidden.contains(Pair(client: client, practitioner: Int($0.practitioner)))
                    }
                } else {
                    pairs += list
                }
            }
            start.append(Int32(truncatingIfNeeded: pairs.count))
        }
        return try RoundProblem(capacities: capacities, start: start, pairs: pairs)
    }
}
