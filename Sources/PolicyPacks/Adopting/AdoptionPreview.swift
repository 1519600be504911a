// SPDX-License-Identifier: EUPL-1.2

/// What would change for a pool if it adopted one more pack, or if a new edition took the place of the old: shown before
/// anybody decides.
package struct AdoptionPreview: Sendable {
    package struct NumberChange: Hashable, Sendable {
        package let key: NumberKey
        package let before: [BindingFigure]
        package let after: [BindingFigure]

        /// Whether both sides say the same, in whatever units.
        func isNone(_ direction: Direction?) -> Bool {
            before.count == after.count
                && before.allSatisfy { old in
                    after.contains { new in
                        old.measure == new.measure || direction.map { old.measure.means(the: new.measure, $0) } ?? false
                    }
                }
        }
    }

    package struct RuleChange: Hashable, Sendable {
        package let rule: Rule
        package let before: RuleOption?
        package let after: RuleOption?
    }

    /// Figures that would bind otherwise than now.
    package let numbers: [NumberChange]
    /// Answers that would bind otherwise than now.
    package let rules: [RuleChange]
    /// Figures that the pool would have to say and does not owe now.
    package let newlyOpen: [NumberKey]
    /// Choices of the pool that hold now and would be too mild.
    package let overtaken: [ChoiceRefusal]
    /// Controls that no pack asked for so far.
    package let newControls: [Control]

    /// - Parameters:
    ///   - packs: The editions that bind now.
    ///   - addition: The edition to be weighed; it takes the place of another edition of the same pack.
    package init(
        _ packs: [PolicyPack], adding addition: PolicyPack, numberChoices: [NumberChoice] = [],
        ruleChoices: [RuleChoice] = []
    ) {
        let then = packs.filter { $0.identity.pack != addition.identity.pack } + [addition]
        let before = Resolution(packs, numberChoices: numberChoices, ruleChoices: ruleChoices)
        let after = Resolution(then, numberChoices: numberChoices, ruleChoices: ruleChoices)
        numbers = Self.keys(before, after).compactMap { key in
            let pair = (before.number(key.quantity, key.scope), after.number(key.quantity, key.scope))
            let change = NumberChange(key: key, before: pair.0?.inForce ?? [], after: pair.1?.inForce ?? [])
            return change.isNone(pair.0?.direction ?? pair.1?.direction) ? nil : change
        }
        rules = Rule.allCases.compactMap { rule in
            let pair = (before.rule(rule)?.inForce, after.rule(rule)?.inForce)
            return pair.0 == pair.1 ? nil : RuleChange(rule: rule, before: pair.0, after: pair.1)
        }
        let owed = Set(before.open.map(\.key))
        newlyOpen = after.open.map(\.key).filter { !owed.contains($0) }
        let refused = Set(before.refused)
        overtaken = after.refused.filter { !refused.contains($0) }
        let known = Set(packs.flatMap(\.clauses).flatMap(\.controls))
        let asked = Set(addition.clauses.flatMap(\.controls))
        newControls = Control.allCases.filter { asked.contains($0) && !known.contains($0) }
    }

    private static func keys(_ before: Resolution, _ after: Resolution) -> [NumberKey] {
        Set((before.numbers + after.numbers).map(\.key)).sorted()
    }
}
