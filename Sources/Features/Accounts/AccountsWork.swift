// SPDX-License-Identifier: EUPL-1.2

import Journal
import Kernel
import SQL

/// The mails of this feature, as they wait in the outbox. The subject of each is a link, that of `changed` a change of
/// address.
package enum AccountsWork: String, OutboxWork, CaseIterable {
    /// A link to come in, asked for at the door.
    case link = "accounts.link"
    case invitation = "accounts.invitation"
    case reminder = "accounts.reminder"
    /// To another address, so that it counts.
    case confirm = "accounts.confirm"
    /// To the address before, when another one counts.
    case changed = "accounts.changed"

    /// The beginning of the keys of its words.
    var words: String { "mail." + rawValue.dropFirst("accounts.".count) }

    /// Asks for a mail about a link. Its token is made when the mail is written, so that no table ever holds it.
    func post(
        about link: SignInLinkID, id: OutboxID, at now: Timestamp, due: Timestamp? = nil, pool: PoolID,
        in transaction: Transaction
    ) throws {
        try Outbox.add(in: transaction, pool: pool, at: now, id: id, kind: self, once: [link], subject: link, due: due)
    }
}
