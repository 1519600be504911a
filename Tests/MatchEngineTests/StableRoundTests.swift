// SPDX-License-Identifier: EUPL-1.2
import MatchEngine
import Testing

@Suite("Stable round")
struct StableRoundTests {
    /// Whether every client has at least as good a place in one stable matching as in the other.
    private func isAsGood(_ problem: RoundProblem, _ one: [Int32], _ other: [Int32]) -> Bool {
        (0..<problem.clientCount).allSatisfy { client in
            func rank(_ practitioner: Int32) -> (Int, Int) {
                (problem.score(client, Int(practitioner)) ?? .min, -Int(practitioner))
            }
            return rank(one[client]) >= rank(other[client])
        }
    }

    @Test("The round is the stable one that is best for its side, of all there are", arguments: 0..<30)
    func smallRounds(batch: Int) throws {
        for seed in batch * 100..<batch * 100 + 100 {
            let problem = try RandomRound.make(seed: 70_000 + seed, clients: 0...6, practitioners: 0...4)
            let forClients = try PreparedRound(problem, goal: .stable).solve().practitionerOf
            let forPractitioners = try PreparedRound(problem, goal: .stablePractitioner).solve().practitionerOf
            let all = BruteForce(problem).stable
            #expect(all.contains(forClients), "seed \(seed)")
            #expect(all.contains(forPractitioners), "seed \(seed)")
            for other in all {
                #expect(isAsGood(problem, forClients, other), "seed \(seed)")
                #expect(isAsGood(problem, other, forPractitioners), "seed \(seed)")
            }
        }
    }

    @Test("With a seed the round is still stable under the drawn order, and repeats")
    func seeds() throws {
        for seed in 1..<200 {
            let problem = try RandomRound.make(seed: seed, clients: 5...20, practitioners: 2...8)
            for goal in [RoundGoal.stable, .stablePractitioner] {
                let result = try PreparedRound(problem, goal: goal, seed: UInt64(seed)).solve()
                let again = try PreparedRound(problem, goal: goal, seed: UInt64(seed)).solve()
                #expect(result.practitionerOf == again.practitionerOf)
                #expect(problem.fault(in: result.practitionerOf) == nil)
                #expect(result.certificate.violations(in: problem, practitionerOf: result.practitionerOf) == 0)
            }
        }
    }

    @Test("A stable goal without the practitioners' scores is refused")
    func scoresMissing() throws {
        let pair = RoundPair(practitioner: 0, score: 1)
        let problem = try RoundProblem(capacities: [1], start: [0, 1], pairs: [pair])
        #expect(throws: RoundError.practitionerScoresMissing) { try PreparedRound(problem, goal: .stable) }
    }
}
