// SPDX-License-Identifier: EUPL-1.2

import Journal
package import Kernel

/// What can wait for somebody. One closed registry: a feature that makes people wait adds a case with its words.
package enum QueueKind: String, CaseIterable, Sendable, OutboxValue {
    /// An applicant waits for the approval of their lead.
    case application
    /// Somebody approved waits to be listed by an administrator.
    case listing
    /// A claim waits to be checked by an administrator.
    case claim
    /// An expertise waits to be confirmed by the lead.
    case expertise
    /// Somebody who wants to practise again waits for the lead.
    case returning
    /// A return that was approved waits for another person to show them again.
    case unhiding
    /// Something has run out while people work with this practitioner: the lead decides whether that goes on.
    case lapse
    /// A member has yet to accept the code.
    case code
    /// A claim of a member runs out within the notice.
    case renewal

    /// Whether leads see it for their own people. Administrators see everything.
    package var isForLeads: Bool {
        switch self {
        case .application, .expertise, .returning, .lapse, .code, .renewal: true
        case .listing, .claim, .unhiding: false
        }
    }

    /// Whether it waits for the member it is about, who can be reminded, rather than for a steward.
    package var waitsForMember: Bool { self == .code || self == .renewal }

    /// Where it is done.
    package func path(subject: String, person: PersonID) -> String {
        switch self {
        case .claim, .expertise, .renewal: "/claims/\(subject)"
        case .application, .listing, .returning, .unhiding, .lapse, .code: "/practitioners/\(person)/admission"
        }
    }

    var words: String { "queues.kind.\(rawValue)" }
}

package enum QueueItemKind {}
package typealias QueueItemID = ID<QueueItemKind>
