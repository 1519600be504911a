// SPDX-License-Identifier: EUPL-1.2

import Kernel
import Matching
import Practitioners
import SQL
import TestSupport
import Testing

@Suite("Ties and waiting")
struct TieTests {
    @Test(
        "Whoever declared a tie, the two never meet, and it looks as if there were no place",
        arguments: TestDatabase.engines, [true, false])
    func apart(engine: DatabaseEngine, byClient: Bool) async throws {
        try await withPractice(engine) { pool in
            let sian = try await pool.person("Sian", .client)
            let nia = try await pool.person("Nia", .client)
            let lowri = try await pool.practitioner("Lowri")
            let full = try await pool.practitioner("Huw", .with(places: 1))
            try await pool.database.write { try Places.take(in: $0, pool: pool.id, with: full.person) }
            try await pool.practice.declare(
                .friendship, with: byClient ? "LOWRI@example.org" : "sian@example.org", by: byClient ? sian : lowri)
            func found(_ viewer: Viewer) async throws -> [PersonID] {
                try await pool.matching.search(Choices(), withOwnTeam: true, by: viewer)
                return try await pool.matching.found(for: viewer)?.page.items.map(\.person) ?? []
            }
            #expect(try await found(sian).isEmpty)
            #expect(try await found(nia) == [lowri.person])
            await #expect(throws: MatchingError.notTaking) {
                _ = try await pool.matching.ask(lowri.person, for: .example, by: sian)
            }
            try await pool.withPages { browser in
                let tied = try await browser(sian).get("/practitioners/\(lowri.person)")
                let none = try await browser(sian).get("/practitioners/\(full.person)")
                #expect(tied.words.replacing("Lowri", with: "Huw") == none.words)
                #expect(try await browser(byClient ? lowri : sian).get("/ties").html.contains("ending") == false)
            }
        }
    }

    @Test("A tie with an address that nobody has is taken like any other, and ended by whoever declared it")
    func unknown() async throws {
        try await withPractice(.sqlite) { pool in
            let sian = try await pool.person("Sian", .client)
            let lowri = try await pool.practitioner("Lowri")
            try await pool.practice.declare(.family, with: "nobody@elsewhere.example", by: sian)
            try await pool.practice.declare(.family, with: "lowri@example.org", by: sian)
            let ties = try await pool.practice.ties(of: sian)
            #expect(ties.count == 2)
            let tie = try #require(ties.first { $0.other == "lowri@example.org" })
            await #expect(throws: PractitionersError.notFound) { try await pool.practice.endTie(tie.id, by: lowri) }
            try await pool.practice.endTie(tie.id, by: sian)
            #expect(try await pool.practice.profile(of: lowri.person, for: sian).takesClients)
        }
    }

    @Test(
        "The waiting list keeps its order, whatever those in it search for or are told", arguments: TestDatabase.engines
    )
    func waiting(engine: DatabaseEngine) async throws {
        try await withPractice(engine) { pool in
            let sian = try await pool.person("Sian", .client)
            let nia = try await pool.person("Nia", .client)
            await #expect(throws: MatchingError.notFound) { try await pool.matching.wait(by: sian) }
            for client in [sian, nia] {
                try await pool.matching.search(Choices(), withOwnTeam: true, by: client)
                try await pool.matching.wait(by: client)
                pool.clock.advance(minutes: 1)
            }
            try await pool.withPages { browser async throws in
                #expect(try await browser(nia).get("/find").has("You are number 2 on the waiting list."))
            }
            // Searching for something else and waiting again costs nobody their place.
            try await pool.matching.wait(by: sian)
            #expect(try await pool.matching.position(of: sian) == 1)
            pool.clock.advance(days: 1)
            try await pool.drain()
            #expect(try await pool.texts(.mailed).isEmpty)

            _ = try await pool.practitioner("Lowri", .with(places: 1))
            pool.clock.advance(days: 1)
            try await pool.drain()
            #expect(try await pool.texts(.mailed) == [sian.person.text])
            pool.clock.advance(days: 1)
            try await pool.drain()
            #expect(try await pool.texts(.mailed) == [sian.person.text, nia.person.text])
            #expect(try await pool.matching.position(of: nia) == 2)
            try await pool.matching.stopWaiting(by: sian)
            #expect(try await pool.matching.position(of: nia) == 1)
        }
    }
}
