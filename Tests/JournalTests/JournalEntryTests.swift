// SPDX-License-Identifier: EUPL-1.2

import Journal
import Kernel
import SQL
import TestSupport
import Testing

@Suite struct JournalEntryTests {
    private struct Undone: Error {}

    @Test("An entry is undone with the change that it tells of", arguments: TestDatabase.engines)
    func undone(engine: DatabaseEngine) async throws {
        try await withScene(engine) { scene in
            let (entry, engagement): (JournalID, EngagementID) = (scene.ids.id(), scene.ids.id())
            await #expect(throws: Undone.self) {
                try await scene.database.write { [pool = scene.pool] transaction in
                    try Journal.record(
                        in: transaction, pool: pool, at: .t0, id: entry, actor: .program, TestAction.opened,
                        on: engagement)
                    throw Undone()
                }
            }
            let page = try await scene.database.read { [pool = scene.pool] in try JournalEntry.page(in: $0, pool: pool)
            }
            #expect(page.items.isEmpty)
        }
    }

    @Test("A pool's journal is read newest first, page by page, each entry once", arguments: TestDatabase.engines)
    func pages(engine: DatabaseEngine) async throws {
        try await withScene(engine) { scene in
            let engagement: EngagementID = scene.ids.id()
            // Several entries share a moment, so that a page ends among equals.
            let written: [(JournalID, Timestamp)] = (0..<23).map {
                (scene.ids.id(), Timestamp.t0.adding(seconds: $0 / 4))
            }
            try await scene.database.write { [pool = scene.pool] transaction in
                for (id, at) in written {
                    try Journal.record(
                        in: transaction, pool: pool, at: at, id: id, actor: .program, TestAction.opened, on: engagement)
                }
            }
            var read: [JournalEntry] = []
            var cursor: String?
            repeat {
                let page = try await scene.database.read { [pool = scene.pool, cursor] in
                    try JournalEntry.page(in: $0, pool: pool, after: cursor, limit: 5)
                }
                read += page.items
                cursor = page.next
            } while cursor != nil
            let expected = written.sorted { ($0.1, $0.0.text) > ($1.1, $1.0.text) }.map(\.0)
            #expect(read.map(\.id) == expected)
        }
    }

    @Test(
        "The history of a subject holds its entries alone and says who stood in for whom",
        arguments: TestDatabase.engines)
    func history(engine: DatabaseEngine) async throws {
        try await withScene(engine) { scene in
            let (mine, other): (EngagementID, EngagementID) = (scene.ids.id(), scene.ids.id())
            let (lead, deputy): (PersonID, PersonID) = (scene.ids.id(), scene.ids.id())
            let entries: [JournalID] = (0..<2).map { _ in scene.ids.id() }
            try await scene.database.write { [pool = scene.pool] transaction in
                for (id, subject) in zip(entries, [mine, other]) {
                    try Journal.record(
                        in: transaction, pool: pool, at: .t0, id: id, actor: JournalActor(deputy, deputyFor: lead),
                        TestAction.closed, on: subject)
                }
            }
            let history = try await scene.database.read { [pool = scene.pool] in
                try JournalEntry.history(of: mine, in: $0, pool: pool)
            }
            let entry = try #require(history.items.first)
            #expect(history.items.count == 1)
            #expect(entry.id == entries[0])
            #expect(entry.action == TestAction.closed.rawValue)
            #expect(entry.actor == JournalActor(deputy, deputyFor: lead))
            #expect(entry.subjectKind == EngagementKind.subjectCode)
        }
    }

    @Test("Somebody who holds a role themselves acts for nobody, a deputy for the one they stand in for")
    func actor() {
        let ids = TestIDs()
        let (person, principal): (PersonID, PersonID) = (ids.id(), ids.id())
        func viewer(_ roles: HeldRole...) -> Viewer {
            Viewer(pool: ids.id(), person: person, name: "", signIn: ids.id(), roles: Set(roles))
        }
        let standIn = HeldRole(role: .lead, deputyFor: principal)
        #expect(JournalActor(viewer(standIn), as: .lead) == JournalActor(person, deputyFor: principal))
        #expect(JournalActor(viewer(standIn, HeldRole(role: .lead)), as: .lead) == JournalActor(person))
        #expect(JournalActor(viewer(standIn, HeldRole(role: .client)), as: .client) == JournalActor(person))
    }
}
