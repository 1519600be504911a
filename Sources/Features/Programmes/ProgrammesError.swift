// SPDX-License-Identifier: EUPL-1.2

import Journal
package import Kernel

package enum ProgrammeKind: JournalSubject { package static let subjectCode = "programme" }
package enum RoundKind: JournalSubject { package static let subjectCode = "programme-round" }
package enum ApplicationKind {}
package enum OfferKind {}
package typealias ProgrammeID = ID<ProgrammeKind>
package typealias RoundID = ID<RoundKind>

/// What the feature refuses.
package enum ProgrammesError: String, DomainError, CaseIterable {
    /// Not there, or not for this person.
    case notFound = "programmes.not-found"
    case notOpen = "programmes.not-open"
    /// Of an organisation or grade that the programme is not for.
    case notEligible = "programmes.not-eligible"
    /// Nobody whom clients could find at present: no published profile, not listed, or hidden.
    case notListed = "programmes.not-listed"
    /// The practitioner's profile does not offer this kind of work.
    case notOffered = "programmes.not-offered"
    case daysBackwards = "programmes.days-backwards"
    case notYourOrganisation = "programmes.not-your-organisation"
    /// Somebody changed it meanwhile.
    case movedOn = "programmes.moved-on"
    /// A round of this programme is being solved.
    case solving = "programmes.solving"
    case published = "programmes.published"
    /// The pair may not be matched, or no place is left to pin.
    case impossiblePair = "programmes.impossible-pair"
    case twiceNamed = "programmes.named-twice"
    case fileGone = "programmes.file-gone"

    package var code: String { rawValue }

    package var kind: ErrorKind {
        switch self {
        case .notFound: .notFound
        case .notOpen, .notEligible, .notListed, .movedOn, .solving, .published, .impossiblePair, .fileGone: .conflict
        case .notOffered: .invalid([FieldError("places", "not-a-choice")])
        case .daysBackwards: .invalid([FieldError("ends_on", "days-backwards")])
        case .notYourOrganisation: .invalid([FieldError("owner", "not-a-choice")])
        case .twiceNamed: .invalid([FieldError("named", "named-twice")])
        }
    }
}

package enum ProgrammesAction: String, JournalAction {
    case made = "programme.made"
    case changed = "programme.changed"
    case applied = "programme.applied"
    case withdrew = "programme.application-ended"
    case offered = "programme.offered"
    case offerEnded = "programme.offer-ended"
    case imported = "programme.imported"
    case roundAsked = "programme.round-asked"
    case roundStopped = "programme.round-stopped"
    case roundEdited = "programme.round-edited"
    case published = "programme.round-published"
    case rematched = "programme.rematched"
}

/// What is done later for this feature.
package enum ProgrammesWork: String, OutboxWork, CaseIterable {
    /// Solve a round. Its subject is the round.
    case round = "programme.round"
}
