// SPDX-License-Identifier: EUPL-1.2

import Journal

/// What this feature leaves in the outbox. The subject of each is a link; its token is made when the mail is written, so that no
/// table ever holds it.
package enum AccountsWork: String, OutboxWork, CaseIterable {
    /// A link to come in, asked for at the door.
    case link = "accounts.link"
    case invitation = "accounts.invitation"
    case reminder = "accounts.reminder"
    /// To another address, so that it counts.
    case confirmAddress = "accounts.confirm-address"
    /// To the address before, when another one counts. The subject is the change.
    case addressChanged = "accounts.address-changed"
}
