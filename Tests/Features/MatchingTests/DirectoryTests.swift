// SPDX-License-Identifier: EUPL-1.2

import Journal
import Kernel
import Matching
import Practitioners
import SQL
import TestSupport
import Testing

@Suite("Search")
struct DirectoryTests {
    @Test("Same seed, same order; another seed, another; everybody once", arguments: TestDatabase.engines)
    func order(engine: DatabaseEngine) async throws {
        try await withPractice(engine) { pool in
            let sian = try await pool.person("Sian", .client)
            var all: Set<PersonID> = []
            for number in 0..<35 { all.insert(try await pool.practitioner("P\(number)").person) }
            var orders: Set<[PersonID]> = []
            for seed in [0, 1 << 59, 1 << 60, 3 << 60, Int64.max] {
                let first = try await pages(DirectoryQuery(seed: seed), pool, sian)
                let second = try await pages(DirectoryQuery(seed: seed), pool, sian)
                #expect(first == second)
                #expect(first.count == all.count)
                #expect(Set(first) == all)
                orders.insert(first)
            }
            #expect(orders.count > 1)
        }
    }

    @Test("Filters leave those who have one answer to each question", arguments: TestDatabase.engines)
    func filters(engine: DatabaseEngine) async throws {
        try await withPractice(engine) { pool in
            let sian = try await pool.person("Sian", .client)
            let welsh = try await pool.practitioner("Welsh", .with([.newManagers], languages: [.cy]))
            let polish = try await pool.practitioner("Polish", .with([.newManagers, .conflict], languages: [.pl]))
            let mentor = try await pool.practitioner(
                "Mentor", .with([.confidence], languages: [.cy, .pl], disciplines: [.mentoring], formats: [.inPerson]))
            let table: [(Choices, Set<PersonID>)] = [
                (choices(), [welsh.person, polish.person, mentor.person]),
                (choices([.newManagers]), [welsh.person, polish.person]),
                (choices([.newManagers, .confidence]), [welsh.person, polish.person, mentor.person]),
                (choices([.newManagers], [.pl]), [polish.person]),
                (choices([.conflict], [.cy]), []),
                (choices([], [.cy], .mentoring), [mentor.person]),
                (choices([], [], .coaching), [welsh.person, polish.person]),
                (choices([.digital]), []),
            ]
            for (choices, expected) in table {
                let found = try await pages(DirectoryQuery(choices: choices, seed: 1 << 60), pool, sian)
                #expect(Set(found) == expected, "\(choices.text)")
                #expect(found.count == expected.count)
            }
        }
    }

    @Test("The reasons are what was asked for and is there", arguments: TestDatabase.engines)
    func reasons(engine: DatabaseEngine) async throws {
        try await withPractice(engine) { pool in
            let sian = try await pool.person("Sian", .client)
            _ = try await pool.practitioner("Lowri", .with([.newManagers, .conflict], languages: [.cy]))
            let query = DirectoryQuery(choices: choices([.newManagers, .digital], [.cy]), seed: 0)
            let page = try await pool.database.read { try DirectorySearch(for: sian).results(for: query, in: $0) }
            #expect(
                page.items.map(\.reasons) == [[.has(code: Specialism.newManagers.code), .speaks(.cy, fluently: true)]])
        }
    }

    @Test("Own department only when asked for, own line never, oneself never", arguments: TestDatabase.engines)
    func exclusions(engine: DatabaseEngine) async throws {
        try await withPractice(engine) { pool in
            let council = try await pool.organisation("Council")
            let board = try await pool.organisation("Board")
            let sian = try await pool.person(
                "Sian", .client, .practitioner, organisation: council, department: "Housing", manager: "Boss")
            try await pool.practice.saveDraft(.example, by: sian)
            try await pool.practice.publish(by: sian)
            try await pool.practice.list(sian.person, pool: pool.id, actor: .program)
            _ = try await pool.practitioner("Boss", organisation: council, department: "Finance")
            _ = try await pool.practitioner("Report", organisation: board, department: "Care", manager: "Sian")
            let team = try await pool.practitioner("Team", organisation: council, department: "Housing")
            let elsewhere = try await pool.practitioner("Elsewhere", organisation: council, department: "Parks")
            let sameName = try await pool.practitioner("SameName", organisation: board, department: "Housing")
            let noDepartment = try await pool.practitioner("NoDepartment", organisation: council)
            let gone = try await pool.practitioner("Gone")
            try await pool.endRole(.practitioner, of: gone)

            let always: Set<PersonID> = [elsewhere.person, sameName.person, noDepartment.person]
            #expect(Set(try await pages(DirectoryQuery(seed: 5), pool, sian)) == always)
            #expect(
                Set(try await pages(DirectoryQuery(withOwnTeam: true, seed: 5), pool, sian))
                    == always.union([team.person]))
        }
    }

    @Test("Full, paused, hidden and applicants are not among the results", arguments: TestDatabase.engines)
    func unavailable(engine: DatabaseEngine) async throws {
        try await withPractice(engine) { pool in
            let admin = try await pool.person("Alun", .administrator)
            let sian = try await pool.person("Sian", .client)
            let full = try await pool.practitioner("Full", .with(places: 1))
            try await pool.database.write { try Places.take(in: $0, pool: pool.id, with: full.person) }
            try await pool.practice.pause(until: nil, by: try await pool.practitioner("Paused"))
            try await pool.practice.hide(try await pool.practitioner("Hidden").person, by: admin)
            try await pool.practice.saveDraft(.example, by: try await pool.person("Applicant", .practitioner))
            let open = try await pool.practitioner("Open")
            #expect(try await pages(DirectoryQuery(seed: 5), pool, sian) == [open.person])
        }
    }

    @Test("A search ends after a day and is one's own", arguments: TestDatabase.engines)
    func storedSearch(engine: DatabaseEngine) async throws {
        try await withPractice(engine) { pool in
            let sian = try await pool.person("Sian", .client)
            let mair = try await pool.person("Mair", .client)
            _ = try await pool.practitioner("Lowri")
            try await pool.matching.search(choices([.newManagers]), withOwnTeam: false, by: sian)
            #expect(try await pool.matching.found(for: mair) == nil)
            #expect(try await pool.matching.found(for: sian)?.page.items.count == 1)
            pool.clock.advance(days: 1, seconds: 1)
            try await pool.matching.search(Choices(), withOwnTeam: false, by: mair)
            #expect(try await pool.number(.searches) == 1)
        }
    }

    private func pages(_ query: DirectoryQuery, _ pool: PracticePool, _ viewer: Viewer) async throws -> [PersonID] {
        var found: [PersonID] = []
        var place: SearchPlace?
        repeat {
            let after = place
            let page = try await pool.database.read {
                try DirectorySearch(for: viewer).results(for: query, after: after, in: $0)
            }
            found += page.items.map(\.person)
            place = page.next.flatMap(SearchPlace.init)
            #expect((page.next == nil) == (place == nil))
        } while place != nil
        return found
    }

    private func choices(
        _ specialisms: [Specialism] = [], _ languages: [SpokenLanguage] = [], _ discipline: Discipline? = nil
    ) -> Choices {
        var choices = Choices()
        choices.insert(specialisms)
        choices.insert(languages)
        if let discipline { choices.insert(discipline) }
        return choices
    }
}
