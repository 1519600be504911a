// SPDX-License-Identifier: EUPL-1.2

import App
import HTTPTypes
import Kernel
import SQL
import TestSupport
import Testing
import Web

@testable import Accounts

@Suite("Coming in by a link")
struct EnterTests {
    @Test(
        "Somebody asks for a link, presses it, says where we may write, and is at home", arguments: TestDatabase.engines
    )
    func journey(engine: DatabaseEngine) async throws {
        try await withDoor(engine) { door in
            try await door.withPages { visitors async throws in
                let browser = visitors.browser()
                try await browser.get("/sign-in")
                try browser.fill("Email address or user name", " SIAN@one.example ")
                var page = try await browser.press("Send me a link")
                #expect(page.heading == "Look in your mail")
                try await door.deliver()
                page = try await browser.get(try door.link("sian@one.example"))
                #expect(page.heading == "Come in as S… W…")
                #expect(!page.html.contains("Sian") && !page.html.contains("Wyn"))
                page = try await browser.press("Come in")
                #expect(page.heading == "Where may we write?")
                try browser.choose("Welsh")
                page = try await browser.press("Save")
                #expect(page.status == .ok)
                page = try await browser.get("/me")
                #expect(page.has("sian@one.example"))
                #expect(page.has("This device"))
                page = try await browser.press("Sign out")
                #expect(page.heading == "You are signed out")
                page = try await browser.get("/me")
                #expect(page.heading == "Sign in")
            }
        }
    }

    @Test("A scanner that opens a link three times changes nothing", arguments: TestDatabase.engines)
    func scanner(engine: DatabaseEngine) async throws {
        try await withDoor(engine) { door in
            let link = try await door.askedLink("sian@one.example")
            try await door.withPages { visitors async throws in
                let entries = try await door.count(.entries)
                for _ in 1...3 {
                    let page = try await visitors.browser().get(link)
                    #expect(page.status == .ok)
                    #expect(page.headers[values: .setCookie].isEmpty)
                    _ = try await visitors.browser().send(.head, link, body: nil)
                }
                #expect(try await door.count(.signIns) == 0)
                #expect(try await door.count(.linkEnds) == 0)
                #expect(try await door.count(.entries) == entries)
                let person = visitors.browser()
                try await person.get(link)
                #expect(try await person.press("Come in").heading == "Where may we write?")
            }
        }
    }

    @Test("A used link explains itself and offers a new one", arguments: TestDatabase.engines)
    func reuse(engine: DatabaseEngine) async throws {
        try await withDoor(engine) { door in
            let link = try await door.askedLink("sian@one.example")
            try await door.withPages { visitors async throws in
                let (first, second) = (visitors.browser(), visitors.browser())
                try await first.get(link)
                try await second.get(link)
                try await first.press("Come in")
                var page = try await second.press("Come in")
                #expect(page.status == .gone)
                #expect(page.has("It was used on 2 March 2026, 09:00"))
                #expect(second.cookie("confidant") == nil)
                page = try await second.press("Send me a new link")
                #expect(page.heading == "Look in your mail")
                try await door.deliver()
                let new = try door.link("sian@one.example")
                #expect(new != link)
                try await second.get(new)
                try await second.press("Come in")
                #expect(try await second.get("/me").has("Sian"))
            }
            #expect(try await door.count(.signIns) == 2)
        }
    }

    @Test(
        "A link that ran out says when, in both languages, and a broken one that it is broken",
        arguments: TestDatabase.engines)
    func expiry(engine: DatabaseEngine) async throws {
        try await withDoor(engine) { door in
            let link = try await door.askedLink("sian@one.example")
            door.clock.advance(seconds: 30 * 60)
            try await door.withPages { visitors async throws in
                let browser = visitors.browser()
                #expect(try await browser.get(link).has("It ran out on 2 March 2026, 09:30"))
                #expect(try await browser.get("/cy" + link).has("Daeth i ben ar 2 Mawrth 2026, 09:30"))
                let page = try await browser.post(link, [("form_token", browser.formToken)])
                #expect(page.status == .gone)
                #expect(try await browser.get(String(link.dropLast())).status == .notFound)
                #expect(try await browser.get(String(link.dropLast()) + "~").status == .notFound)
            }
            #expect(try await door.count(.signIns) == 0)
        }
    }

    @Test("Of many presses at once one signs in", arguments: TestDatabase.engines)
    func presses(engine: DatabaseEngine) async throws {
        try await withDoor(engine) { door in
            let token = try await door.token("sian@one.example")
            let entered = try await withThrowingTaskGroup(of: Bool.self) { group in
                for _ in 1...8 {
                    group.addTask {
                        let enter = Enter(token: token, on: door.visit(), isShared: false, ids: door.ids)
                        if case .entered = try await enter?.run(in: door.database) { return true }
                        return false
                    }
                }
                return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(entered == 1)
            #expect(try await door.count(.signIns) == 1)
        }
    }

    @Test("A link opens its own pool and no other", arguments: TestDatabase.engines)
    func otherPool(engine: DatabaseEngine) async throws {
        try await withDoor(engine) { door in
            let other = try await Door(door.database, name: "two", seed: 99)
            let token = try await door.token("sian@one.example")
            let enter = Enter(token: token, on: door.visit(pool: other.pool), isShared: false, ids: door.ids)
            guard case .refused = try await enter?.run(in: door.database) else { throw NotAsPlanned() }
            let cookie = try await door.enter("sian@one.example")
            #expect(try await other.viewer(token: cookie) == nil)
            #expect(try await door.viewer(token: cookie) != nil)
        }
    }

    @Test("A link to confirm an address signs nobody in", arguments: TestDatabase.engines)
    func wrongPurpose(engine: DatabaseEngine) async throws {
        try await withDoor(engine) { door in
            let sian = try await door.viewer("sian@one.example")
            try await ChooseContact(
                sian, ContactChoice(service: .english, letters: .english), newEmail: "home@two.example",
                now: door.clock.now,
                ids: door.ids
            ).run(in: door.database)
            try await door.deliver()
            let token = String(try door.link("home@two.example").dropFirst("/me/address/".count))
            let enter = Enter(token: token, on: door.visit(), isShared: false, ids: door.ids)
            guard case .refused = try await enter?.run(in: door.database) else { throw NotAsPlanned() }
            try await door.withPages { visitors async throws in
                #expect(try await visitors.browser().get("/enter/" + token).status == .notFound)
            }
        }
    }

    @Test("No table holds a token, nor does any hash of one open a door", arguments: TestDatabase.engines)
    func hashes(engine: DatabaseEngine) async throws {
        try await withDoor(engine) { door in
            let token = try await door.token("sian@one.example")
            let hashes = try await door.database.read {
                try $0.rows(Looking.hashes, door.pool).map { try $0.text("token_hash") }
            }
            #expect(hashes == [SignInToken.hash(token)])
            #expect(!hashes.contains(token))
            let enter = Enter(token: hashes[0], on: door.visit(), isShared: false, ids: door.ids)
            guard case .refused = try await enter?.run(in: door.database) else { throw NotAsPlanned() }
        }
    }

    @Test("Links by being followed are there in a demonstration only", arguments: [false, true])
    func demo(isDemo: Bool) async throws {
        try await withDoor(.sqlite) { door in
            let path = "/demo/enter/\(try await door.person("sian@one.example"))"
            try await door.withPages(change: { $0.isDemo = isDemo }) { visitors async throws in
                let browser = visitors.browser()
                let page = try await browser.get(path)
                #expect(page.status == (isDemo ? .ok : .notFound))
                #expect(try await browser.get("/me").has("Sian Wyn") == isDemo)
                #expect(try await browser.get("/demo/enter/AAAAAAAAAAAAAAAAAAAAAA").status == .notFound)
            }
            #expect(try await door.count(.signIns) == (isDemo ? 1 : 0))
        }
    }
}
