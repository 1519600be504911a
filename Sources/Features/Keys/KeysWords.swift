// SPDX-License-Identifier: EUPL-1.2

import Journal
package import Kernel
import Pools

package enum RecoveryKind: JournalSubject { package static let subjectCode = "key-recovery" }
package enum ResetKind: JournalSubject { package static let subjectCode = "key-reset" }
package enum VerificationKind: JournalSubject { package static let subjectCode = "key-verification" }
package enum CheckKind: JournalSubject { package static let subjectCode = "key-check" }
package enum KeyInvitationKind: JournalSubject { package static let subjectCode = "key-invitation" }

package typealias RecoveryID = ID<RecoveryKind>
package typealias ResetID = ID<ResetKind>
package typealias VerificationID = ID<VerificationKind>
package typealias CheckID = ID<CheckKind>
package typealias KeyInvitationID = ID<KeyInvitationKind>

/// What this feature writes in the journal.
package enum KeysAction: String, JournalAction {
    case made = "keys.made"
    case rotated = "keys.rotated"
    case reset = "keys.reset"
    case waysChanged = "keys.ways-changed"
    case recoveryStarted = "recovery.started"
    case recoveryApproved = "recovery.approved"
    case recoveryStopped = "recovery.stopped"
    case recoveryDone = "recovery.done"
    case resetStarted = "reset.started"
    case resetAttested = "reset.attested"
    case resetStopped = "reset.stopped"
    case verified = "keys.verified"
}

/// Notices by mail, in words that tell no more than they must: the address, and that something about keys was done.
enum KeysLetter: String, NoticeCode, CaseIterable {
    case made = "keys.letter.made"
    case changed = "keys.letter.changed"
    case rotated = "keys.letter.rotated"
    case recovery = "keys.letter.recovery"
    case reset = "keys.letter.reset"
    case resetDone = "keys.letter.reset-done"
    /// To those who are asked to vouch or to approve.
    case asked = "keys.letter.asked"
}

/// How long things take (`protocol.md`, decisions 18 and 20).
enum KeysTimes {
    static let nonceSeconds = 60
    static let recoveryHours = 24
    static let resetHours = 72
    static let checkMinutes = 10
}
