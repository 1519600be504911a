// SPDX-License-Identifier: EUPL-1.2

import Crypto
package import Kernel
package import MatchEngine

/// What a round is solved from, frozen: people by id, places, and both sides' points for each pair that may be. The same bytes,
/// seed and goal give the same pairs on every machine.
package struct RoundInput: Sendable, Equatable {
    package let seed: UInt64
    package let wishes: WishSides
    package let clients: [PersonID]
    package let practitioners: [PersonID]
    package let capacities: [Int32]
    /// `pairs[start[c] ..< start[c + 1]]` belong to client `c`, in rising order of practitioner.
    package let start: [Int32]
    package let pairs: [Pair]

    package struct Pair: Sendable, Equatable {
        package let practitioner: Int32
        package let client: Int32
        package let practitionerScore: Int32

        package init(practitioner: Int32, client: Int32, practitionerScore: Int32) {
            self.practitioner = practitioner
            self.client = client
            self.practitionerScore = practitionerScore
        }
    }

    package init(
        seed: UInt64, wishes: WishSides, clients: [PersonID], practitioners: [PersonID], capacities: [Int32],
        start: [Int32], pairs: [Pair]
    ) {
        self.seed = seed
        self.wishes = wishes
        self.clients = clients
        self.practitioners = practitioners
        self.capacities = capacities
        self.start = start
        self.pairs = pairs
    }

    package var places: Int { capacities.reduce(0) { $0 + Int($1) } }

    /// What a pair counts for the round as a whole.
    @inline(__always)
    func joint(_ pair: Pair) -> Int32 {
        switch wishes {
        case .clients: pair.client
        case .practitioners: pair.practitionerScore
        case .both: pair.client + pair.practitionerScore
        }
    }

    func index(client: Int, practitioner: Int) -> Int? {
        guard clients.indices.contains(client) else { return nil }
        var low = Int(start[client])
        var high = Int(start[client + 1])
        while low < high {
            let middle = (low + high) / 2
            if pairs[middle].practitioner < practitioner { low = middle + 1 } else { high = middle }
        }
        return low < Int(start[client + 1]) && pairs[low].practitioner == practitioner ? low : nil
    }

    /// The problem as a goal wants it: the whole's points for those that weigh everybody, each side's own for the stable ones
    /// and for ranks.
    ///
    /// - Parameters:
    ///   - pins: clients whose practitioner is settled; they and their places are left out.
    ///   - forbidden: pairs that are left out.
    /// - Throws: `RoundError.impossiblePin` where more are pinned than a practitioner has places.
    package func problem(
        for goal: RoundGoal, pins: [Int: Int] = [:], forbidden: [Int: Set<Int>] = [:]
    ) throws(RoundError) -> RoundProblem {
        var left = capacities
        for (client, practitioner) in pins {
            left[practitioner] -= 1
            if left[practitioner] < 0 { throw .impossiblePin(client: client, practitioner: practitioner) }
        }
        let isJoint = goal == .best || goal == .maxMin
        var starts: [Int32] = [0]
        var found: [RoundPair] = []
        var back: [Int32] = []
        starts.reserveCapacity(start.count)
        found.reserveCapacity(pairs.count)
        if goal.needsPractitionerScores { back.reserveCapacity(pairs.count) }
        for client in clients.indices {
            if pins[client] == nil {
                let without = forbidden[client]
                for pair in pairs[Int(start[client])..<Int(start[client + 1])] {
                    if let without, without.contains(Int(pair.practitioner)) { continue }
                    found.append(
                        RoundPair(practitioner: pair.practitioner, score: isJoint ? joint(pair) : pair.client))
                    if goal.needsPractitionerScores { back.append(pair.practitionerScore) }
                }
            }
            starts.append(Int32(truncatingIfNeeded: found.count))
        }
        return try RoundProblem(capacities: left, start: starts, pairs: found, practitionerScores: back)
    }

    /// SHA-256 of the bytes, in hexadecimal digits.
    package static func hash(_ bytes: [UInt8]) -> String {
        SHA256.hash(data: bytes).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
