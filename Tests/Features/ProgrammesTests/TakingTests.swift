// SPDX-License-Identifier: EUPL-1.2

import Kernel
import Practitioners
import Programmes
import SQL
import TestSupport
import Testing

@Suite("Taking part in a programme")
struct TakingTests {
    @Test("A client applies, changes the application and takes it back", arguments: TestDatabase.engines)
    func applying(engine: DatabaseEngine) async throws {
        try await withCohort(engine) { cohort in
            let desk = cohort.pool.programmes
            let sian = try await cohort.pool.person("Sian", .client)
            #expect(try await desk.application(to: cohort.programme, of: sian).choices == nil)
            try await desk.apply(to: cohort.programme, with: .wanting([.digital]), by: sian)
            try await desk.apply(to: cohort.programme, with: .wanting([.projects]), by: sian)
            let own = try await desk.application(to: cohort.programme, of: sian)
            #expect(own.choices == .wanting([.projects]))
            #expect(try await desk.run(cohort.programme, for: cohort.administrator).applications == 1)
            try await desk.withdrawApplication(from: cohort.programme, by: sian)
            #expect(try await desk.run(cohort.programme, for: cohort.administrator).applications == 0)
            await #expect(throws: ProgrammesError.notFound) {
                try await desk.withdrawApplication(from: cohort.programme, by: sian)
            }
        }
    }

    @Test("Nobody applies before the first day or after the last", arguments: TestDatabase.engines)
    func days(engine: DatabaseEngine) async throws {
        let later = ProgrammeTerms.example.with { $0.opensOn = Day(number: $0.opensOn.number + 1) }
        try await withCohort(engine, later) { cohort in
            let desk = cohort.pool.programmes
            let sian = try await cohort.pool.person("Sian", .client)
            await #expect(throws: ProgrammesError.notOpen) {
                try await desk.apply(to: cohort.programme, with: .wanting(), by: sian)
            }
            cohort.pool.clock.advance(days: 1)
            try await desk.apply(to: cohort.programme, with: .wanting(), by: sian)
            cohort.pool.clock.advance(days: 14)
            await #expect(throws: ProgrammesError.notOpen) {
                try await desk.apply(to: cohort.programme, with: .wanting([.digital]), by: sian)
            }
        }
    }

    @Test(
        "Grade and organisation decide who may apply; others do not see the programme", arguments: TestDatabase.engines)
    func eligibility(engine: DatabaseEngine) async throws {
        try await withPractice(engine) { pool in
            let (bryn, afon) = (try await pool.organisation("Bryn"), try await pool.organisation("Afon"))
            let administrator = try await pool.person("Alys", .administrator)
            let id = try await pool.programmes.make(.example, owner: bryn, by: administrator)
            let (sian, tomos) = (
                try await pool.person("Sian", .client, organisation: bryn),
                try await pool.person("Tomos", .client, organisation: afon)
            )
            try await pool.programmes.apply(to: id, with: .wanting(), by: sian)
            await #expect(throws: ProgrammesError.notFound) {
                try await pool.programmes.apply(to: id, with: .wanting(), by: tomos)
            }
            #expect(try await pool.programmes.programmes(for: tomos).open.isEmpty)
            let graded = try await pool.programmes.make(
                .example.with { $0.grades = ["g7"] }, owner: nil, by: administrator)
            await #expect(throws: ProgrammesError.notEligible) {
                try await pool.programmes.apply(to: graded, with: .wanting(), by: sian)
            }
        }
    }

    @Test("A lead runs the programmes of their own organisation and no other", arguments: TestDatabase.engines)
    func leads(engine: DatabaseEngine) async throws {
        try await withPractice(engine) { pool in
            let (bryn, afon) = (try await pool.organisation("Bryn"), try await pool.organisation("Afon"))
            let (lead, other) = (
                try await pool.lead("Eleri", of: bryn), try await pool.lead("Gwen", of: afon)
            )
            let id = try await pool.programmes.make(.example, owner: bryn, by: lead)
            #expect(try await pool.programmes.run(id, for: lead).organisations == ["Bryn"])
            await #expect(throws: ProgrammesError.notFound) { try await pool.programmes.run(id, for: other) }
            await #expect(throws: ProgrammesError.notYourOrganisation) {
                try await pool.programmes.make(.example, owner: nil, by: lead)
            }
            await #expect(throws: ProgrammesError.notYourOrganisation) {
                try await pool.programmes.make(.example, owner: afon, by: lead)
            }
            await #expect(throws: ProgrammesError.notFound) {
                try await pool.programmes.askRound(of: id, by: other)
            }
            await #expect(throws: ProgrammesError.notFound) {
                try await pool.programmes.change(id, to: .example, from: 1, by: other)
            }
        }
    }

    @Test("Only who can be found offers, and no more than their profile has", arguments: TestDatabase.engines)
    func offering(engine: DatabaseEngine) async throws {
        try await withCohort(engine) { cohort in
            let desk = cohort.pool.programmes
            let applicant = try await cohort.pool.person("Huw", .practitioner)
            await #expect(throws: ProgrammesError.notListed) {
                try await desk.offer(1, liking: Choices(), to: cohort.programme, by: applicant)
            }
            let lowri = try await cohort.pool.practitioner("Lowri", .with(places: 2))
            await #expect(throws: ProgrammesError.notOffered) {
                try await desk.offer(3, liking: Choices(), to: cohort.programme, by: lowri)
            }
            let mentor = try await cohort.pool.practitioner("Mair", .with(disciplines: [.mentoring]))
            await #expect(throws: ProgrammesError.notOffered) {
                try await desk.offer(1, liking: Choices(), to: cohort.programme, by: mentor)
            }
            try await desk.offer(2, liking: .wanting([.newManagers, .digital]), to: cohort.programme, by: lowri)
            let own = try await desk.offer(to: cohort.programme, of: lowri)
            #expect(own.places == 2)
            #expect(own.liked.all(Specialism.self) == [.newManagers])
            #expect(try await desk.run(cohort.programme, for: cohort.administrator).places == 2)
        }
    }

    @Test("Two leads who change a programme at once do not undo each other", arguments: TestDatabase.engines)
    func versions(engine: DatabaseEngine) async throws {
        try await withCohort(engine) { cohort in
            let desk = cohort.pool.programmes
            try await desk.change(
                cohort.programme, to: .example.with { $0.sessions = 4 }, from: 1, by: cohort.administrator)
            await #expect(throws: ProgrammesError.movedOn) {
                try await desk.change(
                    cohort.programme, to: .example.with { $0.sessions = 5 }, from: 1, by: cohort.administrator)
            }
            await #expect(throws: ProgrammesError.daysBackwards) {
                try await desk.change(
                    cohort.programme, to: .example.with { $0.endsOn = $0.opensOn }, from: 2, by: cohort.administrator)
            }
            #expect(try await desk.run(cohort.programme, for: cohort.administrator).programme.terms.sessions == 4)
        }
    }

    @Test("Whoever may not work together cannot name each other and is not shown", arguments: TestDatabase.engines)
    func naming(engine: DatabaseEngine) async throws {
        try await withCohort(engine, .example.with { $0.naming = .both }) { cohort in
            let desk = cohort.pool.programmes
            let lowri = try await cohort.pool.practitioner("Lowri")
            let boss = try await cohort.pool.practitioner("Boss")
            let sian = try await cohort.pool.person("Sian", .client, manager: "Boss")
            for one in [lowri, boss] {
                try await desk.offer(1, liking: Choices(), to: cohort.programme, by: one)
            }
            try await desk.apply(to: cohort.programme, with: .wanting(), by: sian)
            #expect(try await desk.nameable(in: cohort.programme, for: sian).people.map(\.name) == ["Lowri"])
            try await desk.name(
                [(person: lowri.person, place: 1), (person: boss.person, place: 2)], in: cohort.programme, by: sian)
            #expect(try await desk.nameable(in: cohort.programme, for: sian).people.first?.place == 1)
            #expect(try await desk.nameable(in: cohort.programme, for: boss).people.isEmpty)
            #expect(try await desk.nameable(in: cohort.programme, for: lowri).people.map(\.name) == ["Sian"])
            await #expect(throws: ProgrammesError.twiceNamed) {
                try await desk.name(
                    [(person: lowri.person, place: 1), (person: boss.person, place: 1)], in: cohort.programme,
                    by: sian)
            }
        }
    }
}
