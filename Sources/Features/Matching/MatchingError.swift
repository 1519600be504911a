// SPDX-License-Identifier: EUPL-1.2

import Journal
package import Kernel

/// What the feature refuses.
package enum MatchingError: String, DomainError, CaseIterable {
    case notFound = "matching.not-found"
    /// Full, paused, hidden, of one's own line: which of them is nobody's business.
    case notTaking = "matching.not-taking-clients"
    /// As many requests as the pool allows are open already.
    case tooManyOpen = "matching.too-many-open"
    /// A request to the same person is open.
    case askedAlready = "matching.asked-already"
    /// The last place went to somebody else, or the practitioner may take nobody at present.
    case noPlace = "matching.no-place"
    /// The request stands elsewhere by now.
    case movedOn = "matching.moved-on"
    case notOffered = "matching.not-offered"
    /// None of the topics is one in which their lead confirmed an expertise.
    case noExpertise = "matching.no-expertise"
    case cannotBeSuggested = "matching.cannot-be-suggested"

    package var code: String { rawValue }

    package var kind: ErrorKind {
        switch self {
        case .notFound: .notFound
        case .notTaking, .tooManyOpen, .askedAlready, .noPlace, .movedOn: .conflict
        case .notOffered: .invalid([FieldError("format", "not-a-choice")])
        case .noExpertise: .invalid([FieldError("specialism", "no-expertise")])
        case .cannotBeSuggested: .invalid([FieldError("suggested", "not-a-choice")])
        }
    }
}

package enum MatchingAction: String, JournalAction {
    case asked = "request.asked"
    case accepted = "request.accepted"
    case arranged = "request.conversation-arranged"
    case chosen = "request.chosen"
    case notThisTime = "request.not-this-time"
    case declined = "request.declined"
    case withdrawn = "request.withdrawn"
    case expired = "request.expired"
    case lapsed = "request.lapsed"
}

/// What is done later for this feature. The subject of each is a request.
package enum MatchingWork: String, OutboxWork, CaseIterable {
    /// Nobody has answered in time.
    case expiry = "matching.expiry"
    /// The client has not chosen while the place was held.
    case lapse = "matching.lapse"
    /// A request that a programme's round began has ended without an engagement. Handled by the feature that began it; the payload
    /// names the `origin`.
    case ended = "matching.ended"
    /// Somebody waits until somebody is free; the subject is the pool.
    case waiting = "matching.waiting"
}
