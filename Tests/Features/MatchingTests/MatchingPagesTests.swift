// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Kernel
import Matching
import Practitioners
import SQL
import TestSupport
import Testing

@Suite("Pages of matching")
struct MatchingPagesTests {
    @Test(
        "Find, ask, accept, arrange, choose: an engagement stands, in both languages", arguments: TestDatabase.engines)
    func journey(engine: DatabaseEngine) async throws {
        try await withPractice(engine) { pool in
            let lowri = try await pool.practitioner("Lowri", .with(places: 1))
            _ = try await pool.practitioner("Huw", .with([.digital], languages: [.en]))
            let sian = try await pool.person("Sian", .client)
            try await pool.withPages { browser in
                let hers = browser(sian)
                var page = try await hers.get("/find")
                #expect(page.heading == "Find a coach or mentor")
                try hers.choose("New managers")
                try hers.choose("Welsh")
                page = try await hers.press("Show who fits")
                #expect(page.path == "/find")
                #expect(page.has("1 person fits."))
                #expect(page.has("Works with new managers"))
                #expect(page.has("Speaks Welsh fluently"))
                #expect(!page.has("Huw"))
                page = try await hers.follow("Lowri")
                page = try await hers.follow("Ask for a first conversation")
                try hers.choose("Coaching")
                try hers.choose("By video")
                page = try await hers.press("Send the request to Lowri")
                #expect(page.has("Lowri has not answered yet."))
                let path = page.path

                let theirs = browser(lowri)
                page = try await theirs.get("/requests")
                page = try await theirs.follow("Sian")
                #expect(page.path == path)
                #expect(page.has("Sian waits for your answer."))
                page = try await theirs.press("Accept the request")
                #expect(page.has("sian@example.org"))
                page = try await theirs.follow("Arrange the first conversation")
                try theirs.choose("By phone")
                try theirs.choose("On this day and time")
                try theirs.fill("Day", "9")
                try theirs.fill("Month", "3")
                try theirs.fill("Year", "2026")
                try theirs.fill("Time", "9.30")
                page = try await theirs.press("Save")
                #expect(page.has("By phone, 9 March 2026 at 09:30"))

                page = try await hers.get("/cy" + path)
                #expect(page.has("Rydych chi a Lowri wedi trefnu siarad."))
                page = try await hers.get(path)
                page = try await hers.follow("Choose")
                try hers.choose("Go on with Lowri")
                page = try await hers.press("That is my choice")
                #expect(page.has("Waiting for its agreement."))
                #expect(page.path.hasPrefix("/engagements/"))
                let engagement = page.path
                #expect(try await theirs.get(engagement).has("Waiting for its agreement."))
                #expect(try await theirs.get("/engagements").has("Sian"))
                #expect(try await hers.get("/cy/engagements").has("Yn aros am ei gytundeb."))
            }
        }
    }

    @Test("What is looked for stands in no address", arguments: TestDatabase.engines)
    func noFilterInAddresses(engine: DatabaseEngine) async throws {
        try await withPractice(engine) { pool in
            let sian = try await pool.person("Sian", .client)
            for number in 0..<12 { _ = try await pool.practitioner("P\(number)") }
            try await pool.withPages { browser in
                let hers = browser(sian)
                try await hers.get("/find")
                try hers.choose("New managers")
                try hers.choose("Video with the camera off")
                var page = try await hers.press("Show who fits")
                #expect(page.path == "/find")
                #expect(page.has("Nobody with a place free fits all of this."))
                page = try await hers.post("/find", [("form_token", hers.formToken), ("specialism", "new-managers")])
                #expect(page.path == "/find")
                #expect(page.has("More than 10 people fit."))
                let addresses = page.links + [page.path]
                for code in ["new-managers", "specialism", "camera", "adjustment", "?"] {
                    #expect(!addresses.contains { $0.contains(code) }, "\(code)")
                }
                page = try await hers.follow("Look further")
                #expect(page.has("These are the last ones."))
                #expect(!page.path.contains("new-managers"))
            }
        }
    }

    @Test(
        "The last place goes while the page is open: a calm page, and the request still there",
        arguments: TestDatabase.engines)
    func calmPage(engine: DatabaseEngine) async throws {
        try await withPractice(engine) { pool in
            let lowri = try await pool.practitioner("Lowri", .with(places: 1))
            let sian = try await pool.person("Sian", .client)
            let mair = try await pool.person("Mair", .client)
            let first = try await pool.matching.ask(lowri.person, for: .example, by: sian)
            let second = try await pool.matching.ask(lowri.person, for: .example, by: mair)
            try await pool.withPages { browser in
                let theirs = browser(lowri)
                try await theirs.get("/requests/\(first)")
                try await pool.matching.accept(second, by: lowri)
                var page = try await theirs.press("Accept the request")
                #expect(page.status == .conflict)
                #expect(page.has("The last place is taken."))
                page = try await theirs.get("/requests/\(first)")
                #expect(page.has("Sian waits for your answer."))
                page = try await browser(mair).get("/requests/\(first)")
                #expect(page.status == .notFound)
            }
        }
    }

    @Test("A request that is sent twice is one request", arguments: TestDatabase.engines)
    func twice(engine: DatabaseEngine) async throws {
        try await withPractice(engine) { pool in
            let lowri = try await pool.practitioner("Lowri")
            let sian = try await pool.person("Sian", .client)
            try await pool.withPages { browser in
                let hers = browser(sian)
                try await hers.get("/practitioners/\(lowri.person)/request")
                let fields = [("form_token", hers.formToken), ("discipline", "coaching"), ("format", "video")]
                #expect(try await hers.post("/practitioners/\(lowri.person)/request", fields).status == .ok)
                let page = try await hers.post("/practitioners/\(lowri.person)/request", fields)
                #expect(page.status == .conflict)
                #expect(page.has("You have asked this person already."))
            }
            #expect(try await pool.matching.requests(of: sian).sent.count == 1)
        }
    }

    @Test("Choices that no page offers are refused at their field", arguments: TestDatabase.engines)
    func badChoices(engine: DatabaseEngine) async throws {
        try await withPractice(engine) { pool in
            let lowri = try await pool.practitioner("Lowri")
            let sian = try await pool.person("Sian", .client)
            try await pool.withPages { browser in
                let hers = browser(sian)
                try await hers.get("/find")
                let token = hers.formToken
                for (name, value) in [
                    ("discipline", "therapy"), ("specialism", "'; DROP TABLE person"), ("language", "\u{202E}cy"),
                    ("time", String(repeating: "x", count: 100_000)),
                ] {
                    let page = try await hers.post("/find", [("form_token", token), (name, value)])
                    #expect(page.status == .unprocessableContent, "\(name)")
                    #expect(page.has("There is a problem"))
                }
                let six = Specialism.allCases.prefix(6).map { ("specialism", $0.rawValue) }
                #expect(try await hers.post("/find", [("form_token", token)] + six).has("Choose at most 5"))
                let page = try await hers.post(
                    "/practitioners/\(lowri.person)/request",
                    [("form_token", token), ("discipline", "mentoring"), ("format", "in-person")])
                #expect(page.status == .unprocessableContent)
                #expect(try await hers.post("/find", [("form_token", "wrong")]).status == .forbidden)
            }
        }
    }

    @Test("Declining offers reasons and others, and the client reads one of them", arguments: TestDatabase.engines)
    func declining(engine: DatabaseEngine) async throws {
        try await withPractice(engine) { pool in
            let lowri = try await pool.practitioner("Lowri")
            let huw = try await pool.practitioner("Huw")
            let sian = try await pool.person("Sian", .client)
            let request = try await pool.matching.ask(lowri.person, for: .example, by: sian)
            try await pool.withPages { browser in
                let theirs = browser(lowri)
                try await theirs.get("/requests/\(request)")
                try await theirs.follow("Decline the request")
                #expect(try await theirs.press("Decline").status == .unprocessableContent)
                try theirs.choose("I have no time for it at present")
                try theirs.choose("Huw")
                var page = try await theirs.press("Decline")
                #expect(page.has("You have declined this request from Sian."))
                page = try await browser(sian).get("/requests/\(request)")
                #expect(page.has("Lowri has no time for it at present."))
                #expect(try page.href(words: "Huw") == "/practitioners/\(huw.person)")
            }
        }
    }

    @Test("Strangers find no page and change nothing", arguments: TestDatabase.engines)
    func strangers(engine: DatabaseEngine) async throws {
        try await withPractice(engine) { pool in
            let lowri = try await pool.practitioner("Lowri")
            let huw = try await pool.practitioner("Huw")
            let sian = try await pool.person("Sian", .client)
            let mair = try await pool.person("Mair", .client)
            let request = try await pool.matching.ask(lowri.person, for: .example, by: sian)
            try await pool.matching.accept(request, by: lowri)
            try await pool.withPages { browser in
                for stranger in [huw, mair] {
                    let theirs = browser(stranger)
                    try await theirs.get("/requests")
                    let token =
                        theirs.page.html.firstMatch(of: /name="form_token" value="([^"]+)"/).map { String($0.output.1) }
                        ?? ""
                    #expect(!token.isEmpty)
                    for path in ["", "/refusal", "/conversation", "/choice"] {
                        #expect(try await theirs.get("/requests/\(request)\(path)").status == .notFound, "\(path)")
                    }
                    let acts: [(String, [(String, String)])] = [
                        ("acceptance", []), ("refusal", [("reason", "no-time")]), ("withdrawal", []),
                        ("conversation", [("format", "video"), ("when", "agreed")]), ("choice", [("choice", "go-on")]),
                        ("choice", [("choice", "not-this-time")]),
                    ]
                    for (path, fields) in acts {
                        let page = try await theirs.post(
                            "/requests/\(request)/\(path)", [("form_token", token)] + fields)
                        #expect(page.status == .notFound, "\(path)")
                    }
                }
                #expect(try await browser(huw).get("/find").status == .notFound)
            }
            #expect(try await pool.texts(.steps) == ["asked", "accepted"])
        }
    }
}
