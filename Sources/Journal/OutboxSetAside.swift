// SPDX-License-Identifier: EUPL-1.2

package import Kernel
package import SQL

/// An item that was given up, for administrators and `doctor`.
package struct OutboxSetAside: Sendable {
    package let id: OutboxID
    package let kind: String
    package let subjectID: String
    /// The code of the last failure.
    package let code: String
    package let attempts: Int
    package let added: Timestamp
    package let at: Timestamp
}

extension Outbox {
    /// One page of what was set aside in a pool, newest first. The caller has checked that the viewer may see it.
    package static func setAside(
        in reader: Reader, pool: PoolID, after cursor: String? = nil, limit: Int = 50
    ) throws -> Page<OutboxSetAside> {
        let before = TimeCursor(cursor)
        let rows = try reader.rows(OutboxSQL.allSetAside, pool, before.at, before.id, limit + 1)
        let items = try rows.map { row in
            OutboxSetAside(
                id: try row.id("id"), kind: try row.text("kind"), subjectID: try row.text("subject_id"),
                code: try row.optionalText("outcome") ?? "", attempts: try row.int("attempts"),
                added: try row.time("created_at"), at: try row.time("set_aside_at"))
        }
        return Page(overRead: items, limit: limit) { TimeCursor.text($0.at, $0.id) }
    }

    /// How many items of a pool are set aside, and how many are due and not done: both 0 in good health.
    package static func backlog(in reader: Reader, pool: PoolID, at now: Timestamp) throws -> (setAside: Int, due: Int)
    {
        (
            try reader.first(OutboxSQL.countSetAside, pool)?.int("set_aside") ?? 0,
            try reader.first(OutboxSQL.waiting, pool, now)?.int("waiting") ?? 0
        )
    }

    /// Gives an item that was set aside all its tries again; whether there was one.
    package static func tryAgain(in transaction: Transaction, pool: PoolID, id: OutboxID, at now: Timestamp) throws
        -> Bool
    {
        guard try transaction.first(OutboxSQL.tryAgain, pool, id, now) != nil else { return false }
        transaction.tell(pool)
        return true
    }
}
