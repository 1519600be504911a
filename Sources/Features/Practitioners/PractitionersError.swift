// SPDX-License-Identifier: EUPL-1.2

import Journal
package import Kernel

/// What the feature refuses.
package enum PractitionersError: String, DomainError, CaseIterable {
    case notFound = "practitioners.not-found"
    /// Nothing that could be shown to clients has been written yet.
    case noProfile = "practitioners.no-profile"
    /// No place free, or not somebody who may take one.
    case full = "practitioners.full"
    /// Fewer places than clients there are now.
    case placesBelowTaken = "practitioners.places-below-taken"

    package var code: String { rawValue }

    package var kind: ErrorKind {
        switch self {
        case .notFound: .notFound
        case .noProfile, .full: .conflict
        case .placesBelowTaken: .invalid([FieldError("places", "below-taken")])
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
}

/// What is done later for this feature.
package enum PractitionersWork: String, OutboxWork {
    case pauseEnd = "pause-end"
}
