// SPDX-License-Identifier: EUPL-1.2

import Journal
package import Kernel
import Pools
import Practitioners

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

/// A notice by mail: tells that something stands in the pool, never what it is about. Its words are the messages
/// `<code>.subject` and `<code>.body`.
package enum EngagementLetter: String, NoticeCode, CaseIterable {
    case ended = "engagements.letter.ended"
    case lapsed = "engagements.letter.lapsed"
}
