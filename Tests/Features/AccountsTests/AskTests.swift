// SPDX-License-Identifier: EUPL-1.2

import App
import HTTPTypes
import Kernel
import Mail
import SQL
import TestSupport
import Testing
import Web

@testable import Accounts

@Suite("Asking at the door")
struct AskTests {
    @Test("Known and unknown names get the same answer and leave the same rows", arguments: TestDatabase.engines)
    func enumeration(engine: DatabaseEngine) async throws {
        try await withDoor(engine) { door in
            try await door.withPages { visitors async throws in
                var answers: Set<String> = []
                for run in 0..<60 {
                    door.clock.advance(seconds: 600)
                    let names = ["sian@one.example", "nobody\(run)@one.example", "mair.post", "x\(run)"]
                    var added: Set<[Int]> = []
                    for name in names {
                        let browser = visitors.browser()
                        try await browser.get("/sign-in")
                        let before = try await Self.rows(door)
                        try browser.fill("Email address or user name", name)
                        let page = try await browser.press("Send me a link")
                        answers.insert("\(page.status.code) \(page.path) \(page.headers) \(page.html)")
                        added.insert(zip(try await Self.rows(door), before).map(-))
                    }
                    #expect(added == [[1, 1, 1]])
                }
                #expect(answers.count == 1)
            }
            try await door.deliver()
            #expect(Set(door.letters.messages.map(\.to.text)) == ["sian@one.example"])
        }
    }

    @Test("What nobody has is forgotten once its mail was due", arguments: TestDatabase.engines)
    func forgotten(engine: DatabaseEngine) async throws {
        try await withDoor(engine) { door in
            try await AskForLink(pool: door.pool, typed: "nobody@one.example", now: door.clock.now, ids: door.ids)
                .run(in: door.database)
            #expect(try await door.count(.links) == 1)
            try await door.deliver()
            #expect(try await door.count(.links) == 0)
            #expect(door.letters.messages.isEmpty)
        }
    }

    @Test("A wrong code and an unknown user name read alike", arguments: TestDatabase.engines)
    func codes(engine: DatabaseEngine) async throws {
        try await withDoor(engine) { door in
            try await door.withPages { visitors async throws in
                var answers: Set<String> = []
                for name in ["mair.post", "nobody", "sian@one.example"] {
                    let browser = visitors.browser()
                    try await browser.get("/sign-in/code")
                    try browser.fill("User name", name)
                    try browser.fill("Code", "2222-2222-2222")
                    let page = try await browser.press("Come in")
                    #expect(page.status == .unprocessableContent)
                    #expect(page.value(ofField: "user_name") == name)
                    #expect(page.value(ofField: "code") == "")
                    answers.insert(page.html.replacing(name, with: ""))
                }
                #expect(answers.count == 1)
            }
        }
    }

    @Test("Whoever asks too often is slowed down, and nobody else is", arguments: TestDatabase.engines)
    func throttling(engine: DatabaseEngine) async throws {
        try await withDoor(engine) { door in
            try await door.withPages(change: { $0.options.trustsProxy = true }) { visitors async throws in
                let browser = visitors.browser()
                try await browser.get("/sign-in")
                let token = browser.formToken
                func ask(_ name: String, from network: String) async throws -> HTTPResponse.Status {
                    try await browser.post(
                        "/sign-in", [("form_token", token), ("name", name)], headers: [.forwardedFor: network]
                    ).status
                }
                for _ in 1...3 { #expect(try await ask("sian@one.example", from: "192.0.2.66") == .ok) }
                for _ in 1...20 { #expect(try await ask("sian@one.example", from: "192.0.2.66") == .tooManyRequests) }
                #expect(try await ask("sian@one.example", from: "198.51.100.7") == .ok)
                #expect(try await ask("tomos@one.example", from: "192.0.2.66") == .ok)
                door.clock.advance(seconds: 120)
                #expect(try await ask("sian@one.example", from: "192.0.2.66") == .ok)
                // Guessing codes: the guesser waits, the person with the letter does not.
                let code = try await MakeCode(
                    try await door.viewer("lena@one.example"), try await door.person(named: "mair.post"),
                    now: door.clock.now,
                    ids: door.ids
                ).run(in: door.database).code
                func come(_ code: String, from network: String) async throws -> HTTPResponse.Status {
                    try await browser.post(
                        "/sign-in/code", [("form_token", token), ("user_name", "mair.post"), ("code", code)],
                        headers: [.forwardedFor: network]
                    ).status
                }
                var last = HTTPResponse.Status.ok
                for _ in 1...30 { last = try await come("CCCC-CCCC-CCCC", from: "192.0.2.66") }
                #expect(last == .tooManyRequests)
                #expect(try await come(code, from: "198.51.100.7") == .ok)
                #expect(browser.page.heading == "Where may we write?")
            }
        }
    }

    @Test("Strangers cannot fill a mailbox, and the links that are in it still open", arguments: TestDatabase.engines)
    func flood(engine: DatabaseEngine) async throws {
        try await withDoor(engine) { door in
            for _ in 1...12 { _ = try await door.askedLink("sian@one.example") }
            #expect(door.letters.to("sian@one.example").count == AccountsMailWriter.mostOpen)
            let token = String(try door.link("sian@one.example").dropFirst("/enter/".count))
            let enter = Enter(token: token, on: door.visit(), isShared: false, ids: door.ids)
            guard case .entered = try await enter?.run(in: door.database) else { throw NotAsPlanned() }
        }
    }

    @Test(
        "An empty or unreadable name is told at the field",
        arguments: ["", "   ", "a\u{7}b", String(repeating: "a", count: 300)])
    func wrong(typed: String) async throws {
        try await withDoor(.sqlite) { door in
            try await door.withPages { visitors async throws in
                let browser = visitors.browser()
                try await browser.get("/sign-in")
                try browser.fill("Email address or user name", typed)
                let page = try await browser.press("Send me a link")
                #expect(page.status == .unprocessableContent)
                #expect(page.html.contains("<title>Error:"))
            }
        }
    }

    private static func rows(_ door: Door) async throws -> [Int] {
        [try await door.count(.links), try await door.count(.mails), try await door.count(.entries)]
    }
}

extension HTTPField.Name {
    static let forwardedFor = HTTPField.Name("X-Forwarded-For") ?? .from
    static let fetchSite = HTTPField.Name("Sec-Fetch-Site") ?? .from
}
