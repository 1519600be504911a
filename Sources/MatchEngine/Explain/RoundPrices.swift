// SPDX-License-Identifier: EUPL-1.2

/// What it costs everybody to have one thing instead of another: a goal instead of `best`, a pair instead of the
/// round's.
package struct RoundPrice: Sendable, Equatable {
    /// Clients who lose their place.
    package var places: Int
    /// Points that the round loses in total; negative where fewer but better pairs gain some.
    package var score: Int

    package init(places: Int, score: Int) {
        self.places = places
        self.score = score
    }

    /// The price of `other` against `best`.
    package init(of other: RoundResult, against best: RoundResult) {
        places = best.matched - other.matched
        score = best.score - other.score
    }
}

/// What the duals of a `best` round say about a pair without solving anything again.
package enum PairPrice: Sendable, Equatable {
    /// The pair is in the round.
    case isMatched
    /// Insisting on the pair costs at least so many points; 0 is a tie, or nearly one.
    case atLeast(score: Int)
    /// Insisting on the pair takes somebody's place away: nobody in the client's part of the round can fill in.
    case costsAPlace
}

extension BestCertificate {
    /// A lower bound on the price of insisting on a pair, from its reduced cost (`RoundDraft` has the exact price). Nil
    /// where the pair is not acceptable.
    package func price(
        client: Int, practitioner: Int, in problem: RoundProblem, practitionerOf: [Int32]
    ) -> PairPrice? {
        guard let index = problem.index(client: client, practitioner: practitioner),
            problem.capacities[practitioner] > 0
        else { return nil }
        if practitionerOf[client] == Int32(practitioner) { return .isMatched }
        let score = problem.pairs[index].score
        guard let reduced = reducedCost(client: client, practitioner: practitioner, score: score) else {
            return .costsAPlace
        }
        return .atLeast(score: scale.scoreLoss(reduced, pairs: scale.pairsAtMost))
    }
}

/// Where a pair stands in the client's own list: its rank, and what it falls short of the first choice.
package struct PairStanding: Sendable, Equatable {
    package var score: Int
    package var rank: Int
    package var belowFirst: Int
    /// How many practitioners the client would accept.
    package var listLength: Int

    package init?(client: Int, practitioner: Int, in problem: RoundProblem) {
        guard let index = problem.index(client: client, practitioner: practitioner) else { return nil }
        let list = Int(problem.start[client])..<Int(problem.start[client + 1])
        let best = list.reduce(Int(Int32.min)) { max($0, Int(problem.pairs[$1].score)) }
        score = Int(problem.pairs[index].score)
        rank = problem.rank(client: client, score: problem.pairs[index].score)
        belowFirst = best - score
        listLength = list.count
    }
}
