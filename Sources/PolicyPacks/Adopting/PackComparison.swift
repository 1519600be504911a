// SPDX-License-Identifier: EUPL-1.2

/// Two packs side by side, for a pool that weighs whether to adopt, or what a new edition changes.
package struct PackComparison: Sendable {
    /// Which of the two asks for more.
    package enum Verdict: String, Hashable, Sendable {
        case same
        case leftStricter = "left-stricter"
        case rightStricter = "right-stricter"
        /// Both bind, and neither takes care of the other.
        case bothStand = "both-stand"
        /// One binds or answers, the other is silent or leaves it open.
        case onlyLeft = "only-left"
        case onlyRight = "only-right"
        /// Nobody binds; at least one of them leaves it to be chosen.
        case open
    }

    /// A control and the clauses that lean on it in each pack: the nearest that two documents with unlike numbering come
    /// to saying the same.
    package struct ControlRow: Hashable, Sendable {
        package let control: Control
        package let left: [Clause]
        package let right: [Clause]
    }

    package struct NumberRow: Hashable, Sendable {
        package let key: NumberKey
        package let left: PackNumber?
        package let right: PackNumber?
        package let verdict: Verdict
    }

    package struct RuleRow: Hashable, Sendable {
        package let rule: Rule
        package let left: PackRule?
        package let right: PackRule?
        package let verdict: Verdict
    }

    /// What happened to the clauses from the left edition to the right; empty for two different packs.
    package struct Changes: Hashable, Sendable {
        package let added: [Clause]
        package let removed: [Clause]
        /// Same name, different duty, judgement, controls or kinds.
        package let changed: [String]
    }

    package let left: PolicyPack
    package let right: PolicyPack
    package let controls: [ControlRow]
    package let numbers: [NumberRow]
    package let rules: [RuleRow]
    package let changes: Changes

    package init(_ left: PolicyPack, _ right: PolicyPack) {
        self.left = left
        self.right = right
        controls = Control.allCases.compactMap { control in
            let row = ControlRow(
                control: control, left: left.clauses(with: control), right: right.clauses(with: control))
            return row.left.isEmpty && row.right.isEmpty ? nil : row
        }
        numbers = Set((left.numbers + right.numbers).map(\.key)).sorted().map { key in
            let pair = (left.numbers.first { $0.key == key }, right.numbers.first { $0.key == key })
            return NumberRow(key: key, left: pair.0, right: pair.1, verdict: Self.weigh(pair.0, pair.1))
        }
        rules = Rule.allCases.compactMap { rule in
            let pair = (left.rules.first { $0.rule == rule }, right.rules.first { $0.rule == rule })
            guard let verdict = Self.weigh(rule, pair.0, pair.1) else { return nil }
            return RuleRow(rule: rule, left: pair.0, right: pair.1, verdict: verdict)
        }
        changes = left.identity.pack == right.identity.pack ? Self.changes(left, right) : .none
    }

    private static func weigh(_ left: PackNumber?, _ right: PackNumber?) -> Verdict {
        switch (left?.measure, right?.measure) {
        case (nil, nil): .open
        case (_?, nil): .onlyLeft
        case (nil, _?): .onlyRight
        case (let mine?, let theirs?):
            verdict(
                left: mine.satisfies(theirs, direction: left?.direction ?? .greater),
                right: theirs.satisfies(mine, direction: right?.direction ?? .greater))
        }
    }

    private static func weigh(_ rule: Rule, _ left: PackRule?, _ right: PackRule?) -> Verdict? {
        let pair = (
            left.flatMap { rule.strictness(of: $0.option) }, right.flatMap { rule.strictness(of: $0.option) }
        )
        switch pair {
        case (nil, nil): return nil
        case (_?, nil): return .onlyLeft
        case (nil, _?): return .onlyRight
        case (let mine?, let theirs?): return verdict(left: mine >= theirs, right: theirs >= mine)
        }
    }

    private static func verdict(left: Bool, right: Bool) -> Verdict {
        switch (left, right) {
        case (true, true): .same
        case (true, false): .leftStricter
        case (false, true): .rightStricter
        case (false, false): .bothStand
        }
    }

    private static func changes(_ left: PolicyPack, _ right: PolicyPack) -> Changes {
        let old = Dictionary(left.clauses.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let new = Set(right.clauses.map(\.id))
        return Changes(
            added: right.clauses.filter { old[$0.id] == nil },
            removed: left.clauses.filter { !new.contains($0.id) },
            changed: right.clauses.filter { clause in old[clause.id].map { $0 != clause } ?? false }.map(\.id))
    }
}

extension PackComparison.Changes {
    static let none = PackComparison.Changes(added: [], removed: [], changed: [])
}

extension PolicyPack {
    /// The clauses that lean on a control, in the order of the document.
    package func clauses(with control: Control) -> [Clause] {
        clauses.filter { $0.controls.contains(control) }
    }
}
