// SPDX-License-Identifier: EUPL-1.2

import Kernel
import MatchEngine
import Matching
import Practitioners
import SQL
import TestSupport
import Testing

@testable import Programmes

@Suite("Publishing a round")
struct PublicationTests {
    @Test("Each pair becomes a request that its practitioner can accept, once", arguments: TestDatabase.engines)
    func publishing(engine: DatabaseEngine) async throws {
        try await withCohort(engine, clients: 6, practitioners: 6) { cohort in
            let (pool, desk) = (cohort.pool, cohort.pool.programmes)
            let round = try await cohort.round()
            try await desk.edit(round, .goal(.best), from: 0, by: cohort.administrator)
            let page = try await desk.draftPage(round, for: cohort.administrator)
            let done = try await desk.publish(round, from: 1, by: cohort.administrator)
            #expect(done.pairs == page.draft.measure.matched && done.leftOut == 0)
            await #expect(throws: ProgrammesError.published) {
                try await desk.publish(round, from: 2, by: cohort.administrator)
            }
            await #expect(throws: ProgrammesError.published) {
                try await desk.edit(round, .goal(.stable), from: 2, by: cohort.administrator)
            }
            let pair = try #require(page.pairs.first { $0.practitioner != nil })
            let client = try #require(cohort.clients.first { $0.person == pair.client })
            let practitioner = try #require(cohort.practitioners.first { $0.person == pair.practitioner })
            let request = try #require(try await pool.matching.requests(of: client).sent.first)
            #expect(request.practitioner == practitioner.person && request.step == .asked && request.isFound)
            #expect(try await pool.number(.taken) == 0)
            try await pool.matching.accept(request.id, by: practitioner)
            #expect(try await pool.number(.taken) == 1)
            let standing = try await desk.run(cohort.programme, for: cohort.administrator).standing
            #expect(standing.talking == 1 && standing.asked == done.pairs - 1)
            #expect(try await pool.texts(.mailed).contains(client.person.text))
        }
    }

    @Test(
        "Who declines is not asked again for the same client; client and place are matched anew",
        arguments: TestDatabase.engines)
    func matchedAnew(engine: DatabaseEngine) async throws {
        try await withPractice(engine) { pool in
            let cohort = try await Cohort(pool)
            let desk = pool.programmes
            let lowri = try await pool.practitioner("Lowri", .with([.newManagers, .digital]))
            let huw = try await pool.practitioner("Huw", .with([.newManagers]))
            let sian = try await pool.person("Sian", .client)
            for one in [lowri, huw] { try await desk.offer(1, liking: Choices(), to: cohort.programme, by: one) }
            try await desk.apply(to: cohort.programme, with: .wanting([.newManagers, .digital]), by: sian)
            try await cohort.published()
            let first = try #require(try await pool.matching.requests(of: sian).sent.first)
            #expect(first.practitioner == lowri.person)
            pool.clock.advance(minutes: 1)
            try await pool.matching.decline(first.id, because: .noTime, by: lowri)
            try await pool.drain()
            let second = try #require(try await pool.matching.requests(of: sian).sent.first)
            #expect(second.practitioner == huw.person && second.step == .asked)
            pool.clock.advance(minutes: 1)
            try await pool.matching.withdraw(second.id, by: sian)
            try await pool.drain()
            let all = try await pool.matching.requests(of: sian).sent
            #expect(all.count == 2)
            let run = try await desk.run(cohort.programme, for: cohort.administrator)
            #expect(run.standing.waiting == 1)
            #expect(run.rounds.map(\.isRematch) == [true, false])
            #expect(try await desk.repeatRound(try #require(run.rounds.first).id, for: cohort.administrator).holds)
        }
    }

    @Test("A place that comes free goes to a client who waits", arguments: TestDatabase.engines)
    func waiting(engine: DatabaseEngine) async throws {
        try await withPractice(engine) { pool in
            let cohort = try await Cohort(pool)
            let desk = pool.programmes
            let lowri = try await pool.practitioner("Lowri")
            try await desk.offer(1, liking: Choices(), to: cohort.programme, by: lowri)
            let (sian, tomos) = (try await pool.person("Sian", .client), try await pool.person("Tomos", .client))
            for client in [sian, tomos] {
                try await desk.apply(to: cohort.programme, with: .wanting(), by: client)
            }
            try await cohort.published()
            let (one, other) =
                try await pool.matching.requests(of: sian).sent.isEmpty ? (tomos, sian) : (sian, tomos)
            let request = try #require(try await pool.matching.requests(of: one).sent.first)
            try await pool.matching.withdraw(request.id, by: one)
            try await desk.withdrawApplication(from: cohort.programme, by: one)
            try await pool.drain()
            #expect(try await pool.matching.requests(of: other).sent.map(\.practitioner) == [lowri.person])
        }
    }

    @Test("A pair whose client has gone since is left out", arguments: TestDatabase.engines)
    func leftOut(engine: DatabaseEngine) async throws {
        try await withCohort(engine, clients: 3, practitioners: 3) { cohort in
            let desk = cohort.pool.programmes
            let round = try await cohort.round()
            try await desk.edit(round, .goal(.best), from: 0, by: cohort.administrator)
            let before = try await desk.draftPage(round, for: cohort.administrator)
            let gone = try #require(before.pairs.first { $0.practitioner != nil })
            let client = try #require(cohort.clients.first { $0.person == gone.client })
            try await desk.withdrawApplication(from: cohort.programme, by: client)
            let done = try await desk.publish(round, from: 1, by: cohort.administrator)
            #expect(done.leftOut == 1)
            #expect(try await cohort.pool.matching.requests(of: client).sent.isEmpty)
        }
    }
}
