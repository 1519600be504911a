// SPDX-License-Identifier: EUPL-1.2

import Codes
import Engagements
import Journal
import Kernel
import Matching
import PolicyPacks
import Practitioners
import SQL
import TestSupport
import Testing

@Suite("Gates")
struct GateTests {
    @Test("What each kind of work asks for decides for that kind alone")
    func rules() {
        let types = ServiceTypes([
            ServiceType(.coaching, isOffered: true, needs: [.credential, .indemnity]),
            ServiceType(.mentoring, isOffered: true, needs: [.indemnity, .expertise]),
            ServiceType(.team, isOffered: false),
        ])
        let day = Timestamp.t0.day
        let id = ClaimID(stored: "A")
        let cover = GateFacts.Verified(id: id, kind: .indemnity, until: day.adding(days: 10))
        let all: [Discipline] = [.coaching, .mentoring, .team]
        func judged(_ claims: [GateFacts.Verified], _ on: Day) -> Gate {
            GateRules.judge(GateFacts(offers: all, claims: claims), types, CodeEditions([]), on: on)
        }
        #expect(judged([], day).services.isEmpty)
        #expect(judged([], day).lacks == [.credential, .indemnity, .expertise])
        let diploma = GateFacts.Verified(id: id, kind: .qualification)
        #expect(judged([cover, diploma], day).services == [.coaching])
        #expect(judged([cover, diploma], day).nextOn == day.adding(days: 11))
        #expect(judged([cover, diploma], day.adding(days: 11)).services.isEmpty)
        let known = GateFacts.Verified(id: id, kind: .expertise, title: "new-managers")
        #expect(judged([cover, known], day).services == [.mentoring])
        #expect(judged([cover, known], day).expertise == ["new-managers"])
    }

    @Test("Between one day of change and the next nothing changes", arguments: [11, 12, 13, 14] as [UInt64])
    func nextDay(seed: UInt64) {
        let chance = TestIDs(seed: seed)
        let start = Timestamp.t0.day
        func some(_ most: UInt64) -> Int { Int(chance.seed() % most) }
        let types = ServiceTypes([
            ServiceType(.coaching, isOffered: true, needs: [.credential, .indemnity]),
            ServiceType(.mentoring, isOffered: true, needs: [.supervision]),
        ])
        for _ in 0..<200 {
            let claims = (0..<some(6)).map { _ in
                GateFacts.Verified(
                    id: ClaimID(bytes: chance.bytes(16)), kind: ClaimKind.allCases[some(7)],
                    from: some(2) == 0 ? nil : start.adding(days: some(60)),
                    until: some(3) == 0 ? nil : start.adding(days: some(120)))
            }
            let editions = CodeEditions(
                (0..<some(3)).map {
                    CodeEdition(
                        number: $0 + 1, packs: [], announcedAt: .t0, acceptBy: start.adding(days: some(100)))
                })
            let facts = GateFacts(offers: [.coaching, .mentoring], accepted: some(3), claims: claims)
            var held = GateRules.judge(facts, types, editions, on: start)
            for offset in 1..<140 {
                let day = start.adding(days: offset)
                let gate = GateRules.judge(facts, types, editions, on: day)
                if let next = held.nextOn, day >= next {
                    held = gate
                } else {
                    #expect(gate.services == held.services && gate.lacks == held.lacks)
                }
            }
        }
    }

    @Test(
        "Who has no cover in date is not found, and reads as if full; the day after it ends is the first without",
        .shows(.insurance, .directory), .shows(clause: "GLOBAL-2.14"), arguments: TestDatabase.engines)
    func cover(engine: DatabaseEngine) async throws {
        try await withPractice(engine) { pool in
            let alun = try await pool.person("Alun", .administrator)
            let sian = try await pool.person("Sian", .client)
            let lowri = try await pool.practitioner("Lowri")
            try await pool.practice.save(ServiceType(.coaching, isOffered: true, needs: [.indemnity]), by: alun)
            try await pool.drain()
            #expect(try await pool.texts(.found).isEmpty)
            #expect(try await !pool.practice.profile(of: lowri.person, for: sian).takesClients)
            await #expect(throws: MatchingError.notTaking) {
                _ = try await pool.matching.ask(lowri.person, for: .example, by: sian)
            }
            let until = pool.clock.now.day.adding(days: 40)
            let claim = try await pool.practice.claim(ClaimDetails(.indemnity, title: "Cover", until: until), by: lowri)
            #expect(try await pool.texts(.found).isEmpty)
            try await pool.practice.verify(claim, version: 1, how: .copy, by: alun)
            #expect(try await pool.texts(.found) == [lowri.person.text])
            pool.clock.advance(days: 40)
            try await pool.drain()
            #expect(try await pool.texts(.found) == [lowri.person.text])
            pool.clock.advance(days: 1)
            try await pool.drain()
            #expect(try await pool.texts(.found).isEmpty)
            await #expect(throws: PractitionersError.full) {
                try await pool.database.write { try Places.take(in: $0, pool: pool.id, with: lowri.person) }
            }
        }
    }

    @Test(
        "Notice comes 30 days before; at the lapse practitioner, lead and clients are told; after 14 days nothing is booked without the lead's word",
        .shows(.insurance), arguments: TestDatabase.engines)
    func lapse(engine: DatabaseEngine) async throws {
        try await withPractice(engine) { pool in
            let alun = try await pool.person("Alun", .administrator)
            let bryn = try await pool.organisation("Bryn")
            let lead = try await pool.person("Mair", .lead, organisation: bryn)
            let sian = try await pool.person("Sian", .client)
            let lowri = try await pool.practitioner("Lowri", organisation: bryn)
            let claim = try await pool.practice.claim(
                ClaimDetails(.indemnity, title: "Cover", until: pool.clock.now.day.adding(days: 60)), by: lowri)
            try await pool.practice.verify(claim, version: 1, how: .copy, by: alun)
            try await pool.practice.save(ServiceType(.coaching, isOffered: true, needs: [.indemnity]), by: alun)
            try await pool.drain()
            let request = try await pool.matching.ask(lowri.person, for: .example, by: sian)
            try await pool.matching.accept(request, by: lowri)
            _ = try await pool.engagements.goOn(from: request, by: sian)

            func mails() async throws -> [String] { try await pool.texts(.payloads).filter { $0.contains("letter") } }
            pool.clock.advance(days: 29)
            try await pool.drain()
            #expect(try await mails().allSatisfy { !$0.contains("practitioners.letter.renewal") })
            pool.clock.advance(days: 1)
            try await pool.drain()
            #expect(try await mails().filter { $0.contains("practitioners.letter.renewal") }.count == 1)

            pool.clock.advance(days: 31)
            try await pool.drain()
            let told = try await mails()
            for letter in [
                "practitioners.letter.lapsed\"", "practitioners.letter.lapsed-lead", "engagements.letter.lapsed",
            ] {
                #expect(told.filter { $0.contains(letter) }.count == 1, "\(letter)")
            }
            func mayBook() async throws -> Bool {
                try await pool.database.read {
                    try BookingGate.mayBook(with: lowri.person, on: pool.clock.now.day, in: $0, pool: pool.id)
                }
            }
            pool.clock.advance(days: 14)
            #expect(try await mayBook())
            pool.clock.advance(days: 1)
            #expect(try await !mayBook())
            await #expect(throws: PractitionersError.ownCase) {
                try await pool.practice.decideLapse(of: lowri.person, mayBookUntil: nil, by: lowri)
            }
            let until = pool.clock.now.day.adding(days: 5)
            try await pool.practice.decideLapse(of: lowri.person, mayBookUntil: until, by: lead)
            #expect(try await mayBook())
            pool.clock.advance(days: 6)
            #expect(try await !mayBook())

            let renewed = try await pool.practice.claim(
                ClaimDetails(.indemnity, title: "Cover", until: pool.clock.now.day.adding(days: 300)), by: lowri)
            try await pool.practice.verify(renewed, version: 1, how: .copy, by: alun)
            #expect(try await mayBook())
            #expect(try await pool.texts(.found) == [lowri.person.text])
        }
    }

    @Test(
        "A coach needs no background in what the client does; a mentor needs an expertise in it that the lead confirmed, and no rank",
        .shows(.serviceType), .shows(clause: "WME-2.3"), .shows(clause: "WME-2.4"), arguments: TestDatabase.engines)
    func expertise(engine: DatabaseEngine) async throws {
        try await withPractice(engine) { pool in
            let alun = try await pool.person("Alun", .administrator)
            let bryn = try await pool.organisation("Bryn")
            let lead = try await pool.person("Mair", .lead, organisation: bryn)
            let sian = try await pool.person("Sian", .client)
            try await pool.practice.save(ServiceType(.mentoring, isOffered: true, needs: [.expertise]), by: alun)
            let lowri = try await pool.practitioner(
                "Lowri", .with(places: 5, [.newManagers, .governance], disciplines: [.coaching, .mentoring]),
                organisation: bryn)
            func ask(_ discipline: Discipline, _ topic: Specialism) async throws {
                let client = try await pool.person("C\(pool.ids.seed() % 1_000_000)", .client)
                var topics = Choices()
                topics.insert(topic)
                _ = try await pool.matching.ask(
                    lowri.person, for: RequestWish(discipline: discipline, format: .video, choices: topics), by: client)
            }
            try await ask(.coaching, .governance)
            await #expect(throws: MatchingError.notOffered) { try await ask(.mentoring, .governance) }
            let shown = try await pool.practice.profile(of: lowri.person, for: sian)
            #expect(shown.profile.choices.all(Discipline.self) == [.coaching])

            let claim = try await pool.practice.claim(
                ClaimDetails(.expertise, title: Specialism.newManagers.rawValue), by: lowri)
            try await pool.practice.verify(claim, version: 1, how: .work, by: lead)
            try await ask(.mentoring, .newManagers)
            await #expect(throws: MatchingError.noExpertise) { try await ask(.mentoring, .governance) }
        }
    }

    @Test(
        "What the pool does not offer is on no form and in no search", .shows(.serviceType),
        arguments: TestDatabase.engines)
    func offered(engine: DatabaseEngine) async throws {
        try await withPractice(engine) { pool in
            let alun = try await pool.person("Alun", .administrator)
            let sian = try await pool.person("Sian", .client)
            let lowri = try await pool.practitioner("Lowri")
            try await pool.withPages { browser in
                #expect(try await !browser(lowri).get("/practice/profile").has("Team coaching"))
                let his = browser(alun)
                try await his.get("/services/team")
                try his.choose("Yes")
                #expect(try await his.press("Decide").has("Team coaching"))
                #expect(try await browser(lowri).get("/practice/profile").has("Team coaching"))
                #expect(try await browser(sian).get("/find").has("Team coaching"))
                try await his.get("/services/coaching")
                try his.choose("No")
                try await his.press("Decide")
            }
            try await pool.drain()
            #expect(try await pool.texts(.found).isEmpty)
        }
    }

    @Test(
        "Somebody is found only in the role of a practitioner that they were given",
        .shows(.directory), .shows(clause: "WME-2.1"), arguments: [Role.client, .sponsor, .supervisor, .lead])
    func roles(role: Role) async throws {
        try await withPractice(.sqlite) { pool in
            let bryn = try await pool.organisation("Bryn")
            let other = try await pool.person("Other", role, organisation: bryn)
            let alun = try await pool.person("Alun", .administrator)
            await #expect(throws: PractitionersError.notFound) {
                try await pool.practice.saveDraft(.example, by: other)
            }
            await #expect(throws: PractitionersError.notFound) {
                try await pool.practice.list(other.person, pool: pool.id, actor: .program)
            }
            await #expect(throws: PractitionersError.notFound) { try await pool.practice.list(other.person, by: alun) }
            #expect(try await pool.texts(.found).isEmpty)
        }
    }

    @Test("How somebody works is on their profile before anybody asks", .shows(.methods), arguments: Language.allCases)
    func methods(language: Language) async throws {
        try await withPractice(.sqlite) { pool in
            let sian = try await pool.person("Sian", .client)
            let sponsor = try await pool.person("Tomos", .sponsor)
            var profile = Profile.example
            profile.methods = "Drawing the people around you."
            let lowri = try await pool.practitioner("Lowri", profile)
            try await pool.withPages { browser in
                for reader in [sian, sponsor] {
                    let page = try await browser(reader).get(
                        (language == .welsh ? "/cy" : "") + "/practitioners/\(lowri.person)")
                    #expect(page.has("Drawing the people around you."))
                }
            }
        }
    }
}
