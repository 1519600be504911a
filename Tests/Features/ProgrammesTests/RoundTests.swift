// SPDX-License-Identifier: EUPL-1.2

import Kernel
import MatchEngine
import Practitioners
import SQL
import TestSupport
import Testing

@testable import Programmes

@Suite("Rounds of a programme")
struct RoundTests {
    @Test("A round is solved for every goal, with proof, and solves the same again", arguments: TestDatabase.engines)
    func solved(engine: DatabaseEngine) async throws {
        try await withCohort(engine, clients: 30, practitioners: 12, places: 2) { cohort in
            let desk = cohort.pool.programmes
            let id = try await desk.askRound(of: cohort.programme, by: cohort.administrator)
            #expect(try await desk.progress(id, for: cohort.administrator)?.step == .waiting)
            await #expect(throws: ProgrammesError.solving) {
                try await desk.askRound(of: cohort.programme, by: cohort.administrator)
            }
            try await cohort.pool.drain()
            let shown = try await desk.comparison(id, for: cohort.administrator)
            #expect(shown.round.outcome == .solved)
            #expect(shown.results.map(\.goal) == RoundGoal.allCases)
            #expect(shown.figures?.clients == 30)
            #expect(shown.figures?.places == 24)
            let best = try #require(shown.results.first { $0.goal == .best }?.measure)
            for result in shown.results {
                #expect(result.measure.matched <= best.matched)
                #expect(result.measure.matched < best.matched || result.measure.score <= best.score)
                #expect(result.measure.ranks.reduce(0, +) == result.measure.matched)
            }
            let again = try await desk.repeatRound(id, for: cohort.administrator)
            #expect(again.holds)
            #expect(again.goals.count == 5)
            #expect(again.hash == shown.figures?.hash)
        }
    }

    @Test(
        "Nobody is paired with themselves, with their line, or with whom they cannot talk",
        arguments: TestDatabase.engines)
    func apart(engine: DatabaseEngine) async throws {
        try await withCohort(engine) { cohort in
            let (pool, desk) = (cohort.pool, cohort.pool.programmes)
            let boss = try await pool.practitioner("Boss")
            let english = try await pool.practitioner("Huw", .with(languages: [.en]))
            let coached = try await pool.practitioner("Nia", manager: "Sian")
            for one in [boss, english, coached] {
                try await desk.offer(1, liking: Choices(), to: cohort.programme, by: one)
            }
            let sian = try await pool.person("Sian", .client, manager: "Boss")
            try await desk.apply(to: cohort.programme, with: .wanting(), by: sian)
            let round = try await cohort.round()
            #expect(try await desk.comparison(round, for: cohort.administrator).round.outcome == .empty)
            let lowri = try await pool.practitioner("Lowri")
            try await desk.offer(1, liking: Choices(), to: cohort.programme, by: lowri)
            let second = try await cohort.round()
            try await desk.edit(second, .goal(.best), from: 0, by: cohort.administrator)
            let page = try await desk.draftPage(second, for: cohort.administrator)
            #expect(page.pairs.map(\.practitionerName) == ["Lowri"])
            await #expect(throws: ProgrammesError.impossiblePair) {
                try await desk.edit(
                    second, .pin(client: sian.person, practitioner: boss.person), from: 1, by: cohort.administrator)
            }
        }
    }

    @Test("Who has declared a tie with somebody is not paired with them, either way", arguments: TestDatabase.engines)
    func ties(engine: DatabaseEngine) async throws {
        try await withCohort(engine) { cohort in
            let (pool, desk) = (cohort.pool, cohort.pool.programmes)
            let (lowri, huw) = (try await pool.practitioner("Lowri"), try await pool.practitioner("Huw"))
            for one in [lowri, huw] { try await desk.offer(1, liking: Choices(), to: cohort.programme, by: one) }
            let sian = try await pool.person("Sian", .client)
            try await desk.apply(to: cohort.programme, with: .wanting(), by: sian)
            try await pool.practice.declare(.family, with: "lowri@example.org", by: sian)
            #expect(try await desk.nameable(in: cohort.programme, for: sian).people.map(\.name) == ["Huw"])
            try await pool.practice.declare(.business, with: "sian@example.org", by: huw)
            let round = try await cohort.round()
            #expect(try await desk.comparison(round, for: cohort.administrator).round.outcome == .empty)
        }
    }

    @Test(
        "A round that somebody stops ends without a result, and another can be asked for",
        arguments: TestDatabase.engines)
    func stopped(engine: DatabaseEngine) async throws {
        try await withCohort(engine, clients: 4, practitioners: 4) { cohort in
            let (people, programme) = try await cohort.people()
            let watch = SolveWatch()
            watch.cancel()
            let solution = try RoundSolution(people, seed: 1, wishes: programme.terms.wishes, watch: watch)
            #expect(solution.outcome == .cancelled)
            let id = try await cohort.pool.programmes.askRound(of: cohort.programme, by: cohort.administrator)
            try await cohort.pool.programmes.stopRound(id, by: cohort.administrator)
            try await cohort.pool.database.write { tx in
                try solution.write(of: id, in: tx, pool: cohort.pool.id, at: .t0)
            }
            let shown = try await cohort.pool.programmes.comparison(id, for: cohort.administrator)
            #expect(shown.round.outcome == .cancelled)
            #expect(shown.results.isEmpty && shown.figures == nil)
            #expect(try await cohort.round() != id)
        }
    }

    @Test("Wishes of one side alone are weighed where the programme says so")
    func wishes() throws {
        let ids = TestIDs()
        func input(_ wishes: WishSides) -> RoundInput {
            RoundInput(
                seed: 0, wishes: wishes, clients: [ids.id()], practitioners: [ids.id(), ids.id()], capacities: [1, 1],
                start: [0, 2],
                pairs: [
                    .init(practitioner: 0, client: 10, practitionerScore: 0),
                    .init(practitioner: 1, client: 0, practitionerScore: 20),
                ])
        }
        for (wishes, expected) in [(WishSides.clients, Int32(0)), (.practitioners, 1), (.both, 1)] {
            let result = try PreparedRound(try input(wishes).problem(for: .best), goal: .best).solve()
            #expect(result.practitionerOf == [expected], "\(wishes)")
        }
    }

    @Test("Small groups stand together, and nobody can be found by subtraction")
    func groups() async throws {
        try await withCohort(.sqlite) { cohort in
            let pool = cohort.pool
            for (department, count) in [("Finance", 7), ("Law", 6), ("Roads", 2)] {
                for number in 0..<count {
                    let client = try await pool.person("\(department)\(number)", .client, department: department)
                    try await pool.programmes.apply(to: cohort.programme, with: .wanting(), by: client)
                }
            }
            let lowri = try await pool.practitioner("Lowri", .with(places: 3))
            try await pool.programmes.offer(3, liking: Choices(), to: cohort.programme, by: lowri)
            let round = try await cohort.round()
            let shown = try await pool.programmes.comparison(round, for: cohort.administrator)
            let groups = shown.groups.filter { $0.goal == .best && $0.share.facet == .department }.map(\.share)
            #expect(groups.allSatisfy { $0.clients >= GroupShare.least })
            #expect(groups.reduce(0) { $0 + $1.clients } == 15)
            #expect(groups.map(\.label).sorted() == ["", "Finance"])
        }
    }
}

extension Cohort {
    func people() async throws -> (ProgrammePeople, Programme) {
        let programme = try await pool.programmes.run(self.programme, for: administrator).programme
        let people = try await pool.database.read { [id = pool.id] in
            try ProgrammePeople(programme, in: $0, pool: id)
        }
        return (people, programme)
    }
}
