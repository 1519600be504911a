// SPDX-License-Identifier: EUPL-1.2

import App
import HTTPTypes
import Kernel
import SQL
import TestSupport
import Testing
import Web

@Suite("Routes and roles")
struct RouteTableTests {
    private static let dummy = "AAAAAAAAAAAAAAAAAAAAAA"

    @Test("The table of routes is the one in docs/routes.md, made from the routes themselves")
    func golden() async throws {
        try await withDatabase(.sqlite) { database in
            let site = try Site(database: database, time: TestClock(), ids: TestIDs(), settings: .init(formKey: [1]))
            var text = """
                # Routes and for whom they are

                Made from the routes by a test (`RouteTableTests`); an address with `{…}` holds an id or a code. `anyone` needs no sign-in,
                `signed-in` any role; for everybody else a page is not there (404), and somebody who is not signed in is led to sign in.

                | method | path | for |
                |---|---|---|

                """
            for entry in site.routeTable.sorted(by: { ($0.path, $0.method) < ($1.path, $1.method) }) {
                text +=
                    "| \(entry.method) | `\(entry.path.replacing(/:([a-z_]+)/) { "{\($0.output.1)}" })` | \(entry.audience) |\n"
            }
            try expectGolden(text, "docs/routes.md")
        }
    }

    @Test("Each page answers each role as the table says", arguments: TestDatabase.engines)
    func eachRole(engine: DatabaseEngine) async throws {
        try await withDemo(engine) { visitors, demo in
            for role in [nil, .client, .practitioner, .lead, .administrator, .panel] as [Role?] {
                let browser = visitors.browser()
                if let role { try await demo.enter(browser, as: role) }
                let roles = role.map { demo.roles(ofFirst: $0) } ?? []
                for entry in visitors.site.routeTable where entry.method == "GET" && !entry.path.hasPrefix("/demo") {
                    let path = entry.path.replacing(/:[a-z_]+|\{[a-z_]+\}/, with: Self.dummy)
                    let page = try await browser.get(path)
                    let allowed = Set(entry.audience.split(separator: "+").compactMap { Role(rawValue: String($0)) })
                    switch entry.audience {
                    case _ where entry.audience.hasPrefix("room-"):
                        // The API is asked with a token; a browser's cookie gives nothing there.
                        #expect(page.status.code == (entry.audience == "room-anyone" ? 200 : 401), "\(path)")
                    case "anyone": #expect(page.status.code < 500, "\(path) as \(roles)")
                    case _ where roles.isEmpty:
                        #expect(page.path.hasSuffix("/sign-in"), "\(path) for a visitor: \(page.path)")
                    case "signed-in": #expect(page.status.code < 500, "\(path) as \(roles)")
                    case _ where allowed.isDisjoint(with: roles):
                        #expect(page.status == .notFound, "\(path) as \(roles)")
                    default: #expect(page.status.code < 500 && page.status != .forbidden, "\(path) as \(roles)")
                    }
                }
            }
        }
    }

    @Test("Nothing can be changed without the form's token, from another site, or by another's token")
    func forms() async throws {
        try await withDemo(.sqlite) { visitors, demo in
            let own = visitors.browser()
            try await demo.enter(own, as: .administrator)
            let other = visitors.browser()
            try await demo.enter(other, as: .lead)
            try await other.get("/home")
            try await own.get("/home")
            let (token, foreign) = (own.formToken, other.formToken)
            #expect(!token.isEmpty && token != foreign)
            for entry in visitors.site.routeTable where entry.method == "POST" {
                let path = entry.path.replacing(/:[a-z_]+|\{[a-z_]+\}/, with: Self.dummy)
                #expect(try await own.post(path, []).status != .ok, "\(path) without a token")
                #expect(
                    try await own.post(path, [("form_token", foreign)]).status != .ok, "\(path) with another's token")
                let crossSite: [HTTPFields] = [
                    [.origin: "https://evil.example"], [.origin: "null"],
                    [HTTPField.Name("Sec-Fetch-Site") ?? .from: "cross-site"],
                    [HTTPField.Name("Sec-Fetch-Site") ?? .from: "same-site"],
                ]
                for headers in crossSite {
                    let page = try await own.post(path, [("form_token", token)], headers: headers)
                    #expect(page.status == .forbidden, "\(path) with \(headers)")
                }
                let asText = try await own.send(
                    .post, path, body: "form_token=\(token)", headers: [.contentType: "text/plain"])
                #expect(asText.status.code >= 400, "\(path) as text/plain")
            }
        }
    }
}
