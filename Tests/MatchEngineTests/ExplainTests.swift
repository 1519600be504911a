// SPDX-License-Identifier: EUPL-1.2
import MatchEngine
import Testing

@Suite("Explanations")
struct ExplainTests {
    /// The same round with one more pair, or with one more place.
    private func changed(
        _ problem: RoundProblem, adding pair: (Int, Int)? = nil, placeWith practitioner: Int? = nil
    ) throws -> RoundProblem {
        var capacities = problem.capacities
        if let practitioner { capacities[practitioner] += 1 }
        var start: [Int32] = [0]
        var pairs: [RoundPair] = []
        for client in 0..<problem.clientCount {
            var list = Array(problem.pairs[Int(problem.start[client])..<Int(problem.start[client + 1])])
            if let pair, pair.0 == client { list.append(RoundPair(practitioner: Int32(pair.1), score: 0)) }
            pairs += list.sorted { $0.practitioner < $1.practitioner }
            start.append(Int32(pairs.count))
        }
        return try RoundProblem(capacities: capacities, start: start, pairs: pairs)
    }

    private func size(_ problem: RoundProblem) -> Int { SlowFlow(problem).matched }

    @Test("A bottleneck is a proof of shortage, and a place more inside it is a client more", arguments: 0..<10)
    func bottleneck(batch: Int) throws {
        for seed in batch * 30..<batch * 30 + 30 {
            let problem = try RandomRound.make(seed: 500_000 + seed, clients: 2...8, practitioners: 1...5)
            let result = try PreparedRound(problem, goal: .best).solve()
            for client in 0..<problem.clientCount {
                let found = Bottleneck(client: client, in: problem, practitionerOf: result.practitionerOf)
                #expect((found == nil) == (result.practitionerOf[client] >= 0))
                guard let found else { continue }
                #expect(found.clients.contains(client) && found.clients.count > found.places)
                for (one, practitioner, _) in problem.triples where found.clients.contains(one) {
                    #expect(found.practitioners.contains(practitioner) || problem.capacities[practitioner] == 0)
                }
                for practitioner in found.practitioners {
                    #expect(size(try changed(problem, placeWith: practitioner)) == result.matched + 1)
                }
                try helpful(found, problem, result)
            }
        }
    }

    private func helpful(_ found: Bottleneck, _ problem: RoundProblem, _ result: RoundResult) throws {
        var excluded: [ExcludedPair] = []
        for client in found.clients {
            for practitioner in 0..<problem.practitionerCount where problem.score(client, practitioner) == nil {
                excluded.append(ExcludedPair(client: client, practitioner: practitioner, rule: 1))
            }
        }
        let helpful = found.helpful(among: excluded, in: problem, practitionerOf: result.practitionerOf)
        for pair in excluded {
            let grown = size(try changed(problem, adding: (pair.client, pair.practitioner)))
            #expect((grown > result.matched) == helpful.contains(pair))
        }
    }

    @Test("The price of a pair read off the duals never exceeds what insisting on it costs", arguments: 0..<10)
    func prices(batch: Int) throws {
        for seed in batch * 20..<batch * 20 + 20 {
            let problem = try RandomRound.make(seed: 510_000 + seed, clients: 2...9, practitioners: 1...5)
            let result = try PreparedRound(problem, goal: .best).solve()
            guard case .best(let proof) = result.certificate else { continue }
            for (client, practitioner, _) in problem.triples where problem.capacities[practitioner] > 0 {
                let exact = try RoundDraft(problem).pin(client: client, practitioner: practitioner)
                let price = proof.price(
                    client: client, practitioner: practitioner, in: problem, practitionerOf: result.practitionerOf
                )
                switch price {
                case .isMatched: #expect(exact == RoundPrice(places: 0, score: 0))
                case .atLeast(let loss): #expect(exact.places > 0 || exact.score >= loss)
                case .costsAPlace: #expect(exact.places > 0)
                case nil: Issue.record("an acceptable pair has a price")
                }
            }
        }
    }

    @Test("A goal's price against the best is what it matches and scores less")
    func goalPrice() throws {
        for seed in 0..<80 {
            let problem = try RandomRound.make(seed: 520_000 + seed, clients: 3...12, practitioners: 2...6)
            let best = try PreparedRound(problem, goal: .best).solve()
            for goal in RoundGoal.allCases {
                let other = try PreparedRound(problem, goal: goal).solve()
                let price = RoundPrice(of: other, against: best)
                #expect(price.places >= 0)
                #expect(price.places > 0 || price.score >= 0)
                #expect(other.matched + price.places == best.matched && other.score + price.score == best.score)
            }
        }
    }

    @Test("A pair's standing names its rank and what is missing to the first choice")
    func standing() throws {
        let pairs = [7, 9, 7, 2].enumerated().map {
            RoundPair(practitioner: Int32($0.offset), score: Int32($0.element))
        }
        let problem = try RoundProblem(capacities: [1, 1, 1, 1], start: [0, 4], pairs: pairs)
        let standing = PairStanding(client: 0, practitioner: 2, in: problem)
        #expect(standing?.rank == 2 && standing?.belowFirst == 2 && standing?.listLength == 4)
        #expect(PairStanding(client: 0, practitioner: 3, in: problem)?.rank == 3)
        #expect(PairStanding(client: 0, practitioner: 9, in: problem) == nil)
    }
}
