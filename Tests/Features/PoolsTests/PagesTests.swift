// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Kernel
import Pools
import SQL
import TestSupport
import Testing

@Suite("Pages of pools and people")
struct PagesTests {
    private static let people = """
        name,email,organisation,role
        Gwen Lead,gwen@example.org,Glan Afon,lead
        Huw Lead,huw@example.org,Bryn Teg,lead
        Sian Wyn,sian@example.org,Glan Afon,client
        Tom Price,tom@example.org,Bryn Teg,client
        """

    @Test(
        "An administrator adds a person, finds them, gives a role, names a deputy, ends it",
        arguments: TestDatabase.engines)
    func journey(engine: DatabaseEngine) async throws {
        try await withPool(engine) { scene in
            try await scene.take(Self.people)
            try await scene.withPages { browser in
                let ada = try await browser("ada@one.example")
                var page = try await ada.get("/people")
                #expect(page.has("Tom Price"))
                try await ada.follow("Add a person")
                try ada.fill("First name", "Lowri")
                try ada.fill("Last name", "\"\u{301}<b>Bevan")
                try ada.choose("Bryn Teg")
                try ada.choose("Coach or mentor")
                page = try await ada.press("Add this person")
                #expect(page.has("has been added"))
                #expect(page.has("lowri.b.bevan"))
                #expect(page.has("No email address"))
                #expect(!page.html.contains("<b>Bevan"))

                try await ada.follow("Give a role")
                try ada.choose("Organisational lead")
                page = try await ada.press("Give this role")
                #expect(page.status == .unprocessableContent)
                #expect(page.has("Choose one"))
                try ada.choose("Organisational lead")
                try ada.choose("Bryn Teg")
                page = try await ada.press("Give this role")
                #expect(page.has("has a new role"))
                #expect(page.has("Organisational lead, Bryn Teg"))

                try await ada.follow("Name a deputy")
                try ada.fill("Email address or user name of the deputy", "tom@example.org")
                let (year, month, day) = Timestamp.t0.day.parts
                for (label, from) in [("from", day), ("until", day + 1)] {
                    page = ada.page
                    #expect(page.value(ofField: "\(label)_day") == "")
                    try ada.fill(name: "\(label)_day", String(from))
                    try ada.fill(name: "\(label)_month", String(month))
                    try ada.fill(name: "\(label)_year", String(year))
                }
                page = try await ada.press("Name this deputy")
                #expect(page.has("Tom Price stands in from 2026-03-02 to 2026-03-03"))
                let tom = try await browser("tom@example.org")
                #expect(try await tom.get("/people").status == .ok)
                page = try await ada.press("Stop this deputy")
                #expect(page.has("has stopped"))
                #expect(try await tom.get("/people").status == .notFound)
                try await ada.follow("End this role")
                page = try await ada.press("End this role now")
                #expect(page.has("has ended"))

                page = try await ada.get("/people")
                try ada.fill("Name, email address or user name", "lowri")
                page = try await ada.press("Search")
                #expect(page.path == "/people")
                #expect(page.has("Bevan"))
                #expect(!page.has("Tom Price"))
                try ada.fill("Name, email address or user name", "zzz")
                page = try await ada.press("Search")
                #expect(page.has("Nobody of that name"))
                page = try await ada.get("/cy/people")
                #expect(page.heading == "Pobl")
            }
        }
    }

    @Test(
        "What is not yours is not there: another pool, another organisation, another role",
        arguments: TestDatabase.engines)
    func notYours(engine: DatabaseEngine) async throws {
        try await withDatabase(engine) { database in
            let one = try await PoolScene(database, name: "one", seed: 1)
            let two = try await PoolScene(database, name: "two", seed: 2)
            try await one.take(Self.people)
            try await two.take(Self.people)
            let stranger = try await two.person("sian@example.org")
            let strangersRole = try await Self.role(of: stranger, two)
            let (tom, huw) = (try await one.person("tom@example.org"), try await one.person("huw@example.org"))
            let (tomsRole, huwsRole) = (try await Self.role(of: tom, one), try await Self.role(of: huw, one))
            let strangersPlace = try #require(stranger.details.organisation)
            try await one.withPages { browser in
                let ada = try await browser("ada@one.example")
                let gwen = try await browser("gwen@example.org")
                let sian = try await browser("sian@example.org")
                for path in [
                    "/people/\(stranger.id)", "/people/\(stranger.id)/details", "/people/\(stranger.id)/roles",
                    "/roles/\(strangersRole)/ending", "/roles/\(strangersRole)/deputies",
                    "/organisations/\(strangersPlace)/name",
                ] {
                    #expect(try await ada.get(path).status == .notFound, "\(path)")
                }
                for path in [
                    "/people/\(tom.id)", "/people/\(tom.id)/details", "/people/\(tom.id)/roles",
                    "/roles/\(tomsRole)/ending",
                    "/roles/\(huwsRole)/deputies", "/settings", "/organisations/new", "/people-import",
                    "/people-import/preview",
                ] {
                    #expect(try await gwen.get(path).status == .notFound, "\(path)")
                }
                for path in ["/people", "/people/new", "/organisations", "/settings", "/people/\(tom.id)"] {
                    #expect(try await sian.get(path).status == .notFound, "\(path)")
                }
                try await gwen.get("/people")
                let token = gwen.formToken
                for path in ["/people/\(tom.id)/roles", "/people/\(tom.id)/details", "/roles/\(tomsRole)/ending"] {
                    let fields = [
                        ("form_token", token), ("role", "practitioner"), ("family_name", "Changed"), ("version", "1"),
                    ]
                    #expect(try await gwen.post(path, fields).status == .notFound, "\(path)")
                }
            }
            #expect(try await one.person("tom@example.org") == tom)
            #expect(try await one.roles(of: tom.id) == [HeldRole(role: .client)])
        }
    }

    @Test("Every form of this feature refuses to be sent without its token", arguments: TestDatabase.engines)
    func tokens(engine: DatabaseEngine) async throws {
        try await withPool(engine) { scene in
            try await scene.take(Self.people)
            let tom = try await scene.person("tom@example.org")
            try await scene.withPages { browser in
                let ada = try await browser("ada@one.example")
                for path in [
                    "/people", "/people/new", "/people/\(tom.id)/details", "/people/\(tom.id)/roles",
                    "/organisations/new", "/settings",
                    "/people-import", "/people-import/preview", "/people-import/cancel",
                ] {
                    #expect(try await ada.post(path, [("words", "tom")]).status == .forbidden, "\(path)")
                }
            }
        }
    }

    @Test(
        "Bad input at any field of a person is a message beside the field, and what was typed stays",
        arguments: ["", "\u{0}x", "a\u{202E}b", String(repeating: "x", count: 1 << 20)])
    func badInput(text: String) async throws {
        try await withPool(.sqlite) { scene in
            try await scene.withPages { browser in
                let ada = try await browser("ada@one.example")
                try await ada.get("/people/new")
                let names = [
                    "given_name", "family_name", "email", "organisation", "job_title", "manager_email", "language",
                    "role",
                ]
                let page = try await ada.post(
                    "/people/new", [("form_token", ada.formToken), ("grade", "kept")] + names.map { ($0, text) })
                #expect(page.status == .unprocessableContent)
                #expect(page.has("There is a problem"))
                #expect(page.value(ofField: "grade") == "kept")
            }
        }
    }

    @Test("Settings are kept within their ranges", arguments: TestDatabase.engines)
    func settings(engine: DatabaseEngine) async throws {
        try await withPool(engine) { scene in
            try await scene.withPages { browser in
                let ada = try await browser("ada@one.example")
                try await ada.get("/settings")
                try ada.fill("Days until a request without an answer ends", "0")
                var page = try await ada.press("Save settings")
                #expect(page.status == .unprocessableContent)
                #expect(page.has("Enter a whole number from 1 to 60"))
                try ada.fill("Days until a request without an answer ends", "21")
                try ada.choose("Coachee")
                page = try await ada.press("Save settings")
                #expect(page.has("The settings have been saved"))
            }
            let settings = try await scene.database.read { [scene] in try PoolSettings.read(in: $0, pool: scene.pool) }
            #expect(settings.number(.requestDays) == 21)
            #expect(settings.text(.clientWord) == "coachee")
            #expect(settings.number(.acceptHoldDays) == 14)
        }
    }

    @Test("Organisations are added and renamed, one of a name", arguments: TestDatabase.engines)
    func organisations(engine: DatabaseEngine) async throws {
        try await withPool(engine) { scene in
            try await scene.take(Self.people)
            try await scene.withPages { browser in
                let ada = try await browser("ada@one.example")
                try await ada.get("/organisations/new")
                try ada.fill("Name of the organisation", "GLÁN AFON")
                var page = try await ada.press("Add this organisation")
                #expect(page.has("An organisation of this name is here already"))
                try ada.fill("Name of the organisation", "Dyffryn")
                page = try await ada.press("Add this organisation")
                #expect(page.has("The organisation has been added"))
                #expect(page.has("Dyffryn 0 people"))
            }
        }
    }

    private static func role(of person: Person, _ scene: PoolScene) async throws -> RoleGrantID {
        let found = try await ShowPerson(database: scene.database)(
            person.id, for: scene.administrator, on: Timestamp.t0.day)
        return try #require(found.roles.first).grant.id
    }
}
