// SPDX-License-Identifier: EUPL-1.2

import Journal
package import Kernel

/// What the feature refuses.
package enum EngagementError: String, DomainError, CaseIterable {
    case notFound = "engagements.not-found"
    /// It has ended already.
    case ended = "engagements.ended"

    package var code: String { rawValue }
    package var kind: ErrorKind { self == .notFound ? .notFound : .conflict }
}

package enum EngagementAction: String, JournalAction {
    case begun = "engagement.begun"
    case ended = "engagement.ended"
}

/// What is done later for this feature. The subject is an engagement.
package enum EngagementWork: String, OutboxWork, CaseIterable {
    /// A notice to one person, named by `person` and `letter`.
    case letter = "engagements.letter"
}

/// A notice by mail: tells that something stands in the pool, never what it is about.
package enum EngagementLetter: String, OutboxValue, CaseIterable {
    case ended

    /// Keys of its words.
    package var subject: String { "engagements.letter.\(rawValue).subject" }
    package var body: String { "engagements.letter.\(rawValue).body" }
}
