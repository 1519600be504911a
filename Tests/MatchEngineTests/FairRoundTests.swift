// SPDX-License-Identifier: EUPL-1.2
import MatchEngine
import Testing

@Suite("Fair rounds")
struct FairRoundTests {
    @Test("Max-min reaches size, floor and total of the best of all matchings", arguments: 0..<40)
    func maxMin(batch: Int) throws {
        for seed in batch * 100..<batch * 100 + 100 {
            let problem = try RandomRound.make(seed: 200_000 + seed, clients: 0...6, practitioners: 0...5)
            let result = try PreparedRound(problem, goal: .maxMin, seed: UInt64(seed % 2)).solve()
            let truth = BruteForce(problem).maxMin
            #expect(problem.fault(in: result.practitionerOf) == nil, "seed \(seed)")
            #expect(result.matched == truth.matched && result.score == truth.score, "seed \(seed)")
            #expect(result.minimum == (truth.matched == 0 ? nil : truth.minimum), "seed \(seed)")
            #expect(result.certificate.violations(in: problem, practitionerOf: result.practitionerOf) == 0)
        }
    }

    @Test("Max-min of middle size agrees with an independent flow at its floor and above", arguments: 0..<10)
    func maxMinMiddle(batch: Int) throws {
        for seed in batch * 8..<batch * 8 + 8 {
            let problem = try RandomRound.make(seed: 210_000 + seed, clients: 8...20, practitioners: 3...10)
            let result = try PreparedRound(problem, goal: .maxMin).solve()
            guard let minimum = result.minimum else { continue }
            let atFloor = SlowFlow(problem, atLeast: minimum)
            #expect(result.matched == SlowFlow(problem).matched, "seed \(seed)")
            #expect(result.matched == atFloor.matched && result.score == atFloor.score, "seed \(seed)")
            #expect(SlowFlow(problem, atLeast: minimum + 1).matched < result.matched, "seed \(seed)")
        }
    }

    @Test("A rank-maximal round has the best signature of all matchings", arguments: 0..<40)
    func rankMaximal(batch: Int) throws {
        for seed in batch * 100..<batch * 100 + 100 {
            let problem = try RandomRound.make(seed: 300_000 + seed, clients: 0...6, practitioners: 0...5)
            let result = try PreparedRound(problem, goal: .rankMaximal, seed: UInt64(seed % 2)).solve()
            let truth = BruteForce(problem).signature
            #expect(problem.fault(in: result.practitionerOf) == nil, "seed \(seed)")
            #expect(result.signature == truth, "seed \(seed)")
            #expect(result.signature == BruteForce.signature(problem, result.practitionerOf), "seed \(seed)")
        }
    }

    @Test("The certificate of a rank-maximal round notices another signature")
    func rankCertificateNotices() throws {
        var noticed = 0
        for seed in 0..<400 {
            let problem = try RandomRound.make(seed: 310_000 + seed, clients: 3...6, practitioners: 2...5)
            let result = try PreparedRound(problem, goal: .rankMaximal).solve()
            let best = try PreparedRound(problem, goal: .best).solve()
            let isAsGood = best.signature == result.signature
            let broken = result.certificate.violations(in: problem, practitionerOf: best.practitionerOf)
            #expect((broken == 0) == isAsGood, "seed \(seed)")
            if !isAsGood { noticed += 1 }
        }
        #expect(noticed > 20)
    }

    @Test("Fair rounds repeat for a seed")
    func seeds() throws {
        for seed in 0..<60 {
            let problem = try RandomRound.make(seed: 320_000 + seed, clients: 10...25, practitioners: 4...8)
            for goal in [RoundGoal.maxMin, .rankMaximal] {
                let first = try PreparedRound(problem, goal: goal, seed: 9).solve()
                let again = try PreparedRound(problem, goal: goal, seed: 9).solve()
                #expect(first.practitionerOf == again.practitionerOf)
            }
        }
    }
}
