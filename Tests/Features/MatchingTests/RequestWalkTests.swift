// SPDX-License-Identifier: EUPL-1.2

import Engagements
import Kernel
import Matching
import Practitioners
import SQL
import TestSupport
import Testing

/// A step that somebody tries, allowed or not.
private enum Attempt: CaseIterable {
    case ask, accept, decline, withdraw, arrange, goOn, notThisTime, wait, end
}

@Suite("Walks through requests")
struct RequestWalkTests {
    @Test(
        "Whatever is tried in whatever order, places, steps and engagements agree",
        arguments: TestDatabase.engines, [1, 2, 3] as [UInt64])
    func walk(engine: DatabaseEngine, seed: UInt64) async throws {
        try await withPractice(engine) { pool in
            let chance = TestIDs(seed: seed)
            let practitioners = [
                try await pool.practitioner("Lowri", .with(places: 1)),
                try await pool.practitioner("Huw", .with(places: 2)),
            ]
            var clients: [Viewer] = []
            for number in 0..<4 { clients.append(try await pool.person("C\(number)", .client)) }
            var requests: [(id: RequestID, client: Viewer, practitioner: Viewer)] = []
            var engagements: [(id: EngagementID, party: Viewer)] = []
            var refused = 0
            var done = 0

            for _ in 0..<120 {
                let attempt = Attempt.allCases[Int(chance.seed() % UInt64(Attempt.allCases.count))]
                let client = clients[Int(chance.seed() % 4)]
                let practitioner = practitioners[Int(chance.seed() % 2)]
                let request = requests.isEmpty ? nil : requests[Int(chance.seed() % UInt64(requests.count))]
                // Now and then somebody tries what is not theirs.
                let isWrong = chance.seed() % 5 == 0
                let asPractitioner = isWrong ? client : request?.practitioner ?? practitioner
                let asClient = isWrong ? practitioner : request?.client ?? client
                do {
                    switch attempt {
                    case .ask:
                        let id = try await pool.matching.ask(practitioner.person, for: .example, by: client)
                        requests.append((id, client, practitioner))
                    case .wait:
                        pool.clock.advance(days: Int(chance.seed() % 6))
                        try await pool.drain()
                    case .end:
                        guard let engagement = engagements.last else { continue }
                        try await pool.engagements.end(engagement.id, by: engagement.party)
                    case .accept, .decline, .withdraw, .arrange, .goOn, .notThisTime:
                        guard let request else { continue }
                        switch attempt {
                        case .accept: try await pool.matching.accept(request.id, by: asPractitioner)
                        case .decline: try await pool.matching.decline(request.id, because: .noTime, by: asPractitioner)
                        case .withdraw: try await pool.matching.withdraw(request.id, by: asClient)
                        case .arrange:
                            try await pool.matching.arrange(
                                FirstConversation(format: .phone), for: request.id, by: asClient)
                        case .goOn:
                            let id = try await pool.engagements.goOn(from: request.id, by: asClient)
                            engagements.append((id, request.client))
                        default: try await pool.matching.notThisTime(request.id, by: asClient)
                        }
                    }
                    done += 1
                } catch is MatchingError {
                    refused += 1
                } catch is EngagementError {
                    refused += 1
                }
                try await check(pool, practitioners)
            }
            #expect(done > 20)
            #expect(refused > 20)
        }
    }

    private func check(_ pool: PracticePool, _ practitioners: [Viewer]) async throws {
        var held = 0
        for practitioner in practitioners {
            let received = try await pool.matching.requests(of: practitioner).received
            let holding = received.count { $0.step.holdsPlace }
            let open = try await pool.engagements.engagements(of: practitioner).count { $0.step.isOpen }
            let own = try await pool.practice.ownPractice(of: practitioner)
            let places = own.published?.places ?? 0
            #expect(places - own.placesFree == holding + open)
            #expect(own.placesFree >= 0)
            let isFound = try await pool.texts(.found).contains(practitioner.person.text)
            #expect(isFound == (own.placesFree > 0))
            held += holding + open
        }
        #expect(try await pool.number(.taken) == held)
    }
}
