// SPDX-License-Identifier: EUPL-1.2

/// What a round is to achieve. The raw value is the word on the command line and in files.
package enum RoundGoal: String, Sendable, CaseIterable {
    /// As many clients as possible, then the highest total score.
    case best
    /// No client and practitioner would both rather have each other; the best such matching for every client at once.
    case stable
    /// The same, best for every practitioner at once.
    case stablePractitioner = "stable-practitioner"
    /// As many clients as possible, then the highest score for the worst-served, then the highest total.
    case maxMin = "max-min"
    /// As many clients as possible with a first choice, then with a second choice, and so on.
    case rankMaximal = "rank-maximal"

    package var needsPractitionerScores: Bool { self == .stable || self == .stablePractitioner }
}
