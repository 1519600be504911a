// SPDX-License-Identifier: EUPL-1.2

/// One acceptable pair as the client sees it: which practitioner, and how well the two fit (higher is better).
package struct RoundPair: Sendable, Equatable {
    package var practitioner: Int32
    package var score: Int32

    package init(practitioner: Int32, score: Int32) {
        self.practitioner = practitioner
        self.score = score
    }
}

/// A whole round: clients, practitioners with places, and every acceptable pair.
///
/// Guaranteed by its only initialiser: each client's pairs are sorted by practitioner, no pair appears twice, each
/// practitioner is known, capacities lie in 0…1,000 and scores of both sides in −1,000,000…1,000,000. Clients may
/// have no pair at all. Everything that a solver reads is here; a solver never needs a store.
package struct RoundProblem: Sendable {
    package static let capacityRange: ClosedRange<Int32> = 0...1_000
    package static let scoreRange: ClosedRange<Int32> = -1_000_000...1_000_000

    package let clientCount: Int
    package let capacities: [Int32]
    /// `pairs[start[c] ..< start[c + 1]]` belong to client `c`.
    package let start: [Int32]
    package let pairs: [RoundPair]
    /// The practitioner's score of the client, for each of `pairs`; empty when no goal that needs it will be asked for.
    package let practitionerScores: [Int32]

    package var practitionerCount: Int { capacities.count }

    /// - Throws: `RoundError.invalid` with the position in `pairs` of the first entry that breaks a guarantee.
    package init(
        capacities: [Int32], start: [Int32], pairs: [RoundPair], practitionerScores: [Int32] = []
    ) throws(RoundError) {
        guard let first = start.first, first == 0, start.last == Int32(exactly: pairs.count) else { throw .malformed }
        guard practitionerScores.isEmpty || practitionerScores.count == pairs.count else { throw .malformed }
        for (index, capacity) in capacities.enumerated() where !Self.capacityRange.contains(capacity) {
            throw .capacityOutOfRange(practitioner: index)
        }
        for score in practitionerScores where !Self.scoreRange.contains(score) { throw .malformed }
        for client in 1..<start.count {
            guard start[client - 1] <= start[client] else { throw .malformed }
            var previous: Int32 = -1
            for index in Int(start[client - 1])..<Int(start[client]) {
                let pair = pairs[index]
                if pair.practitioner < 0 || Int(pair.practitioner) >= capacities.count {
                    throw .invalid(.unknownPractitioner, pair: index)
                }
                if pair.practitioner == previous { throw .invalid(.duplicate, pair: index) }
                if pair.practitioner < previous { throw .malformed }
                if !Self.scoreRange.contains(pair.score) { throw .invalid(.scoreOutOfRange, pair: index) }
                previous = pair.practitioner
            }
        }
        self.clientCount = start.count - 1
        self.capacities = capacities
        self.start = start
        self.pairs = pairs
        self.practitionerScores = practitionerScores
    }

    /// The position of a pair in `pairs`, or nil when the two may not be matched.
    package func index(client: Int, practitioner: Int) -> Int? {
        guard client >= 0, client < clientCount, let wanted = Int32(exactly: practitioner) else { return nil }
        var low = Int(start[client])
        var high = Int(start[client + 1])
        while low < high {
            let middle = (low + high) / 2
            if pairs[middle].practitioner < wanted { low = middle + 1 } else { high = middle }
        }
        return low < Int(start[client + 1]) && pairs[low].practitioner == wanted ? low : nil
    }
}
