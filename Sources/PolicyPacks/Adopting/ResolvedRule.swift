// SPDX-License-Identifier: EUPL-1.2

/// One question on which documents differ, as it binds a pool.
package struct ResolvedRule: Hashable, Sendable {
    package let rule: Rule
    /// The strictest answer of the adopted packs; nil when none of them answers.
    package let demanded: RuleOption?
    /// Who gives that answer.
    package let origins: [PackOrigin]
    package internal(set) var choice: RuleOption?

    init(_ rule: Rule, _ packs: [PolicyPack]) {
        self.rule = rule
        let answers = packs.flatMap { pack in
            pack.rules.filter { $0.rule == rule }.map { (answer: $0, origin: PackOrigin($0, in: pack)) }
        }
        let strictest = answers.map(\.answer.option).max {
            (rule.strictness(of: $0) ?? 0) < (rule.strictness(of: $1) ?? 0)
        }
        demanded = strictest
        origins = answers.filter { $0.answer.option == strictest }.map(\.origin)
    }

    package var inForce: RuleOption? { choice ?? demanded }

    /// Whether the pool may give this answer: one of the question's, and no milder than the packs'.
    package func judge(_ option: RuleOption) -> ChoiceVerdict {
        guard let strictness = rule.strictness(of: option) else { return .refused(.notAnAnswer) }
        guard let demanded, let floor = rule.strictness(of: demanded), let origin = origins.first else { return .fits }
        return strictness >= floor ? .fits : .refused(.laxerThan(origin))
    }
}

extension PackOrigin {
    init(_ rule: PackRule, in pack: PolicyPack) {
        self.init(pack: pack.identity, clause: rule.clause, source: rule.source, unverified: rule.unverified)
    }
}
