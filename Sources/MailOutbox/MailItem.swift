// SPDX-License-Identifier: EUPL-1.2

package import Journal
package import Kernel
package import Mail
package import SQL

/// The kind of the outbox items that are mails.
package enum MailWork: String, OutboxWork {
    case mail
}

/// Which words a mail has, as a closed code; the words themselves come from the catalogue at sending time.
package protocol MailTemplate: OutboxValue, RawRepresentable<String> {}

/// A mail that is due: whom it is for and which words, nothing that can be read by anybody.
package struct MailItem: Sendable {
    package let pool: PoolID
    package let id: OutboxID
    package let person: PersonID
    /// The raw value of its `MailTemplate`.
    package let template: String
    /// The ids and codes that were added with it.
    package let payload: OutboxPayload
    /// 1 at the first try. A writer that makes a link makes a new one for each try: only its hash is stored.
    package let attempt: Int
    /// The name that its message must bear.
    package var messageID: MailMessageID { MailMessageID(pool: pool, item: id) }

    init(_ item: OutboxItem) {
        pool = item.pool
        id = item.id
        person = item.subject()
        template = item.payload.code("template") ?? ""
        payload = item.payload
        attempt = item.attempt
    }

    /// Asks for a mail in the transaction of the change that it tells of.
    ///
    /// - Parameters:
    ///   - once: beside template and person, what there is to be one mail of.
    /// - Returns: whether it is new.
    /// - Throws: as `Outbox.add`.
    @discardableResult
    package static func add(
        in transaction: Transaction, pool: PoolID, at: Timestamp, id: OutboxID, _ template: some MailTemplate,
        to person: PersonID, once: [any OutboxValue], payload: OutboxPayload = [:], due: Timestamp? = nil
    ) throws -> Bool {
        try Outbox.add(
            in: transaction, pool: pool, at: at, id: id, kind: MailWork.mail, once: [template, person] + once,
            subject: person, payload: payload.with("template", template), due: due)
    }
}

/// Who knows the words and the addresses: the feature of accounts.
package protocol MailWriter: Sendable {
    /// Writes a mail in the person's language, in both until a choice is recorded, to the address that they have now.
    ///
    /// The subject is neutral and nothing in it was written by a person. Its `id` is `item.messageID`.
    ///
    /// - Returns: `nil` where there is nothing to send any more: the person or their address is gone, the occasion has passed.
    /// - Throws: `MailError.address` where the address cannot be written to; anything else is tried again.
    func message(for item: MailItem) async throws -> MailMessage?
}
