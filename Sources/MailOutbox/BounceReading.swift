// SPDX-License-Identifier: EUPL-1.2

import Journal
package import Kernel
package import Mail
package import SQL

/// Reads the folder into which the mail system puts what comes back, and keeps what it says of a person's address.
package struct BounceReading: Sendable {
    private let reader: MaildirReader
    private let database: any Database
    private let time: any TimeSource
    private let ids: any IDSource

    package init(_ reader: MaildirReader, database: any Database, time: any TimeSource, ids: any IDSource) {
        self.reader = reader
        self.database = database
        self.time = time
        self.ids = ids
    }

    /// Looks into the folder every minute until the task is cancelled. Any number of nodes may share it.
    package func run(report: @Sendable (MailError) -> Void = { _ in }) async {
        while !Task.isCancelled {
            do {
                _ = try await pass()
            } catch {
                report((error as? MailRefusal)?.error ?? .folder)
            }
            try? await Task.sleep(for: .seconds(60))  // cancelled: the loop ends
        }
    }

    /// Goes through what lies in the folder now; how many bounces were recorded. A bounce is removed once it is on record; what
    /// is no bounce, or of no mail of ours, is left for a person to look at.
    ///
    /// - Throws: `MailRefusal`, `DatabaseError`.
    package func pass() async throws -> Int {
        var recorded = 0
        while true {
            let unread = try await reader.unread()
            if unread.isEmpty { return recorded }
            for found in unread {
                if let bounce = MailBounce(found.bytes), try await record(bounce) {
                    recorded += 1
                    try await reader.remove(found)
                } else {
                    try await reader.leave(found)
                }
            }
        }
    }

    /// Whether the bounce is of a mail that was sent; a second report of the same changes nothing.
    private func record(_ bounce: MailBounce) async throws -> Bool {
        let (id, now) = (Base64URL.encode(ids.bytes(16)), time.now)
        let (pool, item) = (bounce.message.pool, bounce.message.item)
        return try await database.write { transaction in
            guard let mail = try transaction.first(MailSQL.mail, pool, item, MailWork.mail.rawValue) else { return false }
            let sentAt = try mail.optionalTime("done_at") ?? now
            try transaction.run(
                MailSQL.bounce, pool, id, item, try mail.text("subject_id"), sentAt, now, bounce.isPermanent,
                bounce.status)
            return true
        }
    }
}
