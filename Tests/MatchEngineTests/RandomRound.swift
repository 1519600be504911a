// SPDX-License-Identifier: EUPL-1.2
import MatchEngine

/// Numbers that come again: SplitMix64, so that a failing problem is named by its seed.
struct Dice {
    private var state: UInt64

    init(_ seed: Int) { state = UInt64(truncatingIfNeeded: seed) &* 0x9e37_79b9_7f4a_7c15 &+ 1 }

    mutating func roll() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var value = state
        value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
        value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
        return value ^ (value >> 31)
    }

    mutating func roll(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(roll() % UInt64(range.count))
    }

    mutating func isHit(_ percent: Int) -> Bool { roll(1...100) <= percent }
}

/// Random rounds with every edge case: no clients, nobody to match with, empty lists, capacity 0, ties, negative
/// scores.
enum RandomRound {
    /// Kinds of scores, from all alike to the whole allowed range.
    static let scoreRanges: [ClosedRange<Int>] = [
        0...0, 1...3, 1...10, -5...5, 1...100, -1_000_000 ... -999_990, 0...1_000_000, -1_000_000...1_000_000,
    ]

    static func make(seed: Int, clients: ClosedRange<Int>, practitioners: ClosedRange<Int>) throws -> RoundProblem {
        var dice = Dice(seed)
        let clientCount = dice.roll(clients)
        let practitionerCount = dice.roll(practitioners)
        let range = scoreRanges[dice.roll(0...(scoreRanges.count - 1))]
        let density = [15, 40, 70, 100][dice.roll(0...3)]
        let largest = [1, 2, 3, 4][dice.roll(0...3)]
        let step = dice.isHit(20) ? 250_000 : 1
        let capacities = (0..<practitionerCount).map { _ in Int32(dice.roll(dice.isHit(20) ? 0...0 : 0...largest)) }
        var start: [Int32] = [0]
        var pairs: [RoundPair] = []
        var back: [Int32] = []
        for _ in 0..<clientCount {
            let isEmpty = dice.isHit(10)
            for practitioner in 0..<practitionerCount where !isEmpty && dice.isHit(density) {
                let score = dice.roll(range) / step * step
                pairs.append(RoundPair(practitioner: Int32(practitioner), score: Int32(score)))
                back.append(Int32(dice.roll(range)))
            }
            start.append(Int32(pairs.count))
        }
        return try RoundProblem(capacities: capacities, start: start, pairs: pairs, practitionerScores: back)
    }
}

extension RoundProblem {
    /// Client, practitioner and score of each pair.
    var triples: [(client: Int, practitioner: Int, score: Int)] {
        (0..<clientCount).flatMap { client in
            (Int(start[client])..<Int(start[client + 1])).map {
                (client, Int(pairs[$0].practitioner), Int(pairs[$0].score))
            }
        }
    }

    func score(_ client: Int, _ practitioner: Int) -> Int? {
        index(client: client, practitioner: practitioner).map { Int(pairs[$0].score) }
    }

    /// Why a list of practitioners is no matching at all, or nil.
    func fault(in practitionerOf: [Int32]) -> String? {
        if practitionerOf.count != clientCount { return "wrong number of clients" }
        var taken = [Int32](repeating: 0, count: practitionerCount)
        for (client, practitioner) in practitionerOf.enumerated() where practitioner >= 0 {
            if score(client, Int(practitioner)) == nil { return "client \(client) has a stranger" }
            taken[Int(practitioner)] += 1
        }
        for practitioner in 0..<practitionerCount where taken[practitioner] > capacities[practitioner] {
            return "practitioner \(practitioner) is over capacity"
        }
        return nil
    }
}
