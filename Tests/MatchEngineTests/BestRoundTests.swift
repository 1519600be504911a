// SPDX-License-Identifier: EUPL-1.2
import MatchEngine
import Testing

@Suite("Best round")
struct BestRoundTests {
    @Test("Every small round reaches what trying all matchings reaches", arguments: 0..<40)
    func smallRounds(batch: Int) throws {
        for seed in batch * 100..<batch * 100 + 100 {
            let problem = try RandomRound.make(seed: seed, clients: 0...6, practitioners: 0...5)
            let result = try PreparedRound(problem, goal: .best, seed: UInt64(seed % 3)).solve()
            let truth = BruteForce(problem).best
            #expect(problem.fault(in: result.practitionerOf) == nil, "seed \(seed)")
            #expect(result.matched == truth.matched && result.score == truth.score, "seed \(seed)")
            #expect(result.certificate.violations(in: problem, practitionerOf: result.practitionerOf) == 0)
        }
    }

    @Test("Rounds of middle size agree with an independent flow", arguments: 0..<20)
    func middleRounds(batch: Int) throws {
        for seed in batch * 8..<batch * 8 + 8 {
            let problem = try RandomRound.make(seed: 50_000 + seed, clients: 10...30, practitioners: 3...15)
            let result = try PreparedRound(problem, goal: .best).solve()
            let truth = SlowFlow(problem)
            #expect(result.matched == truth.matched && result.score == truth.score, "seed \(seed)")
        }
    }

    @Test("Practitioners with a thousand places and crowds of clients are solved exactly")
    func crowds() throws {
        var dice = Dice(7)
        let clients = 600
        var start: [Int32] = [0]
        var pairs: [RoundPair] = []
        for _ in 0..<clients {
            for practitioner in 0..<4 where dice.isHit(60) {
                pairs.append(RoundPair(practitioner: Int32(practitioner), score: Int32(dice.roll(1...5))))
            }
            start.append(Int32(pairs.count))
        }
        for capacities: [Int32] in [
            [1_000, 1_000, 1_000, 1_000], [200, 0, 100, 50], [1, 1, 1, 1_000], [0, 0, 0, 0],
        ] {
            let problem = try RoundProblem(capacities: capacities, start: start, pairs: pairs)
            let result = try PreparedRound(problem, goal: .best).solve()
            #expect(problem.fault(in: result.practitionerOf) == nil)
            #expect(result.certificate.violations(in: problem, practitionerOf: result.practitionerOf) == 0)
        }
    }

    @Test("The certificate notices a matching that is not the best")
    func certificateNotices() throws {
        var noticed = 0
        for seed in 0..<200 {
            let problem = try RandomRound.make(seed: seed, clients: 3...6, practitioners: 2...5)
            let result = try PreparedRound(problem, goal: .best).solve()
            for client in 0..<problem.clientCount where result.practitionerOf[client] >= 0 {
                var worse = result.practitionerOf
                worse[client] = -1
                #expect(result.certificate.violations(in: problem, practitionerOf: worse) > 0)
                noticed += 1
            }
        }
        #expect(noticed > 100)
    }

    @Test("A seed repeats its round and other seeds keep the score")
    func seeds() throws {
        var differs = false
        for seed in 0..<60 {
            let problem = try RandomRound.make(seed: 900 + seed, clients: 12...20, practitioners: 4...8)
            let first = try PreparedRound(problem, goal: .best, seed: 5).solve()
            let again = try PreparedRound(problem, goal: .best, seed: 5).solve()
            let other = try PreparedRound(problem, goal: .best, seed: 6).solve()
            #expect(first.practitionerOf == again.practitionerOf)
            #expect(first.matched == other.matched && first.score == other.score)
            differs = differs || first.practitionerOf != other.practitionerOf
        }
        #expect(differs)
    }

    @Test("A round that nobody wants any more is left at once")
    func cancellation() throws {
        let problem = try RandomRound.make(seed: 3, clients: 20...20, practitioners: 8...8)
        for goal in RoundGoal.allCases {
            #expect(throws: RoundError.cancelled) {
                try PreparedRound(problem, goal: goal, control: RoundControl(isCancelled: { true }))
            }
            let prepared = try PreparedRound(problem, goal: goal)
            #expect(throws: RoundError.cancelled) { try prepared.solve(control: RoundControl(isCancelled: { true })) }
        }
    }
}
