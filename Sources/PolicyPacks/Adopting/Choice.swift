// SPDX-License-Identifier: EUPL-1.2

/// A figure that the pool states itself, for the days on which it does.
package struct NumberChoice: Hashable, Sendable {
    package let key: NumberKey
    package let measure: Measure
    package let span: DaySpan

    package init(_ key: NumberKey, _ measure: Measure, span: DaySpan = .always) {
        self.key = key
        self.measure = measure
        self.span = span
    }
}

/// An answer that the pool gives itself, for the days on which it does.
package struct RuleChoice: Hashable, Sendable {
    package let rule: Rule
    package let option: RuleOption
    package let span: DaySpan

    package init(_ rule: Rule, _ option: RuleOption, span: DaySpan = .always) {
        self.rule = rule
        self.option = option
        self.span = span
    }
}

/// Whether a choice may stand beside the packs that the pool adopted.
package enum ChoiceVerdict: Hashable, Sendable {
    case fits
    case refused(ChoiceRefusal.Reason)
}

/// A choice that has no effect, and why.
package struct ChoiceRefusal: Hashable, Sendable {
    package let subject: String
    package let reason: Reason

    package enum Reason: Hashable, Sendable {
        /// An adopted pack asks for more, or cannot be compared with it, which comes to the same: nobody could say that
        /// it is satisfied.
        case laxerThan(PackOrigin)
        /// The unit does not measure this quantity.
        case unitDoesNotFit
        /// The answer belongs to another question.
        case notAnAnswer

        package var code: String {
            switch self {
            case .laxerThan: "packs.choice-laxer"
            case .unitDoesNotFit: "packs.unit-does-not-fit"
            case .notAnAnswer: "packs.choice-not-an-answer"
            }
        }
    }
}
