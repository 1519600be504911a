// SPDX-License-Identifier: EUPL-1.2

/// Where a figure or an answer comes from; pages show it beside each.
package struct PackOrigin: Hashable, Sendable {
    package let pack: PackIdentity
    package let clause: String?
    package let source: String?
    package let unverified: Bool
}

/// What binds a pool that adopted several packs: the strictest of each, with its origin, what is left to choose, and the
/// pool's own choices, which may only be stricter.
package struct Resolution: Sendable {
    /// By key. Everything that an adopted pack names, that every pool has to choose, or that this pool chose.
    package let numbers: [ResolvedNumber]
    /// In the order of the registry. Only questions that an adopted pack answers or this pool answered.
    package let rules: [ResolvedRule]
    /// Choices without effect, each with the reason.
    package let refused: [ChoiceRefusal]

    package init(
        _ packs: [PolicyPack], numberChoices: [NumberChoice] = [], ruleChoices: [RuleChoice] = []
    ) {
        // By name, so that neither a figure's wording nor the order of its origins depends on who was asked first.
        let packs = packs.sorted { $0.identity < $1.identity }
        var refused: [ChoiceRefusal] = []
        let named = packs.flatMap(\.numbers).map(\.key)
        let everybodys = Quantity.allCases.filter(\.isChosenByEveryPool).map { NumberKey($0) }
        let keys = Set(named + everybodys + numberChoices.map(\.key)).sorted()
        numbers = keys.compactMap { key in
            let open = ResolvedNumber(key, packs)
            return Self.apply(numberChoices.filter { $0.key == key }, to: open, &refused)
        }
        rules = Rule.allCases.compactMap { rule in
            let open = ResolvedRule(rule, packs)
            return Self.apply(ruleChoices.filter { $0.rule == rule }, to: open, &refused)
        }
        self.refused = refused
    }

    package func number(_ quantity: Quantity, _ scope: NumberScope? = nil) -> ResolvedNumber? {
        numbers.first { $0.key == NumberKey(quantity, scope) }
    }

    package func rule(_ rule: Rule) -> ResolvedRule? {
        rules.first { $0.rule == rule }
    }

    /// What the pool still has to say before it can open.
    package var open: [ResolvedNumber] { numbers.filter(\.isOpenToPool) }

    /// The figures that bind somebody: those for everybody, and those for the scopes that the person is in.
    package func figures(_ quantity: Quantity, for scopes: Set<NumberScope>) -> [BindingFigure] {
        let mine = numbers.filter { number in
            number.key.quantity == quantity && (number.key.scope.map(scopes.contains) ?? true)
        }
        guard let direction = mine.compactMap(\.direction).first else { return mine.flatMap(\.inForce) }
        return BindingFigure.strictest(mine.flatMap(\.inForce), direction)
    }

    private static func apply(
        _ choices: [NumberChoice], to open: ResolvedNumber, _ refused: inout [ChoiceRefusal]
    ) -> ResolvedNumber? {
        var number = open
        for choice in choices {
            switch open.judge(choice.measure) {
            case .fits: number.choice = choice.measure
            case .refused(let reason): refused.append(ChoiceRefusal(subject: "\(choice.key)", reason: reason))
            }
        }
        return number.isEmpty ? nil : number
    }

    private static func apply(
        _ choices: [RuleChoice], to open: ResolvedRule, _ refused: inout [ChoiceRefusal]
    ) -> ResolvedRule? {
        var rule = open
        for choice in choices {
            switch open.judge(choice.option) {
            case .fits: rule.choice = choice.option
            case .refused(let reason): refused.append(ChoiceRefusal(subject: choice.rule.rawValue, reason: reason))
            }
        }
        return rule.inForce == nil ? nil : rule
    }
}
