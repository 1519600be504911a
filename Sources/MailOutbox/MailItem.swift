// SPDX-License-Identifier: EUPL-1.2

package import Journal
package import Kernel
package import Mail
package import SQL

/// An outbox item that is a mail: what it is about, nothing that anybody could read.
package struct MailItem: Sendable {
    package let pool: PoolID
    package let id: OutboxID
    /// The raw value of the feature's `OutboxWork`.
    package let kind: String
    package let subjectID: String
    package let payload: OutboxPayload
    /// 1 at the first try. A writer that makes a link makes a new one for each try: only its hash is stored.
    package let attempt: Int

    init(pool: PoolID, id: OutboxID, kind: String, subjectID: String, payload: OutboxPayload, attempt: Int) {
        self.pool = pool
        self.id = id
        self.kind = kind
        self.subjectID = subjectID
        self.payload = payload
        self.attempt = attempt
    }

    /// What it is about; the writer knows of which kind.
    package func subject<Of>(_: Of.Type = Of.self) -> ID<Of> { ID(stored: subjectID) }

    /// The name that its message must bear.
    package var messageID: MailMessageID { MailMessageID(pool: pool, item: id) }
}

/// A mail that came back, or that the next system would not take for that address.
package struct MailReturn: Sendable {
    package let item: MailItem
    /// When it was sent, or refused.
    package let sentAt: Timestamp
    package let at: Timestamp
    /// `false` for "not yet": the mail may still arrive.
    package let isPermanent: Bool
    /// The status code of RFC 3463, such as `5.1.1` (no such mailbox).
    package let status: String
    /// A new id for a row that the keeper may write.
    package let newID: [UInt8]
}

/// Who knows the words and the addresses of some kinds of item: a feature.
package protocol MailWriter: Sendable {
    /// Writes a mail in the person's language, in both until a choice is recorded, to the address that they have now.
    ///
    /// The subject is neutral and nothing in it was written by a person. Its `id` is `item.messageID`.
    ///
    /// - Returns: `nil` where there is nothing to send any more: the person or their address is gone, the occasion has passed.
    /// - Throws: `MailError.address` where the address cannot be written to; anything else is tried again.
    func message(for item: MailItem) async throws -> MailMessage?

    /// Keeps with the person that a mail came back, once for each report, in the transaction that records the report.
    func keep(_ returned: MailReturn, in transaction: Transaction) throws
}
