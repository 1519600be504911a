// SPDX-License-Identifier: EUPL-1.2

import Engagements
import HTTPTypes
import Kernel
import Matching
import Practitioners
import SQL
import TestSupport
import Testing
import Web

@Suite("Engagements")
struct EngagementTests {
    @Test(
        "Either of the two ends it in one step, and the place is free at once", arguments: TestDatabase.engines,
        [true, false])
    func end(engine: DatabaseEngine, byClient: Bool) async throws {
        try await withPractice(engine) { pool in
            let (lowri, sian, engagement) = try await begun(pool)
            try await pool.engagements.end(engagement, by: byClient ? sian : lowri)
            #expect(try await pool.number(.taken) == 0)
            #expect(try await pool.texts(.found) == [lowri.person.text])
            #expect(try await pool.engagements.engagement(engagement, for: sian).step == .ended)
            await #expect(throws: EngagementError.ended) { try await pool.engagements.end(engagement, by: sian) }
            #expect(try await pool.number(.taken) == 0)
            let other = byClient ? lowri : sian
            #expect(try await pool.texts(.mailed).contains(other.person.text))
            #expect(try await pool.texts(.payloads).contains { $0.contains("engagements.letter.ended") })
        }
    }

    @Test("Both end it at the same moment: it ends once", arguments: TestDatabase.engines)
    func endAtOnce(engine: DatabaseEngine) async throws {
        try await withPractice(engine) { pool in
            let (lowri, sian, engagement) = try await begun(pool)
            async let one: Void? = try? pool.engagements.end(engagement, by: lowri)
            async let other: Void? = try? pool.engagements.end(engagement, by: sian)
            let ended = await [one, other].count { $0 != nil }
            #expect(ended == 1)
            #expect(try await pool.number(.taken) == 0)
        }
    }

    @Test("A request becomes one engagement, however often going on is sent", arguments: TestDatabase.engines)
    func once(engine: DatabaseEngine) async throws {
        try await withPractice(engine) { pool in
            let lowri = try await pool.practitioner("Lowri")
            let sian = try await pool.person("Sian", .client)
            let request = try await pool.matching.ask(lowri.person, for: .example, by: sian)
            await #expect(throws: MatchingError.movedOn) {
                _ = try await pool.engagements.goOn(from: request, by: sian)
            }
            try await pool.matching.accept(request, by: lowri)
            let begun = await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<4 {
                    group.addTask {
                        do {
                            _ = try await pool.engagements.goOn(from: request, by: sian)
                            return true
                        } catch { return false }
                    }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(begun == 1)
            #expect(try await pool.number(.engagements) == 1)
            #expect(try await pool.number(.taken) == 1)
        }
    }

    @Test("Who has no part in it reads that it is not there", arguments: TestDatabase.engines)
    func strangers(engine: DatabaseEngine) async throws {
        try await withPractice(engine) { pool in
            let (_, _, engagement) = try await begun(pool)
            let huw = try await pool.practitioner("Huw")
            let admin = try await pool.person("Alun", .administrator)
            for stranger in [huw, admin] {
                await #expect(throws: EngagementError.notFound) {
                    _ = try await pool.engagements.engagement(engagement, for: stranger)
                }
                await #expect(throws: EngagementError.notFound) {
                    try await pool.engagements.end(engagement, by: stranger)
                }
                #expect(try await pool.engagements.engagements(of: stranger).isEmpty)
            }
            try await pool.withPages { browser in
                for path in ["/engagements/\(engagement)", "/engagements/\(engagement)/closure"] {
                    let page = try await browser(huw).get(path)
                    #expect(page.status == .notFound)
                }
            }
        }
    }

    @Test("Ending from the page takes two presses and asks for no reason", arguments: TestDatabase.engines)
    func page(engine: DatabaseEngine) async throws {
        try await withPractice(engine) { pool in
            let (_, sian, engagement) = try await begun(pool)
            try await pool.withPages { browser in
                let hers = browser(sian)
                try await hers.get("/engagements/\(engagement)")
                try await hers.follow("End this")
                let page = try await hers.press("End it")
                #expect(page.has("Ended."))
                #expect(!page.has("@example.org"))
                #expect(try await hers.get("/engagements/\(engagement)/closure").status == .conflict)
            }
        }
    }

    @Test("The home page tells each what waits", arguments: TestDatabase.engines)
    func home(engine: DatabaseEngine) async throws {
        try await withPractice(engine) { pool in
            let lowri = try await pool.practitioner("Lowri")
            let sian = try await pool.person("Sian", .client)
            let matching = MatchingHome(desk: pool.matching)
            let engagements = EngagementsHome(desk: pool.engagements)
            let now = pool.clock.now
            let request = try await pool.matching.ask(lowri.person, for: .example, by: sian)
            #expect(try await matching.homeItems(for: lowri, now: now).map(\.message) == ["matching.home.answer"])
            #expect(try await matching.homeItems(for: sian, now: now).map(\.message) == ["matching.home.waiting"])
            try await pool.matching.accept(request, by: lowri)
            #expect(try await matching.homeItems(for: sian, now: now).map(\.kind) == [.needsYou])
            _ = try await pool.engagements.goOn(from: request, by: sian)
            #expect(try await matching.homeItems(for: sian, now: now).isEmpty)
            for viewer in [lowri, sian] {
                #expect(
                    try await engagements.homeItems(for: viewer, now: now).map(\.message) == [
                        "engagements.home.contracting"
                    ])
            }
        }
    }

    private func begun(_ pool: PracticePool) async throws -> (Viewer, Viewer, EngagementID) {
        let lowri = try await pool.practitioner("Lowri", .with(places: 1))
        let sian = try await pool.person("Sian", .client)
        let request = try await pool.matching.ask(lowri.person, for: .example, by: sian)
        try await pool.matching.accept(request, by: lowri)
        return (lowri, sian, try await pool.engagements.goOn(from: request, by: sian))
    }
}
