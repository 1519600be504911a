// SPDX-License-Identifier: EUPL-1.2

import Journal
package import Kernel
import Pools
package import SQL

/// Reminds everybody for whom something of one kind waits, through the outbox: those who have waited longest first, at most
/// `most` at once, nobody twice for the same thing within a week.
package struct ChaseMany: Sendable {
    package static let most = 500

    private let database: any Database
    private let ids: any IDSource

    package init(database: any Database, ids: any IDSource) {
        self.database = database
        self.ids = ids
    }

    /// How many reminders were new.
    ///
    /// - Throws: `QueuesError.notForMembers` for what waits for a steward.
    package func callAsFunction(_ kind: QueueKind, by viewer: Viewer, at now: Timestamp) async throws -> Int {
        guard kind.waitsForMember else { throw QueuesError.notForMembers }
        let letter: QueueLetter = kind == .code ? .code : .renewal
        let (entry, letters) = (ids.id(JournalKind.self), (0..<Self.most).map { _ in ids.id(OutboxKind.self) })
        return try await database.write { tx in
            let lines = try ListQueue.lines(
                of: kind, for: viewer, on: now.day, after: nil, limit: Self.most, in: tx)
            let added = try Notice.add(
                letter, to: zip(lines, letters).map { ($0.person, $0.id, $1) }, once: [Self.week(now.day)], in: tx,
                pool: viewer.pool, at: now)
            if added > 0 {
                try Journal.record(
                    in: tx, pool: viewer.pool, at: now, id: entry,
                    actor: JournalActor(viewer, as: viewer.has(.administrator) ? .administrator : .lead),
                    QueuesAction.chased, on: viewer.pool)
            }
            return added
        }
    }

    /// Weeks since the first Monday of 1970.
    static func week(_ day: Day) -> Int { (day.number + 3) / 7 }
}

/// Mails that bring something to mind.
package enum QueueLetter: String, NoticeCode, CaseIterable {
    case code = "queues.letter.code"
    case renewal = "queues.letter.renewal"
}

package enum QueuesAction: String, JournalAction {
    case chased = "queue.chased"
}

package enum QueuesError: String, DomainError, CaseIterable {
    case notForMembers = "queues.not-for-members"

    package var code: String { rawValue }
    package var kind: ErrorKind { .conflict }
}
