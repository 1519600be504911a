// SPDX-License-Identifier: EUPL-1.2

package import MatchEngine

/// What a set of pairs is worth by one yardstick, whatever goal it was made for.
package struct RoundMeasure: Sendable, Equatable {
    package let matched: Int
    package let score: Int
    /// The least that a pair is worth; `nil` without pairs.
    package let worst: Int?
    /// Clients with their first choice, second, …; equal points share a rank.
    package let ranks: [Int]

    package init(matched: Int, score: Int, worst: Int?, ranks: [Int]) {
        self.matched = matched
        self.score = score
        self.worst = worst
        self.ranks = ranks
    }

    package init(_ practitionerOf: [Int32], in input: RoundInput) {
        var (matched, score) = (0, 0)
        var worst: Int?
        var ranks: [Int] = []
        for (client, practitioner) in practitionerOf.enumerated() where practitioner >= 0 {
            guard let index = input.index(client: client, practitioner: Int(practitioner)) else { continue }
            let points = Int(input.joint(input.pairs[index]))
            matched += 1
            score += points
            worst = min(worst ?? points, points)
            let rank = input.rank(client: client, index: index)
            while ranks.count < rank { ranks.append(0) }
            ranks[rank - 1] += 1
        }
        self.init(matched: matched, score: score, worst: worst, ranks: ranks)
    }

    /// What is lost by going from this to another.
    package func price(of other: RoundMeasure) -> RoundPrice {
        RoundPrice(places: matched - other.matched, score: score - other.score)
    }
}

extension RoundInput {
    /// The dense rank of a pair in its client's own list, from 1.
    func rank(client: Int, index: Int) -> Int {
        let own = pairs[index].client
        var better: Set<Int32> = []
        for pair in pairs[Int(start[client])..<Int(start[client + 1])] where pair.client > own {
            better.insert(pair.client)
        }
        return better.count + 1
    }
}
