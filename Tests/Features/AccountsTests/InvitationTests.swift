// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Kernel
import Pools
import SQL
import TestSupport
import Testing
import Web

@testable import Accounts

@Suite("Inviting")
struct InvitationTests {
    @Test("A lead invites somebody, who comes; the list says so at each step", arguments: TestDatabase.engines)
    func journey(engine: DatabaseEngine) async throws {
        try await withDoor(engine) { door in
            try await door.withPages { visitors async throws in
                let lead = try await door.browser("lena@one.example", visitors)
                var page = try await lead.get("/invitations")
                #expect(page.has("Sian Wyn") && page.has("Mair Post") && !page.has("Tomos"))
                try await lead.follow("Sian Wyn")
                page = try await lead.press("Send an invitation")
                #expect(page.has("The mail goes on"))
                try await door.deliver()
                page = try await lead.get(page.path)
                #expect(page.has("its link works until 16 March 2026"))
                let sian = visitors.browser()
                try await sian.get(try door.link("sian@one.example"))
                try await sian.press("Come in")
                page = try await lead.get("/invitations/list/came/all")
                #expect(page.has("Sian Wyn") && page.has("Came on 2 March 2026"))
                #expect(try await lead.get("/invitations").has("Sian") == false)
                let before = door.letters.messages.count
                door.clock.advance(days: 8)
                try await door.deliver()
                #expect(door.letters.messages.count == before)
            }
        }
    }

    @Test("Leads see their own organisations, administrators all, others nothing", arguments: TestDatabase.engines)
    func visibility(engine: DatabaseEngine) async throws {
        try await withDoor(engine) { door in
            let sian = try await door.person("sian@one.example")
            try await door.withPages { visitors async throws in
                for (email, sees) in [
                    ("ada@one.example", true), ("lena@one.example", true), ("lars@one.example", false),
                    ("tomos@one.example", false),
                ] {
                    let browser = try await door.browser(email, visitors)
                    #expect((try await browser.get("/invitations/people/\(sian)").status == .ok) == sees)
                    let token = try await browser.get("/me").value(ofField: "form_token") ?? ""
                    for act in ["mail", "code", "cancel", "address"] {
                        let page = try await browser.post("/invitations/people/\(sian)/\(act)", [("form_token", token)])
                        #expect((page.status == .ok) == sees, "\(email) \(act)")
                    }
                }
            }
            #expect(try await door.count(.invitations) == 4)
        }
    }

    @Test("Many are invited bit by bit, at the pace that the pool set, and none twice", arguments: TestDatabase.engines)
    func many(engine: DatabaseEngine) async throws {
        let rows = (1...30).map { "Client,Number\($0),c\($0)@one.example,North,client" }
        try await withDatabase(engine) { database in
            let door = try await Door(database, people: Door.people + "\n" + rows.joined(separator: "\n"))
            let ada = try await door.viewer("ada@one.example")
            try await SaveSettings(database: database, ids: door.ids)([.invitationsADay: "2400"], by: ada, at: .t0)
            let lena = try await door.viewer("lena@one.example")
            func invite() async throws -> Int {
                try await InviteMany(viewer: lena, organisation: nil, now: door.clock.now, ids: door.ids).run(
                    in: database)
            }
            #expect(try await invite() == 32)  // thirty, Sian and Lena herself; Mair has no address
            #expect(try await invite() == 0)
            let due = try await database.read { try $0.rows(Looking.due, door.pool).map { try $0.time("due_at") } }
            let mails = due.filter { $0 < Timestamp.t0.adding(days: 1) }
            #expect(mails == (0..<32).map { Timestamp.t0.adding(seconds: 36 * $0) })
            #expect(due.count == 64)
            try await door.deliver()
            #expect(door.letters.messages.count == 1)
            door.clock.advance(seconds: 36 * 10)
            try await door.deliver()
            #expect(door.letters.messages.count == 11)
            // The next bulk stands in line behind this one.
            let invited = try await InviteMany(viewer: ada, organisation: nil, now: door.clock.now, ids: door.ids).run(
                in: database)
            #expect(invited == 3)
            let last = try await database.read {
                try $0.rows(Looking.due, door.pool).map { try $0.time("due_at") }.filter {
                    $0 < Timestamp.t0.adding(days: 1)
                }.last
            }
            #expect(last == Timestamp.t0.adding(seconds: 36 * 34))
        }
    }

    @Test("Two stewards who press at once invite everybody once", arguments: TestDatabase.engines)
    func atOnce(engine: DatabaseEngine) async throws {
        try await withDoor(engine) { door in
            let (ada, lena) = (try await door.viewer("ada@one.example"), try await door.viewer("lena@one.example"))
            try await withThrowingTaskGroup(of: Void.self) { group in
                for viewer in [ada, lena, ada, lena] {
                    group.addTask {
                        _ = try await InviteMany(viewer: viewer, organisation: nil, now: door.clock.now, ids: door.ids)
                            .run(in: door.database)
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await door.count(.invitations) == 5)
        }
    }

    @Test("One reminder goes to who has not come, none to who was taken off", arguments: TestDatabase.engines)
    func reminder(engine: DatabaseEngine) async throws {
        try await withDoor(engine) { door in
            let ada = try await door.viewer("ada@one.example")
            for email in ["sian@one.example", "tomos@one.example", "lena@one.example"] {
                try await InvitePerson(ada, try await door.person(email), now: .t0, ids: door.ids).run(
                    in: door.database)
            }
            try await CancelInvitation(ada, try await door.person("lena@one.example"), now: .t0, ids: door.ids)
                .run(in: door.database)
            try await door.deliver()
            #expect(door.letters.to("lena@one.example").isEmpty)
            let first = try door.link("sian@one.example")
            try await CancelInvitation(ada, try await door.person("tomos@one.example"), now: .t0, ids: door.ids)
                .run(in: door.database)
            door.clock.advance(days: 7)
            try await door.deliver()
            door.clock.advance(days: 7)
            try await door.deliver()
            #expect(door.letters.to("sian@one.example").count == 2)
            #expect(door.letters.to("tomos@one.example").count == 1)
            door.clock.advance(days: -7)
            try await door.withPages { visitors async throws in
                // Both mails are of one invitation: either opens it, together they open it once.
                let browser = visitors.browser()
                try await browser.get(first)
                #expect(try await browser.press("Come in").heading == "Where may we write?")
                #expect(try await visitors.browser().get(try door.link("sian@one.example")).status == .gone)
                #expect(try await visitors.browser().get(try door.link("tomos@one.example")).has("taken back"))
            }
        }
    }

    @Test("Sent again, the link before works no more", arguments: TestDatabase.engines)
    func resend(engine: DatabaseEngine) async throws {
        try await withDoor(engine) { door in
            let ada = try await door.viewer("ada@one.example")
            let sian = try await door.person("sian@one.example")
            try await InvitePerson(ada, sian, now: .t0, ids: door.ids).run(in: door.database)
            try await door.deliver()
            let before = try door.link("sian@one.example")
            try await InvitePerson(ada, sian, now: .t0, ids: door.ids).run(in: door.database)
            try await door.deliver()
            try await door.withPages { visitors async throws in
                #expect(try await visitors.browser().get(before).status == .gone)
                #expect(try await visitors.browser().get(try door.link("sian@one.example")).status == .ok)
            }
            await #expect(throws: AccountsError.noAddress) {
                let mair = try await door.person(named: "mair.post")
                try await InvitePerson(ada, mair, now: .t0, ids: door.ids).run(in: door.database)
            }
        }
    }

    @Test("A code is printed once, typed as people type, and opens once", arguments: TestDatabase.engines)
    func letter(engine: DatabaseEngine) async throws {
        try await withDoor(engine) { door in
            let mair = try await door.person(named: "mair.post")
            try await door.withPages { visitors async throws in
                let lead = try await door.browser("lena@one.example", visitors)
                #expect(try await lead.get("/invitations/list/no-address/all").has("Mair Post"))
                try await lead.follow("Mair Post")
                func made() async throws -> String {
                    try await lead.get("/invitations/people/\(mair)")
                    let page = try await lead.press("Make a code")
                    #expect(page.has("one.example/sign-in/code") && page.has("one.example/cy/sign-in/code"))
                    #expect(page.has("mair.post") && page.has("Mair Post") && page.has("16 Mawrth 2026"))
                    guard let found = page.html.firstMatch(of: /Code: ([2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4})/) else {
                        throw NotAsPlanned()
                    }
                    return String(found.output.1)
                }
                let (old, new) = (try await made(), try await made())
                #expect(try await lead.get("/invitations/people/\(mair)").has(new) == false)
                func come(_ userName: String, _ code: String) async throws -> TestPage {
                    let browser = visitors.browser()
                    try await browser.get("/sign-in/code")
                    try browser.fill("User name", userName)
                    try browser.fill("Code", code)
                    return try await browser.press("Come in")
                }
                #expect(try await come("mair.post", old).status == .unprocessableContent)
                #expect(try await come("sian@one.example", new).status == .unprocessableContent)
                let typed = " " + new.lowercased().replacing("-", with: " ")
                #expect(try await come(" Mair.Post ", typed).heading == "Where may we write?")
                #expect(try await come("mair.post", new).status == .unprocessableContent)
            }
        }
    }

    @Test("Codes are drawn evenly from what cannot be taken for one another")
    func alphabet() {
        let ids = TestIDs()
        var counts: [Character: Int] = [:]
        for _ in 0..<4000 {
            for letter in SignInCode.make(ids) where letter != "-" { counts[letter, default: 0] += 1 }
        }
        #expect(counts.count == 24)
        #expect(Set(counts.keys).isDisjoint(with: "01OIL5SZBUAE"))
        let mean = 4000.0 * 12 / 24
        let chi = counts.values.reduce(0.0) { $0 + (Double($1) - mean) * (Double($1) - mean) / mean }
        #expect(chi < 49.7)  // 23 degrees of freedom, one in a thousand
    }
}
