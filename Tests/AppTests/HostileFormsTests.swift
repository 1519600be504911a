// SPDX-License-Identifier: EUPL-1.2

import App
import Foundation
import HTTPTypes
import Journal
import Kernel
import SQL
import TestSupport
import Testing
import Web

/// What somebody may send in a field, percent-encoded as it goes over the wire.
private enum Hostile: String, CaseIterable {
    case empty, control, escape, notUTF8, brokenUTF8, bidirectional, isolated, quoteAndAccent, wrongType, markup,
        veryLong

    var encoded: String {
        switch self {
        case .empty: ""
        case .control: "a%07b"
        case .escape: "%1B%5B31mred"
        case .notUTF8: "Caf%E9"
        case .brokenUTF8: "%F0%9F%98"
        case .bidirectional: TestBrowser.encode("abc\u{202E}cba")
        case .isolated: TestBrowser.encode("abc\u{2067}cba")
        case .quoteAndAccent: TestBrowser.encode("\"\u{301}><i>x\"\u{301} y=\"\u{301}")
        case .wrongType: "NaN"
        case .markup: TestBrowser.encode("</textarea></title><script>alert(1)</script><img src=x onerror=alert(1)>")
        case .veryLong: String(repeating: "w", count: 30_000)
        }
    }

    /// What makes a difference where options are offered.
    var isForChoices: Bool {
        [.empty, .control, .notUTF8, .quoteAndAccent, .wrongType].contains(self)
    }

    /// No field for words may take it.
    var isRefusedAsText: Bool {
        [.control, .escape, .notUTF8, .brokenUTF8, .bidirectional, .isolated, .veryLong].contains(self)
    }
}

@Suite("Hostile forms")
struct HostileFormsTests {
    private static let isLong = ProcessInfo.processInfo.environment["CONFIDANT_LONG"] == "1"
    private static let typed: Set<String> = ["text", "email", "tel", "search", "textarea"]

    /// Forms that no link of the demonstration leads to, and where they are tested instead.
    private static let elsewhere: [String: String] = [
        "/enter/:token": "one tick; EnterTests, and every field below with a made-up token",
        "/people-import/preview": "an id in a hidden field; ImportPagesTests",
        "/people-import/cancel": "the same",
    ]

    @Test(
        "Whatever is sent in a field of a form that people see, the answer is theirs to read",
        arguments: TestDatabase.engines)
    func everyFieldOfEveryPage(engine: DatabaseEngine) async throws {
        try await withDemo(engine) { visitors, demo in
            var met: Set<String> = []
            let walk = SiteWalk(visitors.site.routeTable)
            for (role, index) in Self.visits(engine) {
                let browser = visitors.browser()
                let sender = visitors.browser()
                if let role {
                    try await demo.enter(browser, as: role, index: index)
                    try await demo.enter(sender, as: role, index: index)
                    try await sender.get("/home")
                } else {
                    try await sender.get("/sign-in")
                }
                let token = sender.formToken
                for start in Self.starts(role, demo) {
                    try await walk.pages(browser, from: start) { _, page in
                        for form in page.forms where form.isPost {
                            guard let route = walk.route("POST", of: form.action), met.insert(route.path).inserted
                            else { continue }
                            try await Self.attack(form, with: sender, token)
                            // A page of work under way waits for it, and nobody works here but this.
                            _ = try await visitors.site.outbox.drain()
                        }
                    }
                }
            }
            let withFields = visitors.site.routeTable.filter { $0.method == "POST" && !$0.fields.isEmpty }.map(\.path)
            let missed = Set(withFields).subtracting(met).subtracting(Self.elsewhere.keys)
            if Self.isLong { #expect(missed.isEmpty, "no page of the demonstration shows these forms") }
            #expect(met.count > 20, "too few forms were met: \(met.sorted())")
        }
    }

    @Test("No field of any form that the routes know ends in a fault, whatever is sent in it and wherever it is sent")
    func everyFieldOfEveryRoute() async throws {
        try await withDemo(.sqlite) { visitors, demo in
            for role in [nil, .client, .practitioner, .lead, .administrator] as [Role?] {
                let browser = visitors.browser()
                if let role { try await demo.enter(browser, as: role) }
                try await browser.get(role == nil ? "/sign-in" : "/home")
                let token = browser.formToken
                for entry in visitors.site.routeTable
                where entry.method == "POST" && entry.path != "/sign-out" && Self.isFor(role, entry) {
                    let path = entry.path.replacing(/:[a-z_]+|\{[a-z_]+\}/, with: "AAAAAAAAAAAAAAAAAAAAAA")
                    for name in entry.fields + ["form_token", "nothing"] {
                        for hostile in Hostile.allCases where Self.isLong || hostile.isForChoices {
                            let body = "form_token=\(token)&\(name)=\(hostile.encoded)&\(name)=again"
                            let page = try await Self.send(body, to: path, browser)
                            #expect(page.status.code < 500, "\(path) \(name) \(hostile) as \(String(describing: role))")
                        }
                    }
                }
            }
        }
    }

    @Test("Ten megabytes in a field are told beside it, and what was typed is still there")
    func tenMegabytes() async throws {
        try await withDemo(.sqlite) { visitors, demo in
            let browser = visitors.browser()
            try await demo.enter(browser, as: .administrator)
            try await browser.get("/organisations/new")
            let body = "form_token=\(browser.formToken)&name=" + String(repeating: "w", count: 10 << 20)
            let page = try await Self.send(body, to: "/organisations/new", browser)
            #expect(page.status == .unprocessableContent)
            #expect(page.html.utf8.count > 10 << 20, "what was typed is gone")
            let rest = String(decoding: page.html.utf8.filter { $0 != UInt8(ascii: "w") }, as: UTF8.self)
            #expect(rest.contains("id=\"name-error\""))
            let tooMuch = body + String(repeating: "w", count: 4 << 20)
            #expect(try await Self.send(tooMuch, to: "/organisations/new", browser).status == .contentTooLarge)
        }
    }

    /// Whom of those who try a route is for; what is for everybody is tried by a visitor and a client.
    private static func isFor(_ role: Role?, _ entry: RouteEntry) -> Bool {
        switch entry.audience {
        case "anyone": role == nil
        case "signed-in": role == .client || role == .practitioner
        default: role.map { entry.audience.split(separator: "+").contains(Substring($0.rawValue)) } ?? false
        }
    }

    /// Who looks round: enough people that every form of the story is met.
    private static func starts(_ role: Role?, _ demo: Demo) -> [String] {
        switch role {
        case nil: ["/", "/sign-in", "/sign-in/code"]
        case .client:
            ["/home", "/me/contact"] + (0..<4).map { "/practitioners/\(demo.person(.practitioner, $0).person)" }
        default: ["/home", "/me/contact", "/roles"]
        }
    }

    private static func visits(_ engine: DatabaseEngine) -> [(Role?, Int)] {
        let people = isLong ? 12 : 2
        return [(nil, 0), (.administrator, 0), (.lead, 0)] + (0..<people).map { (.client, $0) }
            + (0..<people).map { (.practitioner, $0) }
    }

    private static func attack(_ form: TestPage.Form, with browser: TestBrowser, _ token: String) async throws {
        // What nobody takes comes first: something that is taken may be the end of the form.
        for isRefused in [true, false] {
            try await attack(form, with: browser, token, Hostile.allCases.filter { $0.isRefusedAsText == isRefused })
        }
    }

    private static func attack(
        _ form: TestPage.Form, with browser: TestBrowser, _ token: String, _ kinds: [Hostile]
    ) async throws {
        var tried: Set<String> = ["form_token"]
        for field in form.fields where tried.insert(field.name).inserted {
            let isTyped = typed.contains(field.type)
            for hostile in kinds where isTyped || hostile.isForChoices {
                let others = valid(form, but: field.name)
                let pairs = ["form_token=" + token, "\(field.name)=\(hostile.encoded)"] + others
                let page = try await send(pairs.joined(separator: "&"), to: form.action, browser)
                let what = "\(form.action) \(field.name) \(hostile)"
                #expect(page.status.code < 500, "\(what): \(page.status)")
                #expect(!page.html.contains("<script>alert") && !page.html.contains("<img src=x"), "\(what): markup")
                #expect(!page.html.utf8.hasQuoteWithAccent, "\(what): quote")
                guard isTyped, hostile.isRefusedAsText else { continue }
                #expect(page.status == .unprocessableContent, "\(what): \(page.status)")
                #expect(
                    page.html.contains("id=\"\(shownName(field.name, in: form))-error\""),
                    "\(what): no word at the field")
                // A code that opens the door is not written into a page.
                let kept = page.value(ofField: field.name) ?? ""
                #expect(!kept.isEmpty || field.name == "code", "\(what): what was typed is gone")
            }
        }
    }

    /// The rest of the form as somebody would send it: typed fields as they stand, the last of each set of options, since what it
    /// asks for beside is then read.
    private static func valid(_ form: TestPage.Form, but name: String) -> [String] {
        var values: [String: String] = [:]
        for field in form.fields where field.name != name && field.name != "form_token" {
            if field.isSent || field.type == "radio" { values[field.name] = field.value }
        }
        return values.map { TestBrowser.encode($0) + "=" + TestBrowser.encode($1) }
    }

    /// The three parts of a day share one message.
    private static func shownName(_ name: String, in form: TestPage.Form) -> String {
        let stem = name.replacing(/_(day|month|year)$/, with: "")
        let names = Set(form.fields.map(\.name))
        return ["_day", "_month", "_year"].allSatisfy { names.contains(stem + $0) } ? stem : name
    }

    private static func send(_ body: String, to path: String, _ browser: TestBrowser) async throws -> TestPage {
        try await browser.send(.post, path, body: body, headers: [.contentType: "application/x-www-form-urlencoded"])
    }
}

extension String.UTF8View {
    /// Whether a quotation mark of the page's own is followed by U+0301, which Swift would take for one character with it.
    fileprivate var hasQuoteWithAccent: Bool {
        var before: (UInt8, UInt8) = (0, 0)
        for byte in self {
            if before == (UInt8(ascii: "\""), 0xCC), byte == 0x81 { return true }
            before = (before.1, byte)
        }
        return false
    }
}
