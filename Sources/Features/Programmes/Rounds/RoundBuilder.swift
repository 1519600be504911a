// SPDX-License-Identifier: EUPL-1.2

import Kernel
import MatchEngine

/// Weighs every pair of a programme and freezes the round.
struct RoundBuilder {
    /// More pairs than this are more than a page needs; each client then keeps their best.
    static let mostPairs = 4_000_000
    static let leastEach = 60

    let people: ProgrammePeople
    let seed: UInt64
    let wishes: WishSides

    /// - Parameters:
    ///   - isCancelled: asked between clients.
    ///   - told: how many clients are done.
    /// - Throws: `RoundError.cancelled`.
    func input(isCancelled: () -> Bool, told: (Int, Int) -> Void) throws(RoundError) -> RoundInput {
        let clients = people.applicants.filter { !$0.isPlaced }.sorted { $0.person.text < $1.person.text }
        let practitioners = people.offerings.filter { $0.places > 0 }.sorted { $0.person.text < $1.person.text }
        let most = max(Self.leastEach, Self.mostPairs / max(clients.count, 1))
        var start: [Int32] = [0]
        var pairs: [RoundInput.Pair] = []
        for (number, client) in clients.enumerated() {
            if number % 64 == 0 {
                if isCancelled() { throw .cancelled }
                told(number, clients.count)
            }
            pairs += list(of: client, practitioners, most)
            start.append(Int32(truncatingIfNeeded: pairs.count))
        }
        return RoundInput(
            seed: seed, wishes: wishes, clients: clients.map(\.person), practitioners: practitioners.map(\.person),
            capacities: practitioners.map { Int32($0.places) }, start: start, pairs: pairs)
    }

    private func list(of client: Applicant, _ practitioners: [Offering], _ most: Int) -> [RoundInput.Pair] {
        var found: [RoundInput.Pair] = []
        for (index, practitioner) in practitioners.enumerated() {
            guard let score = people.score(client, practitioner) else { continue }
            found.append(
                RoundInput.Pair(
                    practitioner: Int32(truncatingIfNeeded: index), client: score.client,
                    practitionerScore: score.practitioner))
        }
        if found.count <= most { return found }
        let best = found.sorted { left, right in
            left.client != right.client ? left.client > right.client : left.practitioner < right.practitioner
        }
        return best.prefix(most).sorted { $0.practitioner < $1.practitioner }
    }
}
