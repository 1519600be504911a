// SPDX-License-Identifier: EUPL-1.2

/// Why a practitioner cannot take a request on, in kind words. None of them is about the client.
package enum RefusalReason: String, CaseIterable, Sendable {
    case noTime = "no-time"
    /// Others know more about what is wanted.
    case otherSkills = "other-skills"
    /// The two know each other too well.
    case tooClose = "too-close"
    case awaySoon = "away-soon"
    case ratherNotSay = "rather-not-say"

    package var words: String { "matching.refusal." + rawValue }
}
