// SPDX-License-Identifier: EUPL-1.2

import App
import HTTPTypes
import Kernel
import SQL
import TestSupport
import Testing
import Web

@Suite("The front door")
struct DoorTests {
    @Test("Every answer carries the headers that keep a page to itself")
    func headers() async throws {
        try await withDemo(.sqlite) { visitors, _ in
            let browser = visitors.browser()
            for path in ["/", "/cy/help", "/nothing", "/sign-in"] {
                let page = try await browser.get(path)
                let policy = page.headers[.contentSecurityPolicy] ?? ""
                #expect(policy.hasPrefix("default-src 'none'") && !policy.contains("unsafe"))
                #expect(
                    policy.contains("frame-ancestors 'none'") && policy.contains("require-trusted-types-for 'script'"))
                #expect(page.headers[.xContentTypeOptions] == "nosniff")
                #expect(page.headers[.cacheControl] == "no-store")
                #expect(page.headers[HTTPField.Name("Referrer-Policy") ?? .from] == "same-origin")
            }
        }
    }

    @Test("A page that is not there is a page in the visitor's language")
    func notFound() async throws {
        try await withDemo(.sqlite) { visitors, _ in
            let english = try await visitors.browser().get("/nothing-here")
            let welsh = try await visitors.browser().get("/cy/nothing-here")
            #expect(english.status == .notFound && welsh.status == .notFound)
            #expect(!english.heading.isEmpty && english.heading != welsh.heading)
            #expect(welsh.html.contains("<html lang=\"cy\">"))
        }
    }

    @Test("The link to the other language leads to the same page")
    func languageLink() async throws {
        try await withDemo(.sqlite) { visitors, _ in
            let browser = visitors.browser()
            try await browser.get("/help")
            let welsh = try await browser.follow("Cymraeg")
            #expect(welsh.path == "/cy/help")
            #expect(try await browser.follow("English").path == "/help")
        }
    }

    @Test(
        "Strange addresses get a page, never a fault",
        arguments: [
            "/%00", "/..%2f..%2fetc/passwd", "/a/../../x", "//evil.example", "/cy", "/cy/", "/cyx", "/find/%FF",
            "/?a=%00", "/a/quiet.css",
            "/" + String(repeating: "x", count: 6000),
        ])
    func strangeAddresses(path: String) async throws {
        try await withDemo(.sqlite) { visitors, _ in
            let page = try await visitors.browser().get(path)
            #expect(page.status.code < 500)
        }
    }

    @Test(
        "While the database is away a page says so with a number, and it recovers by itself",
        arguments: TestDatabase.engines)
    func databaseAway(engine: DatabaseEngine) async throws {
        try await withDatabase(engine) { database in
            let gate = GatedDatabase(database)
            let ids = TestIDs()
            _ = try await DemoPool(database: database, ids: ids, now: .t0).fill(host: "pool.localhost")
            try await withSite(gate, time: TestClock(), ids: ids) { visitors in
                let browser = visitors.browser()
                browser.set(cookie: "confidant", Base64URL.encode(Array(repeating: 1, count: 32)))
                #expect(try await browser.get("/help").status == .ok)
                gate.isAway = true
                let away = try await browser.get("/help")
                #expect(away.status == .serviceUnavailable)
                #expect(away.headers[.retryAfter] != nil && away.html.contains("say this number"))
                gate.isAway = false
                #expect(try await browser.get("/help").status == .ok)
            }
        }
    }
}
