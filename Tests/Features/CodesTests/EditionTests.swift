// SPDX-License-Identifier: EUPL-1.2

import Codes
import HTTPTypes
import Journal
import Kernel
import Matching
import PolicyPacks
import Practitioners
import Queues
import SQL
import TestSupport
import Testing

@Suite("Editions of the code")
struct EditionTests {
    @Test(
        "Nobody comes to be found who has not accepted the newest edition, and everybody reads that they did",
        .shows(.code, .directory), .shows(clause: "WME-1"), .shows(clause: "WME-3.4"), arguments: TestDatabase.engines)
    func entering(engine: DatabaseEngine) async throws {
        try await withPractice(engine) { pool in
            let alun = try await pool.person("Alun", .administrator)
            let sian = try await pool.person("Sian", .client)
            let lowri = try await pool.person("Lowri", .practitioner)
            try await pool.codes.adopt("wme", by: alun)
            try await pool.codes.announce(acceptBy: pool.clock.now.day.adding(days: 30), by: alun)
            try await pool.practice.saveDraft(.example, by: lowri)
            try await pool.practice.publish(by: lowri)
            await #expect(throws: PractitionersError.codeNotAccepted) { try await pool.practice.apply(by: lowri) }
            await #expect(throws: PractitionersError.codeNotAccepted) {
                try await pool.practice.list(lowri.person, pool: pool.id, actor: .program)
            }
            await #expect(throws: PractitionersError.notFound) {
                _ = try await pool.matching.ask(lowri.person, for: .example, by: sian)
            }
            #expect(try await pool.texts(.found).isEmpty)

            try await pool.practice.acceptCode(1, by: lowri)
            try await pool.practice.list(lowri.person, pool: pool.id, actor: .program)
            #expect(try await pool.texts(.found) == [lowri.person.text])
            try await pool.withPages { browser in
                let page = try await browser(sian).get("/practitioners/\(lowri.person)")
                #expect(page.has("Has accepted edition 1 of the code of conduct, on 2 March 2026."))
            }
        }
    }

    @Test(
        "Whoever is found stays so until the day of a new edition, not a day longer, and again once it is accepted",
        .shows(.code, .directory), arguments: TestDatabase.engines)
    func staying(engine: DatabaseEngine) async throws {
        try await withPractice(engine) { pool in
            let alun = try await pool.person("Alun", .administrator)
            let sian = try await pool.person("Sian", .client)
            let lowri = try await pool.practitioner("Lowri")
            let huw = try await pool.practitioner("Huw")
            try await pool.codes.adopt("wme", by: alun)
            try await pool.codes.announce(acceptBy: pool.clock.now.day.adding(days: 14), by: alun)
            try await pool.drain()
            try await pool.practice.acceptCode(1, by: huw)
            pool.clock.advance(days: 14)
            try await pool.drain()
            #expect(try await pool.texts(.found).count == 2)
            pool.clock.advance(days: 1)
            try await pool.drain()
            #expect(try await pool.texts(.found) == [huw.person.text])
            let shown = try await pool.practice.profile(of: lowri.person, for: sian)
            #expect(!shown.takesClients)
            #expect(shown.profile == .example)
            try await pool.practice.acceptCode(1, by: lowri)
            #expect(try await pool.texts(.found).count == 2)
        }
    }

    @Test("Members are told of an edition once, and those who owe it can be reminded once a week")
    func telling() async throws {
        try await withPractice(.sqlite) { pool in
            let alun = try await pool.person("Alun", .administrator)
            let lowri = try await pool.practitioner("Lowri")
            let huw = try await pool.practitioner("Huw")
            try await pool.codes.adopt("wme", by: alun)
            try await pool.codes.announce(acceptBy: pool.clock.now.day.adding(days: 30), by: alun)
            try await pool.drain()
            #expect(Set(try await pool.texts(.mailed)) == [lowri.person.text, huw.person.text])
            try await pool.practice.acceptCode(1, by: huw)
            let chase = ChaseMany(database: pool.database, ids: pool.ids)
            #expect(try await chase(.code, by: alun, at: pool.clock.now) == 1)
            #expect(try await chase(.code, by: alun, at: pool.clock.now) == 0)
            pool.clock.advance(days: 7)
            #expect(try await chase(.code, by: alun, at: pool.clock.now) == 1)
            await #expect(throws: QueuesError.notForMembers) {
                _ = try await chase(.claim, by: alun, at: pool.clock.now)
            }
        }
    }

    @Test("An edition that is not the newest cannot be accepted")
    func old() async throws {
        try await withPractice(.sqlite) { pool in
            let alun = try await pool.person("Alun", .administrator)
            let lowri = try await pool.practitioner("Lowri")
            await #expect(throws: CodesError.changedMeanwhile) { try await pool.practice.acceptCode(1, by: lowri) }
            try await pool.codes.adopt("wme", by: alun)
            try await pool.codes.announce(acceptBy: pool.clock.now.day, by: alun)
            try await pool.codes.adopt("global", by: alun)
            try await pool.codes.announce(acceptBy: pool.clock.now.day, by: alun)
            await #expect(throws: CodesError.changedMeanwhile) { try await pool.practice.acceptCode(1, by: lowri) }
            try await pool.practice.acceptCode(2, by: lowri)
        }
    }

    @Test(
        "Accepting takes both: to keep to it in any capacity, and that an upheld breach has consequences",
        .shows(.code), .shows(clause: "GLOBAL-2.9"), .shows(clause: "WME-3.1"))
    func ticks() async throws {
        try await withPractice(.sqlite) { pool in
            let alun = try await pool.person("Alun", .administrator)
            let lowri = try await pool.person("Lowri", .practitioner)
            try await pool.codes.adopt("wme", by: alun)
            try await pool.codes.announce(acceptBy: pool.clock.now.day.adding(days: 30), by: alun)
            try await pool.practice.saveDraft(.example, by: lowri)
            try await pool.practice.publish(by: lowri)
            try await pool.withPages { browser in
                let hers = browser(lowri)
                let both = [
                    "I have read it and will work to it, in whatever capacity I act",
                    "I accept that an upheld breach may have consequences up to removal, and may be told to my employer and to other bodies",
                ]
                for left in both {
                    try await hers.get("/practice/code")
                    try hers.choose(left)
                    #expect(try await hers.press("Accept").status == .unprocessableContent)
                    await #expect(throws: PractitionersError.codeNotAccepted) {
                        try await pool.practice.apply(by: lowri)
                    }
                }
                try await hers.get("/practice/code")
                for words in both { try hers.choose(words) }
                #expect(try await hers.press("Accept").path == "/practice/application")
                try await pool.practice.apply(by: lowri)
            }
        }
    }

    @Test("A request knows the edition under which it was made, and anybody can read it before they ask")
    func request() async throws {
        try await withPractice(.sqlite) { pool in
            let alun = try await pool.person("Alun", .administrator)
            let sian = try await pool.person("Sian", .client)
            let lowri = try await pool.practitioner("Lowri")
            _ = try await pool.matching.ask(lowri.person, for: .example, by: sian)
            try await pool.codes.adopt("wme", by: alun)
            try await pool.codes.announce(acceptBy: pool.clock.now.day.adding(days: 30), by: alun)
            let nia = try await pool.person("Nia", .client)
            _ = try await pool.matching.ask(lowri.person, for: .example, by: nia)
            let numbers = try await pool.database.read { reader in
                try reader.rows(EditionTestSQL.numbers, pool.id).map { try $0.optionalInt("code_number") }
            }
            #expect(numbers == [nil, 1])
            try await pool.withPages { browser in
                let page = try await browser(sian).get("/conduct")
                #expect(page.has("Edition 1"))
                #expect(page.has(PolicyPack.standing[.english]))
            }
        }
    }
}

private enum EditionTestSQL: String, SQLStatement {
    case numbers = "SELECT code_number FROM match_request WHERE pool_id = $1 ORDER BY code_number"
}
