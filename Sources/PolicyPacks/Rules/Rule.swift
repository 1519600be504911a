// SPDX-License-Identifier: EUPL-1.2

/// A question on which documents differ, with the answers that there are: one closed registry.
package enum Rule: String, CaseIterable, Sendable {
    case conflictAtEntry = "conflict-at-entry"
    case supervisionDuty = "supervision-duty"
    case supervisionForm = "supervision-form"
    case indemnity = "indemnity"
    case permissionForm = "permission-form"
    case permissionFrom = "permission-from"
    case limitsAgreed = "limits-agreed"
    case dangerThreshold = "danger-threshold"
    case earlyEnding = "early-ending"
    case methodsOpenTo = "methods-open-to"
    case colleagueConduct = "colleague-conduct"
    case afterTheEnd = "after-the-end"

    package func option(_ id: String) -> RuleOption? {
        options.first { $0.id == id }
    }

    /// How strict an answer is among this question's: the greater, the stricter; nil for a stranger.
    package func strictness(of option: RuleOption) -> Int? {
        options.firstIndex(of: option)
    }
}
