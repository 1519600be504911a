// SPDX-License-Identifier: EUPL-1.2

/// A step that a request has taken; the last one says where it stands.
package enum RequestStep: String, CaseIterable, Sendable {
    case asked
    case accepted
    /// A first conversation is arranged. It may be arranged anew.
    case arranged
    /// The client goes on; an engagement stands.
    case chosen
    case notThisTime = "not-this-time"
    case declined
    case withdrawn
    /// Nobody answered in time.
    case expired
    /// The client did not choose while the place was held.
    case lapsed

    /// Who can take a step.
    package enum Party: CaseIterable, Sendable {
        case client, practitioner
        /// A clock that ran out.
        case program
    }

    package var isOpen: Bool { self == .asked || holdsPlace }

    /// Whether one of the practitioner's places is held while the request stands here.
    package var holdsPlace: Bool { self == .accepted || self == .arranged }

    /// Who may take this step after another one. The client alone chooses, and can leave at any point of the way.
    package func mayFollow(_ step: RequestStep, by party: Party) -> Bool {
        switch (self, party) {
        case (.accepted, .practitioner), (.expired, .program): step == .asked
        case (.declined, .practitioner), (.withdrawn, .client): step.isOpen
        case (.arranged, .client), (.arranged, .practitioner): step.holdsPlace
        case (.chosen, .client), (.notThisTime, .client), (.lapsed, .program): step.holdsPlace
        default: false
        }
    }

    var action: MatchingAction {
        switch self {
        case .asked: .asked
        case .accepted: .accepted
        case .arranged: .arranged
        case .chosen: .chosen
        case .notThisTime: .notThisTime
        case .declined: .declined
        case .withdrawn: .withdrawn
        case .expired: .expired
        case .lapsed: .lapsed
        }
    }
}
