// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Kernel
import Mail
import Pools
import SQL
import TestSupport
import Testing
import Web

@testable import Accounts

@Suite("Where we may write")
struct ContactTests {
    @Test(
        "Another address counts once its own link was pressed, and the one before is told",
        arguments: TestDatabase.engines)
    func change(engine: DatabaseEngine) async throws {
        try await withDoor(engine) { door in
            try await door.withPages { visitors async throws in
                let sian = try await door.browser("sian@one.example", visitors)
                try await sian.get("/me/contact")
                try sian.choose("Another address")
                var page = try await sian.press("Save")
                #expect(page.status == .unprocessableContent)
                try sian.fill("The other address", "Home@Else.example")
                page = try await sian.press("Save")
                #expect(page.heading == "Look in your other mail")
                try await door.deliver()
                #expect(try await sian.get("/me").has("not yet confirmed"))
                let link = try door.link("Home@Else.example")
                _ = try await door.askedLink("sian@one.example")
                #expect(door.letters.to("sian@one.example").count == 2)
                // A stranger who reads that mail cannot make it count, signed in or not.
                let tomos = try await door.browser("tomos@one.example", visitors)
                #expect(try await tomos.get(link).status == .conflict)
                let token = try await tomos.get("/me").value(ofField: "form_token") ?? ""
                #expect(try await tomos.post(link, [("form_token", token)]).status == .conflict)
                #expect(try await visitors.browser().get(link).heading == "Sign in")
                for _ in 1...3 { #expect(try await sian.get(link).heading == "Use this address from now on") }
                #expect(try await door.person("sian@one.example").text.isEmpty == false)
                page = try await sian.press("Write to me there")
                #expect(page.has("Home@Else.example"))
                try await door.deliver()
                #expect(door.letters.to("sian@one.example").last?.subject.text == "We write to another address now")
                #expect(try await sian.get(link).status == .conflict)
                _ = try await door.askedLink("home@else.example")
                #expect(door.letters.to("Home@Else.example").count == 2)
            }
        }
    }

    @Test(
        "Another address of somebody else in the pool is refused, and only to who reads its mail",
        arguments: TestDatabase.engines)
    func taken(engine: DatabaseEngine) async throws {
        try await withDoor(engine) { door in
            let sian = try await door.viewer("sian@one.example")
            try await ChooseContact(
                sian, ContactChoice(service: .english, letters: .english), newEmail: "tomos@one.example", now: .t0,
                ids: door.ids
            ).run(in: door.database)
            try await door.deliver()
            let token = String(try door.link("tomos@one.example").dropFirst("/me/address/".count))
            await #expect(throws: AccountsError.addressTaken) {
                try await ConfirmAddress(sian, token: token, now: .t0, ids: door.ids)?.run(in: door.database)
            }
            #expect(try await door.person("sian@one.example") == sian.person)
        }
    }

    @Test("Mails are in both languages until a choice is recorded, then in that one", arguments: TestDatabase.engines)
    func languages(engine: DatabaseEngine) async throws {
        try await withDoor(engine) { door in
            _ = try await door.askedLink("sian@one.example")
            let first = try #require(door.letters.messages.last)
            #expect(first.languages == [.english, .welsh])
            #expect(first.subject.text == "Your link / Eich dolen")
            #expect(
                first.body.contains("https://one.example/enter/")
                    && first.body.contains("https://one.example/cy/enter/"))
            let sian = try await door.viewer("sian@one.example")
            try await ChooseContact(
                sian, ContactChoice(service: .english, letters: .welsh), newEmail: nil, now: .t0, ids: door.ids
            ).run(in: door.database)
            _ = try await door.askedLink("sian@one.example")
            let second = try #require(door.letters.messages.last)
            #expect(second.languages == [.welsh])
            #expect(second.subject.text == "Eich dolen")
            #expect(!second.body.contains("Open it"))
        }
    }

    @Test("No mail holds a word that a person wrote: no name, no pool, no topic", arguments: TestDatabase.engines)
    func neutral(engine: DatabaseEngine) async throws {
        try await withDoor(engine) { door in
            let ada = try await door.viewer("ada@one.example")
            let sian = try await door.viewer("sian@one.example")
            try await InvitePerson(ada, sian.person, now: .t0, ids: door.ids).run(in: door.database)
            try await ChooseContact(
                sian, ContactChoice(service: .english, letters: .welsh), newEmail: "new@else.example", now: .t0,
                ids: door.ids
            ).run(in: door.database)
            _ = try await door.askedLink("sian@one.example")
            door.clock.advance(days: 7)
            try await door.deliver()
            let subjects = Set(door.letters.messages.map(\.subject.text))
            #expect(subjects.count == 4)
            for message in door.letters.messages {
                let words = (message.subject.text + "\n" + message.body).lowercased()
                for never in [
                    "sian", "wyn", "secret", "topic", "admin", "north", "coach", "mentor", "hyfforddi", "{{", "[",
                ] {
                    #expect(!words.contains(never), "\(never) in \(words)")
                }
            }
        }
    }

    @Test("The service goes on in the language that somebody chose", arguments: TestDatabase.engines)
    func service(engine: DatabaseEngine) async throws {
        try await withDoor(engine) { door in
            let sian = try await door.viewer("sian@one.example")
            try await ChooseContact(
                sian, ContactChoice(service: .welsh, letters: .english), newEmail: nil, now: .t0, ids: door.ids
            ).run(in: door.database)
            try await door.withPages { visitors async throws in
                let browser = visitors.browser()
                try await browser.get(try await door.askedLink("sian@one.example"))
                let page = try await browser.press("Come in")
                #expect(page.path == "/cy/welcome")
                #expect(page.heading == "Ble cawn ni ysgrifennu?")
            }
        }
    }

    @Test(
        "An address from which mail came back is marked until somebody has seen to it", arguments: TestDatabase.engines)
    func bounce(engine: DatabaseEngine) async throws {
        try await withDatabase(engine) { database in
            let door = try await Door(
                database, people: Door.people + "\nBad,Address,bad..dots@one.example,North,client")
            let ada = try await door.viewer("ada@one.example")
            let bad = try await door.person("bad..dots@one.example")
            try await InvitePerson(ada, bad, now: .t0, ids: door.ids).run(in: database)
            try await door.deliver()
            try await door.withPages { visitors async throws in
                let lead = try await door.browser("lena@one.example", visitors)
                #expect(try await lead.get("/invitations/list/bounced/all").has("Bad Address"))
                let page = try await lead.follow("Bad Address")
                #expect(page.has("Mail to this address came back on 2 March 2026"))
                door.clock.advance(seconds: 60)
                #expect(try await lead.press("The address is right now").has("came back") == false)
                #expect(try await lead.get("/invitations/list/bounced/all").has("Bad Address") == false)
            }
        }
    }
}
