// SPDX-License-Identifier: EUPL-1.2

import Engagements
import Kernel
import Matching
import Practitioners
import SQL
import TestSupport
import Testing

@Suite("Requests")
struct RequestTests {
    @Test(
        "From asking to an engagement: a place is taken at acceptance and stays taken", arguments: TestDatabase.engines)
    func wholeWay(engine: DatabaseEngine) async throws {
        try await withPractice(engine) { pool in
            let lowri = try await pool.practitioner("Lowri", .with(places: 1))
            let sian = try await pool.person("Sian", .client)
            let request = try await pool.matching.ask(lowri.person, for: .example, by: sian)
            #expect(try await pool.number(.taken) == 0)
            try await pool.matching.accept(request, by: lowri)
            #expect(try await pool.number(.taken) == 1)
            #expect(try await pool.texts(.found).isEmpty)
            try await pool.matching.arrange(FirstConversation(format: .video), for: request, by: lowri)
            let engagement = try await pool.engagements.goOn(from: request, by: sian)
            #expect(try await pool.number(.taken) == 1)
            let shown = try await pool.engagements.engagement(engagement, for: lowri)
            #expect(shown.step == .contracting)
            #expect(shown.otherName == "Sian")
            let journal = try await pool.texts(.journal)
            for action in [
                "request.asked", "request.accepted", "request.conversation-arranged", "request.chosen",
                "engagement.begun",
            ] { #expect(journal.count { $0 == action } == 1, "\(action)") }
        }
    }

    /// Each way in which a held place comes back.
    enum End: CaseIterable {
        case notThisTime, withdrawn, declined, lapsed
    }

    @Test("A held place is free again however the request ends", arguments: TestDatabase.engines, End.allCases)
    func placeComesBack(engine: DatabaseEngine, end: End) async throws {
        try await withPractice(engine) { pool in
            let lowri = try await pool.practitioner("Lowri", .with(places: 1))
            let sian = try await pool.person("Sian", .client)
            let request = try await pool.matching.ask(lowri.person, for: .example, by: sian)
            try await pool.matching.accept(request, by: lowri)
            switch end {
            case .notThisTime: try await pool.matching.notThisTime(request, by: sian)
            case .withdrawn: try await pool.matching.withdraw(request, by: sian)
            case .declined: try await pool.matching.decline(request, because: .awaySoon, by: lowri)
            case .lapsed:
                pool.clock.advance(days: 14)
                try await pool.drain()
            }
            #expect(try await pool.number(.taken) == 0)
            #expect(try await pool.texts(.found) == [lowri.person.text])
            #expect(try await !pool.matching.request(request, for: sian).request.step.isOpen)
        }
    }

    @Test(
        "Nobody answers in time: the request expires once, and no place was ever taken", arguments: TestDatabase.engines
    )
    func expiry(engine: DatabaseEngine) async throws {
        try await withPractice(engine) { pool in
            let lowri = try await pool.practitioner("Lowri")
            let sian = try await pool.person("Sian", .client)
            let request = try await pool.matching.ask(lowri.person, for: .example, by: sian)
            pool.clock.advance(days: 13, hours: 23)
            try await pool.drain()
            #expect(try await pool.matching.request(request, for: sian).request.step == .asked)
            pool.clock.advance(hours: 1)
            await #expect(throws: MatchingError.movedOn) { try await pool.matching.accept(request, by: lowri) }
            try await pool.drain()
            try await pool.drain()
            #expect(try await pool.matching.request(request, for: sian).request.step == .expired)
            #expect(try await pool.texts(.steps) == ["asked", "expired"])
            #expect(try await pool.number(.taken) == 0)
        }
    }

    @Test("The clock of an answered request ends nothing", arguments: TestDatabase.engines)
    func expiryAfterAnswer(engine: DatabaseEngine) async throws {
        try await withPractice(engine) { pool in
            let lowri = try await pool.practitioner("Lowri")
            let sian = try await pool.person("Sian", .client)
            let request = try await pool.matching.ask(lowri.person, for: .example, by: sian)
            pool.clock.advance(days: 13)
            try await pool.matching.accept(request, by: lowri)
            pool.clock.advance(days: 2)
            try await pool.drain()
            #expect(try await pool.matching.request(request, for: sian).request.step == .accepted)
            _ = try await pool.engagements.goOn(from: request, by: sian)
            pool.clock.advance(days: 30)
            try await pool.drain()
            #expect(try await pool.matching.request(request, for: sian).request.step == .chosen)
            #expect(try await pool.number(.taken) == 1)
        }
    }

    @Test("A client has a bounded number open, and one to each", arguments: TestDatabase.engines)
    func bounded(engine: DatabaseEngine) async throws {
        try await withPractice(engine) { pool in
            let sian = try await pool.person("Sian", .client)
            var others: [Viewer] = []
            for name in ["A", "B", "C", "D"] { others.append(try await pool.practitioner(name)) }
            let first = try await pool.matching.ask(others[0].person, for: .example, by: sian)
            await #expect(throws: MatchingError.askedAlready) {
                _ = try await pool.matching.ask(others[0].person, for: .example, by: sian)
            }
            for other in others[1...2] { _ = try await pool.matching.ask(other.person, for: .example, by: sian) }
            await #expect(throws: MatchingError.tooManyOpen) {
                _ = try await pool.matching.ask(others[3].person, for: .example, by: sian)
            }
            try await pool.matching.withdraw(first, by: sian)
            _ = try await pool.matching.ask(others[3].person, for: .example, by: sian)
        }
    }

    @Test("Requests sent at the same moment keep to the bound as well", arguments: TestDatabase.engines)
    func boundedAtOnce(engine: DatabaseEngine) async throws {
        try await withPractice(engine) { pool in
            let sian = try await pool.person("Sian", .client)
            var others: [Viewer] = []
            for number in 0..<8 { others.append(try await pool.practitioner("P\(number)")) }
            let asked = await withTaskGroup(of: Bool.self) { group in
                for other in others {
                    group.addTask {
                        do {
                            _ = try await pool.matching.ask(other.person, for: .example, by: sian)
                            return true
                        } catch { return false }
                    }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(asked == 3)
            #expect(try await pool.matching.requests(of: sian).sent.count == 3)
        }
    }

    @Test(
        "Two take the last place at once: one gets it, the other's request stays as it was",
        arguments: TestDatabase.engines)
    func lastPlace(engine: DatabaseEngine) async throws {
        try await withPractice(engine) { pool in
            for round in 0..<5 {
                let lowri = try await pool.practitioner("Lowri\(round)", .with(places: 1))
                var requests: [RequestID] = []
                for client in 0..<4 {
                    let somebody = try await pool.person("C\(round)x\(client)", .client)
                    requests.append(try await pool.matching.ask(lowri.person, for: .example, by: somebody))
                }
                let outcomes = await withTaskGroup(of: MatchingError?.self) { group in
                    for request in requests {
                        group.addTask {
                            do {
                                try await pool.matching.accept(request, by: lowri)
                                return nil
                            } catch let error as MatchingError { return error } catch { return .movedOn }
                        }
                    }
                    return await group.reduce(into: [MatchingError?]()) { $0.append($1) }
                }
                #expect(outcomes.filter { $0 == nil }.count == 1)
                #expect(outcomes.filter { $0 == .noPlace }.count == 3)
                let received = try await pool.matching.requests(of: lowri).received
                #expect(received.filter { $0.step == .accepted }.count == 1)
                #expect(received.filter { $0.step == .asked }.count == 3)
            }
            #expect(try await pool.number(.taken) == 5)
        }
    }

    @Test("Accepting and withdrawing at the same moment: one of them happened", arguments: TestDatabase.engines)
    func race(engine: DatabaseEngine) async throws {
        try await withPractice(engine) { pool in
            let lowri = try await pool.practitioner("Lowri", .with(places: 20))
            for round in 0..<8 {
                let sian = try await pool.person("S\(round)", .client)
                let request = try await pool.matching.ask(lowri.person, for: .example, by: sian)
                async let accepted: Void? = try? pool.matching.accept(request, by: lowri)
                async let withdrawn: Void? = try? pool.matching.withdraw(request, by: sian)
                _ = await (accepted, withdrawn)
            }
            let held = try await pool.matching.requests(of: lowri).received.count { $0.step.holdsPlace }
            #expect(try await pool.number(.taken) == held)
        }
    }

    @Test("Whoever pauses while accepting cannot be found, and keeps the client", arguments: TestDatabase.engines)
    func pausing(engine: DatabaseEngine) async throws {
        try await withPractice(engine) { pool in
            let lowri = try await pool.practitioner("Lowri", .with(places: 5))
            let sian = try await pool.person("Sian", .client)
            let request = try await pool.matching.ask(lowri.person, for: .example, by: sian)
            try await pool.matching.accept(request, pausing: true, by: lowri)
            #expect(try await pool.texts(.found).isEmpty)
            _ = try await pool.engagements.goOn(from: request, by: sian)
        }
    }

    @Test("A kind reason and somebody else reach the client", arguments: TestDatabase.engines)
    func suggestion(engine: DatabaseEngine) async throws {
        try await withPractice(engine) { pool in
            let lowri = try await pool.practitioner("Lowri")
            let huw = try await pool.practitioner("Huw")
            let sian = try await pool.person("Sian", .client)
            let request = try await pool.matching.ask(lowri.person, for: .example, by: sian)
            let full = try await pool.matching.request(request, for: lowri)
            #expect(try await pool.matching.suggestions(for: full.request, by: lowri).map(\.person) == [huw.person])
            await #expect(throws: MatchingError.cannotBeSuggested) {
                try await pool.matching.decline(request, because: .noTime, suggesting: sian.person, by: lowri)
            }
            #expect(try await pool.matching.request(request, for: sian).request.step == .asked)
            try await pool.matching.decline(request, because: .noTime, suggesting: huw.person, by: lowri)
            let seen = try await pool.matching.request(request, for: sian)
            #expect(seen.reason == .noTime)
            #expect(seen.suggested?.name == "Huw")
        }
    }

    @Test("Who is not taking clients cannot be asked, whatever the cause", arguments: TestDatabase.engines)
    func notTaking(engine: DatabaseEngine) async throws {
        try await withPractice(engine) { pool in
            let boss = try await pool.practitioner("Boss")
            let sian = try await pool.person("Sian", .client, manager: "Boss")
            let paused = try await pool.practitioner("Paused")
            try await pool.practice.pause(until: nil, by: paused)
            for person in [boss.person, paused.person] {
                await #expect(throws: MatchingError.notTaking) {
                    _ = try await pool.matching.ask(person, for: .example, by: sian)
                }
            }
            let applicant = try await pool.person("Applicant", .practitioner)
            await #expect(throws: PractitionersError.notFound) {
                _ = try await pool.matching.ask(applicant.person, for: .example, by: sian)
            }
            var wish = RequestWish.example
            wish = RequestWish(discipline: .mentoring, format: wish.format, choices: wish.choices)
            let huw = try await pool.practitioner("Huw")
            await #expect(throws: MatchingError.notOffered) {
                _ = try await pool.matching.ask(huw.person, for: wish, by: sian)
            }
        }
    }

    @Test("Nobody else sees or moves a request", arguments: TestDatabase.engines)
    func others(engine: DatabaseEngine) async throws {
        try await withPractice(engine) { pool in
            let lowri = try await pool.practitioner("Lowri")
            let huw = try await pool.practitioner("Huw")
            let sian = try await pool.person("Sian", .client)
            let mair = try await pool.person("Mair", .client)
            let request = try await pool.matching.ask(lowri.person, for: .example, by: sian)
            for stranger in [huw, mair] {
                await #expect(throws: MatchingError.notFound) {
                    _ = try await pool.matching.request(request, for: stranger)
                }
                await #expect(throws: MatchingError.notFound) { try await pool.matching.accept(request, by: stranger) }
                await #expect(throws: MatchingError.notFound) {
                    try await pool.matching.decline(request, because: .noTime, by: stranger)
                }
                await #expect(throws: MatchingError.notFound) {
                    try await pool.matching.withdraw(request, by: stranger)
                }
                await #expect(throws: MatchingError.notFound) {
                    _ = try await pool.engagements.goOn(from: request, by: stranger)
                }
            }
            // Not even the other one of the two does what is not theirs to do.
            await #expect(throws: MatchingError.movedOn) { try await pool.matching.accept(request, by: sian) }
            await #expect(throws: MatchingError.movedOn) { try await pool.matching.withdraw(request, by: lowri) }
            try await pool.matching.accept(request, by: lowri)
            await #expect(throws: MatchingError.movedOn) {
                _ = try await pool.engagements.goOn(from: request, by: lowri)
            }
            #expect(try await pool.matching.request(request, for: sian).request.step == .accepted)
        }
    }

    @Test("A pool sees nothing of another", arguments: TestDatabase.engines)
    func twoPools(engine: DatabaseEngine) async throws {
        try await withDatabase(engine) { database in
            let here = try await PracticePool(database, named: "here")
            let there = try await PracticePool(database, named: "there", seed: 2)
            let lowri = try await here.practitioner("Lowri")
            let sian = try await here.person("Sian", .client)
            let request = try await here.matching.ask(lowri.person, for: .example, by: sian)
            let stranger = Viewer(
                pool: there.id, person: sian.person, name: "Sian", signIn: sian.signIn, roles: sian.roles)
            await #expect(throws: MatchingError.notFound) {
                _ = try await there.matching.request(request, for: stranger)
            }
            await #expect(throws: PractitionersError.notFound) {
                _ = try await there.practice.profile(of: lowri.person, for: stranger)
            }
        }
    }

    @Test("Notices tell one person that something waits, and nothing more", arguments: TestDatabase.engines)
    func notices(engine: DatabaseEngine) async throws {
        try await withPractice(engine) { pool in
            let lowri = try await pool.practitioner("Lowri")
            let sian = try await pool.person("Sian", .client)
            let request = try await pool.matching.ask(lowri.person, for: .example, by: sian)
            try await pool.matching.accept(request, by: lowri)
            let payloads = try await pool.texts(.payloads).filter { $0 != "{}" }
            #expect(
                Set(payloads) == [
                    #"{"about":"\#(request)","template":"matching.letter.asked"}"#,
                    #"{"about":"\#(request)","template":"matching.letter.accepted"}"#,
                ])
            #expect(try await Set(pool.texts(.mailed)) == [lowri.person.text, sian.person.text])
        }
    }
}
