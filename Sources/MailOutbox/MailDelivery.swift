// SPDX-License-Identifier: EUPL-1.2

package import Kernel
package import SQL

/// One try to send a mail.
package struct MailDelivery: Hashable, Sendable {
    package let at: Timestamp
    /// `mail.sent` or a code of `MailError`.
    package let outcome: String

    /// All tries of one mail, in order. The caller has checked that the viewer may see them.
    package static func all(of item: OutboxID, in reader: Reader, pool: PoolID) throws -> [MailDelivery] {
        try reader.rows(MailSQL.deliveries, pool, item).map { row in
            MailDelivery(at: try row.time("at"), outcome: try row.text("outcome"))
        }
    }
}
