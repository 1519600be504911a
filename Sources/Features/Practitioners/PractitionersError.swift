// SPDX-License-Identifier: EUPL-1.2

import Journal
package import Kernel

/// What the feature refuses.
package enum PractitionersError: DomainError, CaseIterable {
    case notFound
    /// Nothing that could be shown to clients has been written yet.
    case noProfile
    /// No place free, or not somebody who may take one.
    case full
    /// Fewer places than clients there are now.
    case placesBelowTaken

    package var code: String {
        switch self {
        case .notFound: "practitioners.not-found"
        case .noProfile: "practitioners.no-profile"
        case .full: "practitioners.full"
        case .placesBelowTaken: "practitioners.places-below-taken"
        }
    }

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
