// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Kernel
import PolicyPacks
import Pools
import Practitioners
import Queues
import SQL
import TestSupport
import Testing

@Suite("The way in and back")
struct AdmissionTests {
    private static func applicant(_ pool: PracticePool, _ organisation: OrganisationID?) async throws -> Viewer {
        let lowri = try await pool.person("Lowri", .practitioner, organisation: organisation)
        try await pool.practice.saveDraft(.example, by: lowri)
        try await pool.practice.publish(by: lowri)
        try await pool.practice.apply(by: lowri)
        return lowri
    }

    /// A viewer who stands in for somebody.
    private static func deputy(_ viewer: Viewer, _ role: Role, for other: Viewer) -> Viewer {
        Viewer(
            pool: viewer.pool, person: viewer.person, name: viewer.name, signIn: viewer.signIn,
            roles: viewer.roles.union([HeldRole(role: role, deputyFor: other.person)]))
    }

    @Test("An applicant is listed once the lead has approved, by a second person", arguments: TestDatabase.engines)
    func two(engine: DatabaseEngine) async throws {
        try await withPractice(engine) { pool in
            let bryn = try await pool.organisation("Bryn")
            let lead = try await pool.person("Mair", .lead, organisation: bryn)
            let stranger = try await pool.person("Ned", .lead, organisation: try await pool.organisation("Other"))
            let alun = try await pool.person("Alun", .administrator)
            let lowri = try await Self.applicant(pool, bryn)
            await #expect(throws: PractitionersError.approvalNeeded) {
                try await pool.practice.list(lowri.person, by: alun)
            }
            await #expect(throws: PractitionersError.notFound) {
                try await pool.practice.approve(lowri.person, by: stranger)
            }
            try await pool.practice.approve(lowri.person, by: lead)
            // The lead who approved, standing in for an administrator, is still the same person.
            await #expect(throws: PractitionersError.samePerson) {
                try await pool.practice.list(lowri.person, by: Self.deputy(lead, .administrator, for: alun))
            }
            // And somebody who stands in for the lead acts in the lead's place.
            let huw = try await pool.person("Huw", .client)
            await #expect(throws: PractitionersError.samePerson) {
                try await pool.practice.list(lowri.person, by: Self.deputy(huw, .administrator, for: lead))
            }
            #expect(try await pool.texts(.found).isEmpty)
            try await pool.practice.list(lowri.person, by: alun)
            #expect(try await pool.texts(.found) == [lowri.person.text])
            let waits = try await ListQueue(database: pool.database)(for: alun, on: pool.clock.now.day)
            #expect(waits.items.isEmpty)
        }
    }

    @Test("Nobody approves or lists themselves", arguments: TestDatabase.engines)
    func self_(engine: DatabaseEngine) async throws {
        try await withPractice(engine) { pool in
            let alun = try await pool.person("Alun", .administrator, .practitioner)
            let mair = try await pool.person("Mair", .administrator)
            try await pool.practice.saveDraft(.example, by: alun)
            try await pool.practice.publish(by: alun)
            try await pool.practice.apply(by: alun)
            await #expect(throws: PractitionersError.ownCase) { try await pool.practice.approve(alun.person, by: alun) }
            try await pool.practice.approve(alun.person, by: mair)
            await #expect(throws: PractitionersError.ownCase) { try await pool.practice.list(alun.person, by: alun) }
        }
    }

    @Test("The lead approves with the references and the induction that the pool asks for, not before")
    func references() async throws {
        try await withPractice(.sqlite) { pool in
            let alun = try await pool.person("Alun", .administrator)
            try await SaveSettings(database: pool.database, ids: pool.ids)(
                [.admissionReferences: "2", .admissionInduction: "yes"], by: alun, at: pool.clock.now)
            let lowri = try await Self.applicant(pool, nil)
            for name in ["Siân", "Tomos"] {
                await #expect(throws: PractitionersError.referencesMissing) {
                    try await pool.practice.approve(lowri.person, by: alun)
                }
                try await pool.practice.noteReference(from: name, for: lowri.person, by: alun)
            }
            await #expect(throws: PractitionersError.inductionMissing) {
                try await pool.practice.approve(lowri.person, by: alun)
            }
            try await pool.practice.noteInduction(of: lowri.person, by: alun)
            try await pool.practice.approve(lowri.person, by: alun)
        }
    }

    @Test(
        "Stepping back hides at once and asks for nothing; the way back takes two other people",
        .shows(.fitness, .directory), .shows(clause: "IICM-B1"), arguments: TestDatabase.engines)
    func back(engine: DatabaseEngine) async throws {
        try await withPractice(engine) { pool in
            let bryn = try await pool.organisation("Bryn")
            let lead = try await pool.person("Mair", .lead, organisation: bryn)
            let alun = try await pool.person("Alun", .administrator)
            let nia = try await pool.person("Nia", .administrator)
            let sian = try await pool.person("Sian", .client)
            let lowri = try await pool.practitioner("Lowri", organisation: bryn)
            try await pool.withPages { browser in
                let hers = browser(lowri)
                try await hers.get("/practice/availability")
                try await hers.press("Step back now")
                let page = try await browser(sian).get("/practitioners/\(lowri.person)")
                #expect(page.has("Not taking clients at present."))
            }
            #expect(try await pool.texts(.found).isEmpty)
            await #expect(throws: PractitionersError.full) {
                try await pool.database.write { try Places.take(in: $0, pool: pool.id, with: lowri.person) }
            }
            await #expect(throws: PractitionersError.approvalNeeded) {
                try await pool.practice.unhide(lowri.person, by: alun)
            }
            try await pool.practice.askToReturn(by: lowri)
            await #expect(throws: PractitionersError.ownCase) {
                try await pool.practice.approveReturn(of: lowri.person, by: lowri)
            }
            try await pool.practice.approveReturn(of: lowri.person, by: lead)
            await #expect(throws: PractitionersError.samePerson) {
                try await pool.practice.unhide(lowri.person, by: Self.deputy(lead, .administrator, for: alun))
            }
            await #expect(throws: PractitionersError.samePerson) {
                try await pool.practice.unhide(lowri.person, by: Self.deputy(sian, .administrator, for: lead))
            }
            #expect(try await pool.texts(.found).isEmpty)
            try await pool.practice.unhide(lowri.person, by: Self.deputy(sian, .administrator, for: alun))
            #expect(try await pool.texts(.found) == [lowri.person.text])

            // Approved by one administrator, shown by another, never both by one.
            try await pool.practice.hide(lowri.person, by: alun)
            try await pool.practice.approveReturn(of: lowri.person, by: nia)
            await #expect(throws: PractitionersError.samePerson) {
                try await pool.practice.unhide(lowri.person, by: nia)
            }
            try await pool.practice.unhide(lowri.person, by: alun)
        }
    }

    @Test(
        "A lead's queue holds what is theirs, an administrator's all of it, the longest first",
        arguments: TestDatabase.engines)
    func queue(engine: DatabaseEngine) async throws {
        try await withPractice(engine) { pool in
            let bryn = try await pool.organisation("Bryn")
            let lead = try await pool.person("Mair", .lead, organisation: bryn)
            let other = try await pool.person("Ned", .lead, organisation: try await pool.organisation("Other"))
            let alun = try await pool.person("Alun", .administrator)
            let lowri = try await Self.applicant(pool, bryn)
            pool.clock.advance(days: 2)
            _ = try await pool.practice.claim(ClaimDetails(.expertise, title: "governance"), by: lowri)
            _ = try await pool.practice.claim(ClaimDetails(.membership, title: "Member"), by: lowri)
            let list = ListQueue(database: pool.database)
            let day = pool.clock.now.day
            #expect(try await list(for: lead, on: day).items.map(\.kind) == [.application, .expertise])
            #expect(try await list(for: other, on: day).items.isEmpty)
            #expect(try await list(for: lowri, on: day).items.isEmpty)
            #expect(try await list(of: .claim, for: lead, on: day).items.isEmpty)
            var seen: [QueueKind] = []
            var place: String?
            repeat {
                let page = try await list(for: alun, on: day, after: place, limit: 2)
                #expect(page.items.count <= 2)
                seen += page.items.map(\.kind)
                place = page.next
            } while place != nil
            #expect(seen.first == .application && Set(seen) == [.application, .expertise, .claim] && seen.count == 3)
            try await pool.withPages { browser in
                let page = try await browser(lead).get("/queue")
                #expect(page.has("Approve an applicant: Lowri") && page.has("2 days"))
                #expect(try await browser(lead).get("/queue/of/claim").status == .notFound)
                #expect(try await browser(alun).get("/queue/of/claim").has("Check a claim: Lowri"))
            }
        }
    }
}
