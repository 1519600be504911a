// SPDX-License-Identifier: EUPL-1.2

import Journal
package import Kernel
import Pools

/// What the feature refuses.
package enum PractitionersError: String, DomainError, CaseIterable {
    case notFound = "practitioners.not-found"
    /// Nothing that could be shown to clients has been written yet.
    case noProfile = "practitioners.no-profile"
    /// No place free, or not somebody who may take one.
    case full = "practitioners.full"
    /// Fewer places than clients there are now.
    case placesBelowTaken = "practitioners.places-below-taken"
    /// Indemnity and supervision are good until a day.
    case lastDayNeeded = "practitioners.last-day-needed"
    case daysBackwards = "practitioners.days-backwards"
    /// Somebody else was first.
    case changedMeanwhile = "practitioners.changed-meanwhile"
    /// Nobody checks, approves or shows themselves.
    case ownCase = "practitioners.own-case"
    /// The second of two has to be another person than the first, a deputy's role included.
    case samePerson = "practitioners.same-person"
    /// The lead has not approved yet.
    case approvalNeeded = "practitioners.approval-needed"
    /// They have not accepted the newest edition of the code.
    case codeNotAccepted = "practitioners.code-not-accepted"
    /// Nothing that they offer has what the pool asks for it.
    case gateShut = "practitioners.gate-shut"
    case referencesMissing = "practitioners.references-missing"
    case inductionMissing = "practitioners.induction-missing"
    case listedAlready = "practitioners.listed-already"
    /// The text names what nobody has checked, or promises a result.
    case claimedWords = "practitioners.claimed-words"
    case tooManyTies = "practitioners.too-many-ties"

    package var code: String { rawValue }

    package var kind: ErrorKind {
        switch self {
        case .notFound: .notFound
        case .noProfile, .full, .changedMeanwhile, .ownCase, .samePerson, .approvalNeeded, .codeNotAccepted, .gateShut,
            .referencesMissing, .inductionMissing, .listedAlready, .claimedWords, .tooManyTies:
            .conflict
        case .placesBelowTaken: .invalid([FieldError("places", "below-taken")])
        case .lastDayNeeded: .invalid([FieldError("until", "missing")])
        case .daysBackwards: .invalid([FieldError("until", "days-backwards")])
        }
    }
}

package enum PractitionersAction: String, JournalAction {
    case published = "practitioner.profile-published"
    case listed = "practitioner.listed"
    case paused = "practitioner.paused"
    case resumed = "practitioner.resumed"
    case hidden = "practitioner.hidden"
    case unhidden = "practitioner.unhidden"
    case steppedBack = "practitioner.stepped-back"
    case returnApproved = "practitioner.return-approved"
    case applied = "practitioner.applied"
    case referenceNoted = "practitioner.reference-noted"
    case inducted = "practitioner.inducted"
    case approved = "practitioner.approved"
    case declined = "practitioner.declined"
    case claimMade = "claim.made"
    case claimVerified = "claim.verified"
    case claimRefused = "claim.refused"
    case claimWithdrawn = "claim.withdrawn"
    case lapsed = "practitioner.lapsed"
    case lapseDecided = "practitioner.lapse-decided"
    case serviceTypeSaved = "service-type.saved"
}

/// What is done later for this feature.
package enum PractitionersWork: String, OutboxWork {
    case pauseEnd = "pause-end"
    /// Time changes somebody's gate on this day.
    case gateDue = "practice.gate-due"
    /// Everybody's gate is judged anew, some hundred at a time; the subject is the pool.
    case gatesWalk = "practice.gates-walk"
    /// Something has run out: whoever knows of work that runs tells its clients.
    case lapsed = "practice.lapsed"
}

/// Mails of this feature: that something waits, never what.
package enum PracticeLetter: String, NoticeCode, CaseIterable {
    case renewal = "practitioners.letter.renewal"
    case lapsed = "practitioners.letter.lapsed"
    case lapsedLead = "practitioners.letter.lapsed-lead"
    case listed = "practitioners.letter.listed"
}
