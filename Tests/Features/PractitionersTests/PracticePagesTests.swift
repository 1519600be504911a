// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Kernel
import Practitioners
import SQL
import TestSupport
import Testing

@Suite("Pages of practice")
struct PracticePagesTests {
    @Test(
        "A practitioner writes, reads the preview, publishes, applies, is approved by one and listed by another",
        arguments: TestDatabase.engines)
    func journey(engine: DatabaseEngine) async throws {
        try await withPractice(engine) { pool in
            let lowri = try await pool.person("Lowri", .practitioner)
            let alun = try await pool.person("Alun", .administrator)
            let mair = try await pool.person("Mair", .administrator)
            let sian = try await pool.person("Sian", .client)
            try await pool.withPages { browser in
                let hers = browser(lowri)
                try await hers.get("/practice/profile")
                try hers.fill("How do you work with people?", "I listen \"\u{301}<b> first.")
                for words in [
                    "Coaching", "New managers", "Welsh", "By video", "Practising for some years", "Free of charge",
                ] {
                    let known = words == "Practising for some years" ? "Practising for some years" : words
                    try hers.choose(known)
                }
                try hers.fill("How many clients can you take at a time?", "2")
                var page = try await hers.press("Save and see the preview")
                #expect(page.path == "/practice/profile/preview")
                #expect(page.has("This is your draft"))
                #expect(!page.html.contains("<b> first"))
                page = try await hers.press("Publish")
                #expect(page.has("This is what others see."))

                try await hers.get("/practice/application")
                #expect(try await hers.press("Apply to be listed").has("You have applied."))
                #expect(try await browser(mair).get("/practitioners/\(lowri.person)/admission").has("Application"))
                let theirs = browser(mair)
                try await theirs.get("/practitioners/\(lowri.person)/admission")
                try await theirs.press("Approve")

                let his = browser(alun)
                page = try await his.get("/practitioners")
                #expect(page.has("Waiting to be listed"))
                page = try await his.press("List Lowri")
                #expect(page.has("Listed"))

                page = try await browser(sian).get("/practitioners/\(lowri.person)")
                #expect(page.heading == "Lowri")
                #expect(page.has("New managers"))
                #expect(page.has("Welsh, fluent"))
                page = try await browser(sian).get("/cy/practitioners/\(lowri.person)")
                #expect(page.has("Rheolwyr newydd"))
            }
        }
    }

    @Test("An empty profile says what is missing and keeps what was typed", arguments: TestDatabase.engines)
    func empty(engine: DatabaseEngine) async throws {
        try await withPractice(engine) { pool in
            let lowri = try await pool.person("Lowri", .practitioner)
            try await pool.withPages { browser in
                let hers = browser(lowri)
                try await hers.get("/practice/profile")
                try hers.fill("How do you work with people?", "I listen first.")
                let page = try await hers.press("Save and see the preview")
                #expect(page.status == .unprocessableContent)
                #expect(page.has("There is a problem"))
                #expect(page.value(ofField: "approach") == "I listen first.")
            }
        }
    }

    @Test("Practice belongs to practitioners, the list to administrators", arguments: TestDatabase.engines)
    func roles(engine: DatabaseEngine) async throws {
        try await withPractice(engine) { pool in
            let sian = try await pool.person("Sian", .client)
            let lowri = try await pool.practitioner("Lowri")
            try await pool.withPages { browser in
                for path in [
                    "/practice/profile", "/practice/profile/preview", "/practice/availability", "/practitioners",
                ] {
                    #expect(try await browser(sian).get(path).status == .notFound)
                }
                let hers = browser(lowri)
                try await hers.get("/practice/availability")
                let token = hers.formToken
                for path in ["listing", "hiding", "hiding-end"] {
                    let page = try await hers.post("/practitioners/\(lowri.person)/\(path)", [("form_token", token)])
                    #expect(page.status == .notFound)
                }
            }
        }
    }

    @Test("A pause from the page hides at once and ends from the page", arguments: TestDatabase.engines)
    func pause(engine: DatabaseEngine) async throws {
        try await withPractice(engine) { pool in
            let lowri = try await pool.practitioner("Lowri")
            try await pool.withPages { browser in
                let hers = browser(lowri)
                try await hers.get("/practice/availability")
                try hers.fill("Day", "31")
                try hers.fill("Month", "2")
                try hers.fill("Year", "2026")
                #expect(try await hers.press("Pause").status == .unprocessableContent)
                try hers.fill("Day", "31")
                try hers.fill("Month", "3")
                try hers.fill("Year", "2026")
                let page = try await hers.press("Pause")
                #expect(page.has("Paused"))
                #expect(page.has("31 March 2026"))
                #expect(try await hers.press("Take clients again").has("Listed"))
            }
        }
    }
}
