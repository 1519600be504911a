// SPDX-License-Identifier: EUPL-1.2

import Journal
import Kernel
import Practitioners
import SQL
import TestSupport
import Testing

@Suite("Practitioners")
struct PracticeTests {
    @Test("Nobody finds an applicant, everybody who was published and listed", arguments: TestDatabase.engines)
    func listing(engine: DatabaseEngine) async throws {
        try await withPractice(engine) { pool in
            let lowri = try await pool.person("Lowri", .practitioner)
            let sian = try await pool.person("Sian", .client)
            await #expect(throws: PractitionersError.noProfile) {
                try await pool.practice.list(lowri.person, pool: pool.id, actor: .program)
            }
            try await pool.practice.saveDraft(.example, by: lowri)
            await #expect(throws: PractitionersError.noProfile) {
                try await pool.practice.list(lowri.person, pool: pool.id, actor: .program)
            }
            try await pool.practice.publish(by: lowri)
            await #expect(throws: PractitionersError.notFound) {
                _ = try await pool.practice.profile(of: lowri.person, for: sian)
            }
            #expect(try await pool.texts(.found).isEmpty)

            try await pool.practice.list(lowri.person, pool: pool.id, actor: .program)
            #expect(try await pool.practice.profile(of: lowri.person, for: sian).takesClients)
            #expect(try await pool.texts(.found) == [lowri.person.text])
            #expect(try await pool.texts(.journal).contains("practitioner.listed"))
        }
    }

    @Test("A draft is seen by nobody else until it is published", arguments: TestDatabase.engines)
    func draft(engine: DatabaseEngine) async throws {
        try await withPractice(engine) { pool in
            let lowri = try await pool.practitioner("Lowri")
            let sian = try await pool.person("Sian", .client)
            var changed = Profile.example
            changed.approach = "I ask first."
            try await pool.practice.saveDraft(changed, by: lowri)
            #expect(try await pool.practice.profile(of: lowri.person, for: sian).profile.approach == "I listen first.")
            #expect(try await pool.practice.ownPractice(of: lowri).inHand.approach == "I ask first.")
            try await pool.practice.publish(by: lowri)
            #expect(try await pool.practice.profile(of: lowri.person, for: sian).profile == changed)
            #expect(try await pool.practice.ownPractice(of: lowri).draft == nil)
        }
    }

    @Test("Somebody who is no practitioner has no profile", arguments: TestDatabase.engines)
    func noPractitioner(engine: DatabaseEngine) async throws {
        try await withPractice(engine) { pool in
            let sian = try await pool.person("Sian", .client)
            await #expect(throws: PractitionersError.notFound) { try await pool.practice.saveDraft(.example, by: sian) }
            await #expect(throws: PractitionersError.notFound) { _ = try await pool.practice.ownPractice(of: sian) }
        }
    }

    /// What can keep a practitioner from taking clients.
    enum Hindrance: CaseIterable {
        case paused, hidden, full, ownManager, ownReport, noRole
    }

    @Test(
        "Paused, hidden, full, of one's line, no longer a practitioner: the profile says the same",
        arguments: TestDatabase.engines, Hindrance.allCases)
    func sameWords(engine: DatabaseEngine, hindrance: Hindrance) async throws {
        try await withPractice(engine) { pool in
            let admin = try await pool.person("Alun", .administrator)
            let sian = try await pool.person("Sian", .client, manager: hindrance == .ownManager ? "Lowri" : nil)
            let lowri = try await pool.practitioner("Lowri", manager: hindrance == .ownReport ? "Sian" : nil)
            let open = try await pool.practitioner("Huw")
            switch hindrance {
            case .paused: try await pool.practice.pause(until: nil, by: lowri)
            case .hidden: try await pool.practice.hide(lowri.person, by: admin)
            case .full:
                try await pool.database.write { tx in
                    for _ in 0..<2 { try Places.take(in: tx, pool: pool.id, with: lowri.person) }
                }
            case .ownManager, .ownReport: break
            case .noRole: try await pool.endRole(.practitioner, of: lowri)
            }
            let shown = try await pool.practice.profile(of: lowri.person, for: sian)
            #expect(!shown.takesClients)
            #expect(try await pool.practice.profile(of: open.person, for: sian).takesClients)
            try await pool.withPages { browser in
                let page = try await browser(sian).get("/practitioners/\(lowri.person)")
                #expect(page.has("Not taking clients at present."))
                #expect(!page.html.contains("/request\""))
            }
        }
    }

    @Test("A pause ends when it is ended, or on its day", arguments: TestDatabase.engines)
    func pause(engine: DatabaseEngine) async throws {
        try await withPractice(engine) { pool in
            let lowri = try await pool.practitioner("Lowri")
            try await pool.practice.pause(until: nil, by: lowri)
            #expect(try await pool.texts(.found).isEmpty)
            try await pool.practice.resume(by: lowri)
            #expect(try await pool.texts(.found).count == 1)

            try await pool.practice.pause(until: pool.clock.now.day.adding(days: 3), by: lowri)
            pool.clock.advance(days: 2)
            try await pool.drain()
            #expect(try await pool.texts(.found).isEmpty)
            pool.clock.advance(days: 1)
            try await pool.drain()
            #expect(try await pool.texts(.found).count == 1)
            #expect(try await pool.practice.ownPractice(of: lowri).standing.codes == [.listed])
        }
    }

    @Test("The end of an earlier pause does not end a later one", arguments: TestDatabase.engines)
    func laterPause(engine: DatabaseEngine) async throws {
        try await withPractice(engine) { pool in
            let lowri = try await pool.practitioner("Lowri")
            try await pool.practice.pause(until: pool.clock.now.day.adding(days: 1), by: lowri)
            try await pool.practice.resume(by: lowri)
            try await pool.practice.pause(until: pool.clock.now.day.adding(days: 9), by: lowri)
            pool.clock.advance(days: 2)
            try await pool.drain()
            #expect(try await pool.practice.ownPractice(of: lowri).standing.codes == [.listed, .paused])
        }
    }

    @Test("Whoever is hidden and shown again can be found again", arguments: TestDatabase.engines)
    func hiding(engine: DatabaseEngine) async throws {
        try await withPractice(engine) { pool in
            let admin = try await pool.person("Alun", .administrator)
            let lowri = try await pool.practitioner("Lowri")
            let other = try await pool.person("Mair", .administrator)
            try await pool.practice.hide(lowri.person, by: admin)
            #expect(try await pool.number(.entries) == 0)
            try await pool.practice.approveReturn(of: lowri.person, by: other)
            try await pool.practice.unhide(lowri.person, by: admin)
            #expect(try await pool.texts(.found) == [lowri.person.text])
        }
    }

    @Test("Places are never fewer than the clients there are", arguments: TestDatabase.engines)
    func fewerPlaces(engine: DatabaseEngine) async throws {
        try await withPractice(engine) { pool in
            let lowri = try await pool.practitioner("Lowri", .with(places: 3))
            try await pool.database.write { tx in
                for _ in 0..<2 { try Places.take(in: tx, pool: pool.id, with: lowri.person) }
            }
            try await pool.practice.saveDraft(.with(places: 1), by: lowri)
            await #expect(throws: PractitionersError.placesBelowTaken) { try await pool.practice.publish(by: lowri) }
            try await pool.practice.saveDraft(.with(places: 2), by: lowri)
            try await pool.practice.publish(by: lowri)
            #expect(try await pool.texts(.found).isEmpty)
        }
    }

    @Test("However many want the last places, none is given twice", arguments: TestDatabase.engines)
    func concurrency(engine: DatabaseEngine) async throws {
        try await withPractice(engine) { pool in
            let lowri = try await pool.practitioner("Lowri", .with(places: 3))
            let taken = await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<12 {
                    group.addTask {
                        do {
                            try await pool.database.write { try Places.take(in: $0, pool: pool.id, with: lowri.person) }
                            return true
                        } catch { return false }
                    }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(taken == 3)
            #expect(try await pool.number(.taken) == 3)
            #expect(try await pool.texts(.found).isEmpty)
        }
    }

    @Test("More cannot be given back than was taken", arguments: TestDatabase.engines)
    func neverBelowZero(engine: DatabaseEngine) async throws {
        try await withPractice(engine) { pool in
            let lowri = try await pool.practitioner("Lowri")
            await #expect(throws: DatabaseError.check("practitioner__taken__check")) {
                try await pool.database.write { try Places.giveBack(in: $0, pool: pool.id, with: lowri.person) }
            }
        }
    }

    @Test("An administrator pages through everybody once, applicants among them", arguments: TestDatabase.engines)
    func list(engine: DatabaseEngine) async throws {
        try await withPractice(engine) { pool in
            var names: Set<String> = []
            for number in 0..<7 {
                let name = "P\(number)"
                names.insert(name)
                _ =
                    number.isMultiple(of: 2)
                    ? try await pool.practitioner(name) : try await pool.person(name, .practitioner)
            }
            var seen: [PractitionerLine] = []
            var place: String?
            repeat {
                let page = try await pool.practice.practitioners(pool: pool.id, after: place, limit: 3)
                seen += page.items
                place = page.next
            } while place != nil
            #expect(seen.count == names.count)
            #expect(Set(seen.map(\.name)) == names)
            #expect(seen.filter(\.standing.isApplicant).count == 3)
        }
    }
}
