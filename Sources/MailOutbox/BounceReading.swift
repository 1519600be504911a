// SPDX-License-Identifier: EUPL-1.2

import Journal
package import Kernel
package import Mail
package import SQL

/// Reads the folder into which the mail system puts what comes back, and keeps what it says of a person's address.
package struct BounceReading: Sendable {
    private let reader: MaildirReader
    private let writers: [String: any MailWriter]
    private let database: any Database
    private let time: any TimeSource
    private let ids: any IDSource

    /// - Parameter writers: by the raw value of the kind of item that each writes.
    package init(
        _ reader: MaildirReader, writers: [String: any MailWriter], database: any Database, time: any TimeSource,
        ids: any IDSource
    ) {
        self.reader = reader
        self.writers = writers
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
        let (row, newID, now) = (Base64URL.encode(ids.bytes(16)), ids.bytes(16), time.now)
        let (pool, item) = (bounce.message.pool, bounce.message.item)
        return try await database.write { [writers] transaction in
            guard let sent = try transaction.first(MailSQL.sent, pool, item),
                let writer = writers[try sent.text("kind")]
            else { return false }
            let mail = MailItem(
                pool: pool, id: item, kind: try sent.text("kind"), subjectID: try sent.text("subject_id"),
                payload: try OutboxPayload(stored: sent.text("payload")), attempt: try sent.int("attempts"))
            let returned = MailReturn(
                item: mail, sentAt: try sent.time("at"), at: now, isPermanent: bounce.isPermanent,
                status: bounce.status,
                newID: newID)
            try returned.record(row, with: writer, in: transaction)
            return true
        }
    }
}
