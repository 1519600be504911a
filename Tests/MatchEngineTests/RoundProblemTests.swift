// SPDX-License-Identifier: EUPL-1.2
import MatchEngine
import Testing

@Suite("Round problem")
struct RoundProblemTests {
    private func problem(_ capacities: [Int32], _ start: [Int32], _ pairs: [(Int32, Int32)]) throws -> RoundProblem {
        try RoundProblem(
            capacities: capacities, start: start,
            pairs: pairs.map { RoundPair(practitioner: $0.0, score: $0.1) }
        )
    }

    @Test("A pair that stands twice is refused with its place")
    func duplicate() {
        #expect(throws: RoundError.invalid(.duplicate, pair: 1)) { try problem([1], [0, 2], [(0, 1), (0, 2)]) }
    }

    @Test("A practitioner whom nobody knows is refused")
    func unknown() {
        #expect(throws: RoundError.invalid(.unknownPractitioner, pair: 0)) { try problem([1], [0, 1], [(1, 1)]) }
        #expect(throws: RoundError.invalid(.unknownPractitioner, pair: 0)) { try problem([1], [0, 1], [(-1, 1)]) }
    }

    @Test("Scores and capacities beyond the limits are refused, the limits themselves are not")
    func limits() throws {
        _ = try problem([1_000, 0], [0, 2], [(0, 1_000_000), (1, -1_000_000)])
        #expect(throws: RoundError.invalid(.scoreOutOfRange, pair: 0)) { try problem([1], [0, 1], [(0, 1_000_001)]) }
        #expect(throws: RoundError.capacityOutOfRange(practitioner: 0)) { try problem([1_001], [0, 0], []) }
        #expect(throws: RoundError.capacityOutOfRange(practitioner: 1)) { try problem([1, -1], [0, 0], []) }
    }

    @Test("Lists that do not fit together are refused")
    func malformed() {
        #expect(throws: RoundError.malformed) { try problem([1], [], []) }
        #expect(throws: RoundError.malformed) { try problem([1], [0, 2], [(0, 1)]) }
        #expect(throws: RoundError.malformed) { try problem([1, 1], [0, 2], [(1, 1), (0, 1)]) }
    }

    @Test("A round without anybody has an empty, proved result for every goal")
    func empty() throws {
        let nobody = try RoundProblem(capacities: [], start: [0], pairs: [])
        for goal in RoundGoal.allCases where !goal.needsPractitionerScores {
            let result = try PreparedRound(nobody, goal: goal).solve()
            #expect(result.matched == 0 && result.minimum == nil && result.signature.isEmpty)
        }
    }
}
