// SPDX-License-Identifier: EUPL-1.2

package import Kernel

package enum ClaimKind: String, CaseIterable, Sendable {
    case qualification, accreditation, membership, indemnity, supervision, briefing, expertise

    /// Whether everybody of the pool reads it on the profile once it is verified. What merely has to be in order is left out: its
    /// absence would tell.
    package var isShown: Bool {
        switch self {
        case .qualification, .accreditation, .membership, .expertise: true
        case .indemnity, .supervision, .briefing: false
        }
    }

    /// Whether the lead confirms it, who knows the work; everything else is an administrator's.
    package var isConfirmedByLead: Bool { self == .expertise }

    /// What a kind of work may ask for that this answers.
    package var answers: ServiceNeed? {
        switch self {
        case .qualification, .accreditation: .credential
        case .membership: nil
        case .indemnity: .indemnity
        case .supervision: .supervision
        case .briefing: .briefing
        case .expertise: .expertise
        }
    }

    /// Whether it is only good from one day to another.
    package var needsLastDay: Bool { self == .indemnity || self == .supervision }

    package var words: String { "claim.kind.\(rawValue)" }
}

/// How somebody made sure that a claim is true.
package enum VerificationMethod: String, CaseIterable, Sendable {
    case original, copy, register, issuer, work, attended

    package var words: String { "claim.method.\(rawValue)" }
}

package enum ClaimStep: String, CaseIterable, Sendable {
    case made, verified, refused, withdrawn

    package func mayFollow(_ step: ClaimStep) -> Bool {
        switch self {
        case .made: false
        case .verified: step == .made || step == .refused
        case .refused: step == .made || step == .verified
        case .withdrawn: step != .withdrawn
        }
    }
}

package enum ClaimSubject {}
package enum EvidenceSubject {}
package typealias ClaimID = ID<ClaimSubject>
package typealias EvidenceID = ID<EvidenceSubject>

/// What somebody says of themselves as it is typed.
package struct ClaimDetails: Hashable, Sendable {
    package var kind: ClaimKind
    /// Its name; for an expertise the code of a specialism.
    package var title: String
    /// Who gave it; for supervision the supervisor.
    package var issuer: String
    package var number: String
    package var from: Day?
    package var until: Day?

    package init(
        _ kind: ClaimKind, title: String, issuer: String = "", number: String = "", from: Day? = nil, until: Day? = nil
    ) {
        self.kind = kind
        self.title = title
        self.issuer = issuer
        self.number = number
        self.from = from
        self.until = until
    }
}

package struct Claim: Sendable, Hashable {
    package let id: ClaimID
    package let person: PersonID
    package let details: ClaimDetails
    package let madeAt: Timestamp
    package let version: Int
    package let step: ClaimStep
    package let stepAt: Timestamp
    /// Who took the last step, by name.
    package let stepBy: String
    package let method: VerificationMethod?

    package init(
        id: ClaimID, person: PersonID, details: ClaimDetails, madeAt: Timestamp, version: Int, step: ClaimStep,
        stepAt: Timestamp, stepBy: String, method: VerificationMethod?
    ) {
        self.id = id
        self.person = person
        self.details = details
        self.madeAt = madeAt
        self.version = version
        self.step = step
        self.stepAt = stepAt
        self.stepBy = stepBy
        self.method = method
    }

    /// Ethics: global/GLOBAL-1.6, wme/WME-4.0, iicm/IICM-B2
    package func isGood(on day: Day) -> Bool {
        step == .verified && (details.from.map { $0 <= day } ?? true) && (details.until.map { day <= $0 } ?? true)
    }
}
