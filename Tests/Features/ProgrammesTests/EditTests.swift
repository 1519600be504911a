// SPDX-License-Identifier: EUPL-1.2

import Kernel
import MatchEngine
import SQL
import TestSupport
import Testing

@testable import Programmes

@Suite("Editing a draft")
struct EditTests {
    @Test(
        "Every edit costs what solving the edited round afresh says, for every goal",
        arguments: TestDatabase.engines)
    func prices(engine: DatabaseEngine) async throws {
        try await withCohort(engine, clients: 20, practitioners: 10, places: 2) { cohort in
            let desk = cohort.pool.programmes
            for goal in RoundGoal.allCases {
                let round = try await cohort.round()
                let by = cohort.administrator
                try await desk.edit(round, .goal(goal), from: 0, by: by)
                var version = 1
                for step in 0..<6 {
                    let state = try await desk.workingState(round, for: by)
                    let before = try #require(state.draft)
                    let client = (step * 7) % state.input.clients.count
                    let list = state.input.pairs[
                        Int(state.input.start[client])..<Int(state.input.start[client + 1])]
                    guard let other = list.dropFirst(step % max(list.count, 1)).first else { continue }
                    let edit: RoundEdit =
                        step % 2 == 0
                        ? .pin(
                            client: state.input.clients[client],
                            practitioner: state.input.practitioners[Int(other.practitioner)])
                        : .forbid(
                            client: state.input.clients[client],
                            practitioner: state.input.practitioners[Int(other.practitioner)])
                    let price: RoundPrice
                    do {
                        price = try await desk.edit(round, edit, from: version, by: by)
                    } catch ProgrammesError.impossiblePair {
                        continue
                    }
                    version += 1
                    let after = try await desk.workingState(round, for: by)
                    let draft = try #require(after.draft)
                    #expect(price == before.measure.price(of: draft.measure))
                    #expect(RoundMeasure(draft.practitionerOf, in: after.input) == draft.measure)
                    let force = EditsInForce(after.edits, in: after.input)
                    for (pinned, practitioner) in force.pins {
                        #expect(draft.practitionerOf[pinned] == Int32(practitioner))
                    }
                    for pair in force.forbidden {
                        #expect(draft.practitionerOf[pair.client] != Int32(pair.practitioner))
                    }
                    let fresh = try force.pairs(of: cohort.pool.ids.id(), after.input, on: RoundBench())
                    let measure = RoundMeasure(fresh, in: after.input)
                    if goal == .best {
                        #expect((measure.matched, measure.score) == (draft.measure.matched, draft.measure.score))
                    } else {
                        #expect(fresh == draft.practitionerOf)
                    }
                }
                let page = try await desk.comparison(round, for: by)
                for line in page.edits.reversed() where line.kind == "pin" || line.kind == "forbid" {
                    try await desk.edit(round, .undo(number: line.number), from: version, by: by)
                    version += 1
                }
                let end = try #require(try await desk.comparison(round, for: by).draft?.measure)
                let solved = try #require(page.results.first { $0.goal == goal }?.measure)
                #expect((end.matched, end.score) == (solved.matched, solved.score), "\(goal)")
            }
        }
    }

    @Test("Two clients change practitioners", arguments: TestDatabase.engines)
    func swap(engine: DatabaseEngine) async throws {
        try await withCohort(engine, clients: 12, practitioners: 8, places: 2) { cohort in
            let desk = cohort.pool.programmes
            let by = cohort.administrator
            let round = try await cohort.round()
            try await desk.edit(round, .goal(.best), from: 0, by: by)
            let pairs = try await desk.draftPage(round, for: by).pairs
            var done = false
            for pair in pairs where pair.practitioner != nil && !done {
                let shown = try await desk.client(pair.client, in: round, for: by)
                guard let swap = shown.swaps.first else { continue }
                let before = Dictionary(uniqueKeysWithValues: pairs.map { ($0.client, $0.practitioner) })
                try await desk.edit(round, .swap(client: pair.client, with: swap.client), from: 1, by: by)
                let after = Dictionary(
                    uniqueKeysWithValues: try await desk.draftPage(round, for: by).pairs.map {
                        ($0.client, $0.practitioner)
                    })
                #expect(after[pair.client] == before[swap.client])
                #expect(after[swap.client] == before[pair.client])
                done = true
            }
            #expect(done)
        }
    }

    @Test("An edit of a page that has moved on changes nothing", arguments: TestDatabase.engines)
    func movedOn(engine: DatabaseEngine) async throws {
        try await withCohort(engine, clients: 4, practitioners: 4) { cohort in
            let desk = cohort.pool.programmes
            let round = try await cohort.round()
            try await desk.edit(round, .goal(.best), from: 0, by: cohort.administrator)
            await #expect(throws: ProgrammesError.movedOn) {
                try await desk.edit(round, .goal(.stable), from: 0, by: cohort.administrator)
            }
            #expect(try await desk.comparison(round, for: cohort.administrator).draft?.goal == .best)
        }
    }

    @Test("A client with nobody reads who is in demand", arguments: TestDatabase.engines)
    func bottleneck(engine: DatabaseEngine) async throws {
        try await withCohort(engine, clients: 3, practitioners: 1) { cohort in
            let desk = cohort.pool.programmes
            let topics = try await desk.application(to: cohort.programme, of: cohort.clients[0]).choices
            for client in cohort.clients.dropFirst() {
                try await desk.apply(to: cohort.programme, with: try #require(topics), by: client)
            }
            let round = try await cohort.round()
            try await desk.edit(round, .goal(.best), from: 0, by: cohort.administrator)
            let page = try await desk.draftPage(round, onlyWithNobody: true, for: cohort.administrator)
            #expect(page.withNobody == 2)
            let one = try #require(page.pairs.first)
            let shown = try await desk.client(one.client, in: round, for: cohort.administrator)
            #expect(shown.bottleneck?.clients.count == 2)
            #expect(shown.bottleneck?.places == 1)
            #expect(shown.inDemand == ["P0"])
        }
    }
}
