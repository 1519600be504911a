// SPDX-License-Identifier: EUPL-1.2
import MatchEngine

/// Pairs on their way from the lines of a file to the lists of a round. Files in order of client and practitioner, as
/// they usually are, go straight into the lists; others are sorted at the end.
struct PairTable {
    private let capacities: [Int32]
    private let keepsPractitionerScores: Bool
    private var start: [Int32] = []
    private var pairs: [RoundPair] = []
    private var practitionerScores: [Int32] = []
    /// The client of each pair, kept only once the file has turned out not to be in order.
    private var clients: [Int32] = []
    private var isInOrder = true

    init(capacities: [Int32], keepsPractitionerScores: Bool) {
        self.capacities = capacities
        self.keepsPractitionerScores = keepsPractitionerScores
    }

    /// - Returns: false where the pair repeats the one in the line before.
    @inline(__always)
    mutating func add(client: Int, practitioner: Int, score: Int, practitionerScore: Int) -> Bool {
        let pair = RoundPair(
            practitioner: Int32(truncatingIfNeeded: practitioner), score: Int32(truncatingIfNeeded: score)
        )
        if isInOrder {
            if client == start.count &- 1, let before = pairs.last {
                if before.practitioner == pair.practitioner { return false }
                if before.practitioner > pair.practitioner { forgetOrder() }
            } else if client < start.count &- 1 {
                forgetOrder()
            } else {
                while start.count <= client { start.append(Int32(truncatingIfNeeded: pairs.count)) }
            }
        }
        if !isInOrder { clients.append(Int32(truncatingIfNeeded: client)) }
        pairs.append(pair)
        if keepsPractitionerScores { practitionerScores.append(Int32(truncatingIfNeeded: practitionerScore)) }
        return true
    }

    /// Brings the pairs into order.
    ///
    /// - Returns: the lines of the first pair that stands twice.
    mutating func sortIfNeeded() -> (first: Int, line: Int)? {
        if isInOrder {
            start.append(Int32(truncatingIfNeeded: pairs.count))
            return nil
        }
        let order = clients.indices.sorted { one, other in
            if clients[one] != clients[other] { return clients[one] < clients[other] }
            if pairs[one].practitioner != pairs[other].practitioner {
                return pairs[one].practitioner < pairs[other].practitioner
            }
            return one < other
        }
        var twin: (first: Int, line: Int)?
        for (one, other) in zip(order, order.dropFirst())
        where clients[one] == clients[other] && pairs[one].practitioner == pairs[other].practitioner {
            if other + 1 < twin?.line ?? .max { twin = (one + 1, other + 1) }
        }
        if twin != nil { return twin }
        start = []
        for (place, index) in order.enumerated() {
            while start.count <= Int(clients[index]) { start.append(Int32(truncatingIfNeeded: place)) }
        }
        start.append(Int32(truncatingIfNeeded: pairs.count))
        pairs = order.map { pairs[$0] }
        if keepsPractitionerScores { practitionerScores = order.map { practitionerScores[$0] } }
        clients = []
        return nil
    }

    /// The round; capacities that the file did not name become 0, since no pair names them either.
    consuming func problem() throws(RoundError) -> RoundProblem {
        try RoundProblem(
            capacities: capacities.map { max($0, 0) }, start: start, pairs: pairs,
            practitionerScores: practitionerScores
        )
    }

    private mutating func forgetOrder() {
        isInOrder = false
        clients.reserveCapacity(pairs.count)
        for client in 0..<start.count {
            let end = client + 1 < start.count ? Int(start[client + 1]) : pairs.count
            for _ in Int(start[client])..<end { clients.append(Int32(truncatingIfNeeded: client)) }
        }
    }
}
