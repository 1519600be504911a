// SPDX-License-Identifier: EUPL-1.2

package import Kernel
package import SQL

/// What waits, written in the transaction of the change that makes or ends the waiting. A thing waits once for one reason; the
/// moment since when stays the first.
package enum Queue {
    package static func put<Of>(
        _ kind: QueueKind, _ subject: ID<Of>, about person: PersonID, in tx: Transaction, pool: PoolID,
        at now: Timestamp, id: QueueItemID
    ) throws {
        try tx.run(QueueSQL.put, pool, id, kind.rawValue, subject, person, now)
    }

    package static func put<Of>(
        _ kind: QueueKind, _ many: [(subject: ID<Of>, person: PersonID, id: QueueItemID)], in tx: Transaction,
        pool: PoolID, at now: Timestamp
    ) throws {
        try tx.each(QueueSQL.put, many.map { [pool, $0.id, kind.rawValue, $0.subject, $0.person, now] })
    }

    /// Nothing waits there any more; nothing happens where nothing did.
    package static func done<Of>(
        _ kind: QueueKind, _ subject: ID<Of>, in tx: Transaction, pool: PoolID, at now: Timestamp, by person: PersonID?
    ) throws {
        try tx.run(QueueSQL.end, pool, kind.rawValue, subject, now, person)
    }
}
