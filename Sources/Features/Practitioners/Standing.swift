// SPDX-License-Identifier: EUPL-1.2

package import Kernel

/// Where a practitioner stands. Each is a row with who and when; somebody without a row is an applicant.
package enum StandingCode: String, Sendable, CaseIterable {
    case listed
    /// By their own choice.
    case paused
    /// By the pool.
    case hidden
}

/// Everything that decides whether somebody can be found.
package struct Standing: Hashable, Sendable {
    package let codes: Set<StandingCode>
    package let pausedUntil: Day?

    package init(_ codes: Set<StandingCode>, pausedUntil: Day? = nil) {
        self.codes = codes
        self.pausedUntil = pausedUntil
    }

    package var isApplicant: Bool { !codes.contains(.listed) }

    /// Key of the words for stewards and for themselves. The public reads "not taking clients at present" for all but one.
    package var words: String {
        if isApplicant { return "practitioners.standing.applicant" }
        if codes.contains(.hidden) { return "practitioners.standing.hidden" }
        return codes.contains(.paused) ? "practitioners.standing.paused" : "practitioners.standing.listed"
    }
}
