// SPDX-License-Identifier: EUPL-1.2

import Codes
import FirstDay
import Kernel
import PolicyPacks
import Pools
import Practitioners
import SQL
import TestSupport
import Testing

@Suite("The first day")
struct FirstDayTests {
    @Test(
        "From an empty pool each line ticks itself by what was done, and no other way", arguments: TestDatabase.engines)
    func lines(engine: DatabaseEngine) async throws {
        try await withPractice(engine) { pool in
            let alun = try await pool.person("Alun", .administrator)
            func done() async throws -> Set<FirstDayLine> {
                try await pool.database.read {
                    try FirstDayFacts.read(
                        in: $0, pool: pool.id, on: pool.clock.now.day, library: pool.codes.library
                    ).done
                }
            }
            #expect(try await done().isEmpty)
            let bryn = try await pool.organisation("Bryn")
            #expect(try await done() == [.organisations])
            let mair = try await pool.person("Mair", .lead, organisation: bryn)
            _ = try await pool.person("Nia", .client, organisation: bryn)
            #expect(try await done() == [.organisations, .leads])
            _ = try await NameDeputy(database: pool.database, ids: pool.ids)(
                "nia@example.org", for: try await grant(of: mair, pool), from: pool.clock.now.day,
                until: pool.clock.now.day.adding(days: 30), by: mair, at: pool.clock.now)
            #expect(try await done() == [.organisations, .leads, .deputies])

            try await pool.codes.adopt("iicm", by: alun)
            #expect(try await done().contains(.codes))
            #expect(!(try await done()).contains(.numbers))
            for open in try await pool.codes.policy(of: pool.id).resolution(on: pool.clock.now.day).open {
                let unit = try #require(MeasureUnit.allCases.first { open.key.quantity.families.contains($0.family) })
                try await pool.codes.choose(open.key, try #require(Measure(.init(28, unit))), by: alun)
            }
            #expect(try await done().contains(.numbers))
            try await pool.codes.announce(acceptBy: pool.clock.now.day, by: alun)
            #expect(try await done().contains(.edition))

            for discipline in [Discipline.coaching, .mentoring] {
                try await pool.practice.save(
                    ServiceType(discipline, isOffered: true, words: [.english: "In words"]), by: alun)
            }
            #expect(try await done().contains(.services))
            #expect(!(try await done()).contains(.wording))
            for discipline in [Discipline.coaching, .mentoring] {
                try await pool.practice.save(
                    ServiceType(discipline, isOffered: true, words: [.english: "In words", .welsh: "Mewn geiriau"]),
                    by: alun)
            }
            #expect(try await done().contains(.wording))

            try await SaveSettings(database: pool.database, ids: pool.ids)(
                [
                    .sponsors: "no", .contact: "pool@example.org", .crisisEnglish: "999", .crisisWelsh: "999",
                    .privacyEnglish: "Little.", .privacyWelsh: "Ychydig.",
                ], by: alun, at: pool.clock.now)
            for name in ["Un", "Dau", "Tri"] { _ = try await pool.person(name, .panel) }
            _ = try await pool.person("Sal", .safeguarding)
            _ = try await pool.person("Sup", .supervisor)
            #expect(try await done() == Set(FirstDayLine.allCases).subtracting([.invitation]))

            try await pool.withPages { browser in
                let page = try await browser(alun).get("/first-day")
                #expect(page.has("14 of 15 done"))
                #expect(!page.has("The pool is ready to open."))
            }
        }
    }

    private func grant(of viewer: Viewer, _ pool: PracticePool) async throws -> RoleGrantID {
        try await pool.database.read { reader in
            try #require(try reader.first(FirstDayTestSQL.grant, pool.id, viewer.person)).id("id")
        }
    }
}

private enum FirstDayTestSQL: String, SQLStatement {
    case grant = "SELECT id FROM person_role WHERE pool_id = $1 AND person_id = $2 AND role = 'lead'"
}
