// SPDX-License-Identifier: EUPL-1.2

import Journal
import Kernel
import SQL
import TestSupport

enum TestWork: String, OutboxWork { case letter, expiry }
enum TestCode: String, OutboxValue { case busy, refused, invitation }
enum TestAction: String, JournalAction { case opened = "test.opened", closed = "test.closed" }

/// A pool on a real database, a clock that stands still, and ids.
struct Scene: Sendable {
    let database: any Database
    let bell: OutboxBell
    let clock = TestClock()
    let ids = TestIDs()
    let pool: PoolID

    func addPool(_ pool: PoolID) async throws {
        try await database.write { try $0.run(SceneSQL.pool, pool, Timestamp.t0) }
    }

    /// Adds one item of a kind, due now unless said otherwise; its id.
    @discardableResult
    func add(_ kind: TestWork, due: Timestamp? = nil) async throws -> OutboxID {
        try await add(kind, count: 1, due: due)[0]
    }

    @discardableResult
    func add(_ kind: TestWork, count: Int, due: Timestamp? = nil) async throws -> [OutboxID] {
        let now = clock.now
        let items: [OutboxID] = (0..<count).map { _ in ids.id() }
        try await database.write { [pool] transaction in
            try Outbox.add(
                in: transaction, pool: pool, at: now, kind: kind,
                items.map { NewOutboxItem(id: $0, once: [$0], subject: $0, due: due) })
        }
        return items
    }

    /// A runner as one node has it, with a bell of its own unless it is the node that adds.
    func runner(
        bell: OutboxBell = OutboxBell(), report: @escaping @Sendable (OutboxEvent) -> Void = { _ in },
        _ handlers: OutboxHandler...
    ) -> OutboxRunner {
        OutboxRunner(
            database: database, bell: bell, time: clock, ids: ids, handlers: handlers, sweep: 3600, report: report)
    }

    /// How often each item left its mark with `leaveMark`.
    func marks() async throws -> [String: Int] {
        let entries = try await database.read { [pool] reader in
            try JournalEntry.page(in: reader, pool: pool, limit: 200_000).items
        }
        return Dictionary(entries.map { ($0.subjectID, 1) }, uniquingKeysWith: +)
    }

    /// An effect that can be counted: a journal entry about the item, with an id of its own each time.
    func leaveMark(_ item: OutboxItem) -> OutboxOutcome.Effect {
        let (entry, now): (JournalID, Timestamp) = (ids.id(), clock.now)
        return { transaction in
            try record(
                in: transaction, pool: item.pool, at: now, id: entry, actor: .program, TestAction.closed, on: item.id)
        }
    }
}

private enum SceneSQL: String, SQLStatement {
    case pool = "INSERT INTO pool (id, short_name, name, created_at) VALUES ($1, $1, $1, $2)"
}

/// Runs a test with a fresh, migrated database that holds one pool.
func withScene(_ engine: DatabaseEngine, _ body: (Scene) async throws -> Void) async throws {
    try await withDatabase(engine) { database in
        let bell = OutboxBell()
        let scene = Scene(database: BellDatabase(database, bell: bell), bell: bell, pool: TestIDs(seed: 7).id())
        try await scene.addPool(scene.pool)
        try await body(scene)
    }
}
