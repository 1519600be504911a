// SPDX-License-Identifier: EUPL-1.2

package import Kernel
package import SQL

/// Whether mail reaches a person: made of bounces and of fresh starts, both rows that stay.
package struct MailAddressState: Hashable, Sendable {
    /// When mail to the address last failed for good.
    package let failedAt: Timestamp
    /// The status code of RFC 3463, such as `5.1.1` (no such mailbox).
    package let status: String

    /// The trouble with a person's present address; `nil` where none is known. Mail is still sent: an address that failed once
    /// may be the only way in.
    package static func trouble(of person: PersonID, in reader: Reader, pool: PoolID) throws -> MailAddressState? {
        try reader.first(MailSQL.trouble, pool, person).map { row in
            MailAddressState(failedAt: try row.time("at"), status: try row.text("status"))
        }
    }

    /// Lets an address count as good from now on. Called in the transaction that changes a person's address, and when somebody
    /// has seen to it.
    package static func startAfresh(
        in transaction: Transaction, pool: PoolID, at: Timestamp, id: ID<MailAddressState>, person: PersonID,
        by: PersonID?
    ) throws {
        try transaction.run(MailSQL.freshStart, pool, id, person, at, by)
    }
}

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
