// SPDX-License-Identifier: EUPL-1.2

import Kernel
import MatchEngine
import SQL

/// A round solved for every goal, ready to be written down.
struct RoundSolution: Sendable {
    struct Goal: Sendable {
        let goal: RoundGoal
        let practitionerOf: [Int32]
        let measure: RoundMeasure
        let certificate: String
        let milliseconds: Int
        let groups: [GroupShare]
    }

    let outcome: RoundOutcome
    let input: RoundInput?
    let goals: [Goal]

    /// - Throws: `RoundError` other than `.cancelled`, which is an outcome.
    init(
        _ people: ProgrammePeople, seed: UInt64, wishes: WishSides, goals wanted: [RoundGoal] = RoundGoal.allCases,
        watch: SolveWatch
    ) throws {
        do {
            (outcome, input, self.goals) = try Self.solve(people, seed, wishes, wanted, watch)
        } catch RoundError.cancelled {
            (outcome, input, goals) = (.cancelled, nil, [])
        }
    }

    private static func solve(
        _ people: ProgrammePeople, _ seed: UInt64, _ wishes: WishSides, _ wanted: [RoundGoal], _ watch: SolveWatch
    ) throws -> (RoundOutcome, RoundInput?, [Goal]) {
        let builder = RoundBuilder(people: people, seed: seed, wishes: wishes)
        let input = try builder.input(
            isCancelled: { watch.isCancelled }, told: { watch.tell(.weighing, $0, of: $1) })
        guard !input.pairs.isEmpty else { return (.empty, input, []) }
        let groups = GroupShare.Labels(people, input)
        var goals: [Goal] = []
        for goal in wanted {
            watch.tell(SolveStep(goal), 0, of: 0)
            let clock = ContinuousClock()
            let began = clock.now
            let prepared = try PreparedRound(
                try input.problem(for: goal), goal: goal, seed: seed, control: watch.control(goal))
            let result = try prepared.solve(control: watch.control(goal))
            let took = clock.now - began
            goals.append(
                Goal(
                    goal: goal, practitionerOf: result.practitionerOf,
                    measure: RoundMeasure(result.practitionerOf, in: input), certificate: result.certificate.kind,
                    milliseconds: Int(took.components.seconds * 1_000)
                        + Int(took.components.attoseconds / 1_000_000_000_000_000),
                    groups: groups.shares(result.practitionerOf, input)))
        }
        watch.tell(.writing, 0, of: 0)
        return (.solved, input, goals)
    }

    func write(of round: RoundID, in tx: Transaction, pool: PoolID, at now: Timestamp) throws {
        guard try tx.first(RoundSQL.end, pool, round, outcome.rawValue, now) != nil else { return }
        guard outcome != .cancelled, let input else { return }
        let bytes = input.bytes
        try tx.run(
            RoundSQL.addInput, pool, round, RoundInput.hash(bytes), bytes, input.clients.count,
            input.practitioners.count, input.places, input.pairs.count)
        for goal in goals {
            try tx.run(
                RoundSQL.addResult, pool, round, goal.goal.rawValue, goal.measure.matched, goal.measure.score,
                goal.measure.worst, RoundStore.ranks(goal.measure), goal.certificate, goal.milliseconds,
                PairBytes.write(goal.practitionerOf))
            try tx.each(
                RoundSQL.addGroup,
                goal.groups.map {
                    [
                        pool, round, goal.goal.rawValue, $0.facet.rawValue, $0.label, $0.clients, $0.matched,
                        $0.firstChoice, $0.score,
                    ]
                })
        }
    }
}
