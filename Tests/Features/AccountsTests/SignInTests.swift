// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import Logging
import Pools
import SQL
import Synchronization
import TestSupport
import Testing
import Web

@testable import Accounts
@testable import App

@Suite("Staying signed in")
struct SignInTests {
    @Test("Rest ends a sign-in, and turning the clock back does not revive it", arguments: TestDatabase.engines)
    func idle(engine: DatabaseEngine) async throws {
        try await withDoor(engine) { door in
            let token = try await door.enter("sian@one.example")
            door.clock.advance(seconds: 29 * 60)
            #expect(try await door.viewer(token: token) != nil)
            door.clock.advance(seconds: 29 * 60)
            #expect(try await door.viewer(token: token) != nil)
            door.clock.advance(seconds: 30 * 60)
            #expect(try await door.viewer(token: token) == nil)
            door.clock.advance(seconds: -30 * 60)
            #expect(try await door.viewer(token: token) == nil)
        }
    }

    @Test("Twelve hours end a sign-in however much it is used", arguments: TestDatabase.engines)
    func absolute(engine: DatabaseEngine) async throws {
        try await withDoor(engine) { door in
            let token = try await door.enter("sian@one.example")
            for _ in 1..<(12 * 3) {
                door.clock.advance(seconds: 20 * 60)
                #expect(try await door.viewer(token: token) != nil)
            }
            door.clock.advance(seconds: 20 * 60)
            #expect(try await door.viewer(token: token) == nil)
        }
    }

    @Test(
        "A shared computer has a shorter rest and a cookie that goes with the browser", arguments: TestDatabase.engines)
    func shared(engine: DatabaseEngine) async throws {
        try await withDoor(engine) { door in
            let enter = Enter(
                token: try await door.token("sian@one.example"), on: door.visit(), isShared: true, ids: door.ids)
            guard case .entered(let entered) = try await enter?.run(in: door.database) else { throw NotAsPlanned() }
            let cookie = entered.response(to: door.visit()).headers[.setCookie] ?? ""
            #expect(
                cookie.hasPrefix("__Host-confidant=") && cookie.hasSuffix("; Path=/; HttpOnly; SameSite=Lax; Secure"))
            door.clock.advance(seconds: 15 * 60)
            #expect(try await door.viewer(token: entered.token) == nil)
        }
    }

    @Test("When somebody was last seen is written once a minute at most", arguments: TestDatabase.engines)
    func seen(engine: DatabaseEngine) async throws {
        try await withDoor(engine) { door in
            let token = try await door.enter("sian@one.example")
            func seen() async throws -> Timestamp? {
                try await door.database.read { try $0.first(Looking.seen, door.pool)?.time("seen_at") }
            }
            door.clock.advance(seconds: 59)
            _ = try await door.viewer(token: token)
            #expect(try await seen() == .t0)
            door.clock.advance(seconds: 1)
            _ = try await door.viewer(token: token)
            #expect(try await seen() == Timestamp.t0.adding(seconds: 60))
        }
    }

    @Test("Roles are those of today, a deputy's with the name of the holder", arguments: TestDatabase.engines)
    func roles(engine: DatabaseEngine) async throws {
        try await withDoor(engine) { door in
            let (sian, ada) = (try await door.person("sian@one.example"), try await door.person("ada@one.example"))
            let (id, day) = (door.ids.id(DeputyKind.self), door.clock.now.day)
            try await door.database.write {
                try $0.run(Looking.deputy, door.pool, id, sian, day, day.adding(days: 1))
            }
            let token = try await door.enter("sian@one.example")
            let today = try await door.viewer(token: token)
            #expect(today?.roles == [HeldRole(role: .client), HeldRole(role: .administrator, deputyFor: ada)])
            #expect(today?.name == "Sian Wyn")
            door.clock.advance(days: 2)
            let later = try await door.viewer(token: try await door.enter("sian@one.example"))
            #expect(later?.roles == [HeldRole(role: .client)])
            let lena = try await door.viewer(token: try await door.enter("lena@one.example"))
            #expect(lena?.organisations(as: .lead).count == 1)
        }
    }

    @Test("Coming in makes a new token and ends what the browser had, planted or not", arguments: TestDatabase.engines)
    func fixation(engine: DatabaseEngine) async throws {
        try await withDoor(engine) { door in
            let link = try await door.askedLink("sian@one.example")
            let attackers = try await door.enter("tomos@one.example")
            let made = String(repeating: "A", count: 43)
            try await door.withPages { visitors async throws in
                for planted in [attackers, made] {
                    let browser = visitors.browser()
                    browser.set(cookie: "confidant", planted)
                    try await browser.get(planted == made ? try await door.askedLink("sian@one.example") : link)
                    try await browser.press("Come in")
                    #expect(browser.cookie("confidant") != planted)
                    #expect(try await browser.get("/me").has("Sian Wyn"))
                    let other = visitors.browser()
                    other.set(cookie: "confidant", planted)
                    #expect(try await other.get("/me").heading == "Sign in")
                }
            }
        }
    }

    @Test("Two cookies of one name are none", arguments: TestDatabase.engines)
    func tossing(engine: DatabaseEngine) async throws {
        try await withDoor(engine) { door in
            let (mine, planted) = (try await door.enter("sian@one.example"), try await door.enter("tomos@one.example"))
            try await door.withPages { visitors async throws in
                let browser = visitors.browser()
                browser.set(cookie: "confidant", "\(planted); confidant=\(mine)")
                #expect(try await browser.get("/me").heading == "Sign in")
            }
            try await door.withPages(change: { $0.options.hasTLS = true }) { visitors async throws in
                // Over TLS a cookie without the prefix, which a subdomain could set, is not looked at.
                let browser = visitors.browser()
                browser.set(cookie: "confidant", planted)
                #expect(try await browser.get("/me").heading == "Sign in")
                browser.set(cookie: "__Host-confidant", mine)
                #expect(try await browser.get("/me").has("Sian Wyn"))
            }
        }
    }

    @Test("A form from elsewhere, without token or with somebody else's, does nothing", arguments: TestDatabase.engines)
    func foreignForms(engine: DatabaseEngine) async throws {
        try await withDoor(engine) { door in
            let link = try await door.askedLink("sian@one.example")
            try await door.withPages { visitors async throws in
                let browser = visitors.browser()
                try await browser.get(link)
                let token = browser.formToken
                let foreign: [HTTPFields] = [
                    [.origin: "https://evil.example"], [.origin: "null"], [.fetchSite: "cross-site"],
                    [.fetchSite: "same-site"],
                ]
                for headers in foreign {
                    #expect(
                        try await browser.post(link, [("form_token", token)], headers: headers).status == .forbidden)
                }
                let hers = try await door.browser("tomos@one.example", visitors)
                try await hers.get("/me")
                for wrong in [[], [("form_token", "")], [("form_token", hers.formToken)]] {
                    #expect(try await browser.post(link, wrong).status == .forbidden)
                }
                #expect(
                    try await browser.post(link, [("form_token", token)], headers: [.contentType: "text/plain"]).status
                        == .badRequest)
                #expect(try await door.count(.linkEnds) == 1)  // that of tomos alone
                let sian = try await door.browser("sian@one.example", visitors)
                #expect(try await sian.post("/sign-out", [("form_token", hers.formToken)]).status == .forbidden)
                #expect(try await sian.get("/sign-out").status == .notFound)
                #expect(try await sian.get("/me").has("Sian Wyn"))
                // The same with the right origin goes through, and without any: a client that is no browser.
                #expect(
                    try await browser.post(
                        link, [("form_token", token)],
                        headers: [.origin: "http://localhost", .fetchSite: "same-origin"]
                    ).path == "/home")
            }
        }
    }

    @Test("Somebody sees their sign-ins and ends one or all, and nobody else's", arguments: TestDatabase.engines)
    func list(engine: DatabaseEngine) async throws {
        try await withDoor(engine) { door in
            try await door.withPages { visitors async throws in
                let first = try await door.browser("sian@one.example", visitors)
                let second = try await door.browser("sian@one.example", visitors)
                let tomos = try await door.browser("tomos@one.example", visitors)
                #expect(try await first.get("/me").has("Firefox on Linux"))
                let token = first.formToken
                try await tomos.get("/me")
                let other = try await Self.signIn(tomos, door)
                try await first.post("/me/sign-ins/\(other)/end", [("form_token", token)])
                #expect(try await tomos.get("/me").has("Tomos"))
                try await first.get("/me")
                #expect(try await first.press("Sign out there").has("This device"))
                #expect(try await second.get("/me").heading == "Sign in")
                #expect(try await first.press("Sign out everywhere").heading == "You are signed out")
                #expect(try await first.get("/me").heading == "Sign in")
                #expect(try await tomos.get("/me").has("Tomos"))
            }
        }
    }

    @Test("No token of a link, sign-in or form is in the log", arguments: TestDatabase.engines)
    func log(engine: DatabaseEngine) async throws {
        try await withDoor(engine) { door in
            let link = try await door.askedLink("sian@one.example")
            let lines = LogLines()
            let site = try Site(
                database: door.database, time: door.clock, ids: door.ids,
                settings: Site.Settings(formKey: Array(repeating: 7, count: 32)))
            var logger = Logger(label: "test") { _ in lines }
            logger.logLevel = .trace
            try await Application(responder: site.responder, logger: logger).test(.router) { client in
                let browser = TestBrowser(client)
                try await browser.get(link)
                try await browser.press("Come in")
                try await browser.get("/me")
                try await browser.get("/enter/" + String(repeating: "B", count: 43))
                let secrets = [
                    String(link.dropFirst("/enter/".count)), browser.cookie("confidant") ?? "", browser.formToken,
                ]
                #expect(secrets.allSatisfy { $0.count >= 43 })
                let text = lines.text
                #expect(text.contains("/enter/{token}") || text.contains("/enter/:token"))
                for secret in secrets + [String(repeating: "B", count: 43), "sian@one.example"] {
                    #expect(!text.contains(secret))
                }
            }
        }
    }

    private static func signIn(_ browser: TestBrowser, _ door: Door) async throws -> String {
        try await door.viewer(token: browser.cookie("confidant") ?? "")?.signIn.text ?? ""
    }
}

/// Keeps every line of a log.
struct LogLines: LogHandler {
    private final class Store: Sendable {
        let lines = Mutex<[String]>([])
    }

    private let store = Store()
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.trace

    var text: String { store.lines.withLock { $0.joined(separator: "\n") } }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        store.lines.withLock { $0.append("\(event.message) \(metadata) \(event.metadata ?? [:])") }
    }
}
