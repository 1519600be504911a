// SPDX-License-Identifier: EUPL-1.2

import Journal
package import Kernel

package enum SignInLinkKind: JournalSubject { package static let subjectCode = "sign-in-link" }
package enum InvitationKind: JournalSubject { package static let subjectCode = "invitation" }
package enum AddressChangeKind: JournalSubject { package static let subjectCode = "address-change" }

package typealias SignInLinkID = ID<SignInLinkKind>
package typealias InvitationID = ID<InvitationKind>
package typealias AddressChangeID = ID<AddressChangeKind>

/// What a link or code is for.
package enum LinkPurpose: String, CaseIterable, Sendable {
    /// Somebody asked for it at the door.
    case asked
    /// A steward invited them.
    case invitation
    /// Typed with the user name: on a letter, or told by the lead.
    case code
    /// Makes another address count; signs nobody in.
    case address
}

/// Why a link or code works no more.
enum LinkEnd: String {
    case used, cancelled, replaced
}

/// Why a sign-in is over.
enum SignInEnd: String {
    case signedOut = "signed-out"
    case signedOutElsewhere = "signed-out-elsewhere"
    case idle, expired
    /// Somebody came in again with the same browser.
    case replaced
}

/// What this feature writes in the journal.
package enum AccountsAction: String, JournalAction {
    case linkAsked = "sign-in-link.asked"
    case codeMade = "sign-in-link.code-made"
    case signedIn = "sign-in.started"
    case signedOut = "sign-in.ended"
    case signedOutEverywhere = "sign-in.ended-everywhere"
    case invited = "invitation.made"
    case invitationCancelled = "invitation.cancelled"
    case contactChosen = "contact.chosen"
    case addressAsked = "address.change-asked"
    case addressChanged = "address.changed"
    case addressBounced = "address.bounced"
    case addressTrusted = "address.trusted"
}
