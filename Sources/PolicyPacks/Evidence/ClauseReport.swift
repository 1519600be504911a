// SPDX-License-Identifier: EUPL-1.2

/// Clause by clause: how it is to be met, and which tests show that it is.
package struct ClauseReport: Sendable {
    package struct Row: Hashable, Sendable {
        package let clause: String
        package let pack: String
        package let how: [ClauseKind]
        package let controls: [Control]
        /// Only tests that count: those naming the clause where a gate or a right needs them, those naming one of its
        /// controls where another kind does.
        package let tests: [String]
        /// What no test names yet: the clause itself, or controls by name. Empty when the clause is met.
        package let needs: [String]

        package var isMissing: Bool { !needs.isEmpty }
    }

    package let rows: [Row]

    package init(_ packs: [PolicyPack], tests index: TestIndex) {
        var byClause: [String: [String]] = [:]
        var byControl: [Control: [String]] = [:]
        for entry in index.entries {
            for clause in entry.clauses { byClause[clause, default: []].append(entry.test) }
            for control in entry.controls { byControl[control, default: []].append(entry.test) }
        }
        rows = packs.flatMap { pack in
            pack.clauses.map { Self.row($0, pack.identity.pack, byClause, byControl) }
        }
    }

    private init(rows: [Row]) {
        self.rows = rows
    }

    package var missing: ClauseReport { ClauseReport(rows: rows.filter(\.isMissing)) }

    /// A gate or a right asks for a test of this very clause, since a control shared by many clauses says nothing about
    /// the one refusal; the other kinds ask for a test of every control that serves the clause.
    private static func row(
        _ clause: Clause, _ pack: String, _ byClause: [String: [String]], _ byControl: [Control: [String]]
    ) -> Row {
        var tests: [String] = []
        var needs: [String] = []
        if clause.how.contains(where: \.needsItsOwnTest) {
            tests += byClause[clause.id] ?? []
            if byClause[clause.id] == nil { needs.append(clause.id) }
        }
        if clause.how.contains(where: { !$0.needsItsOwnTest }) {
            tests += clause.controls.flatMap { byControl[$0] ?? [] }
            needs += clause.controls.filter { byControl[$0] == nil }.map(\.rawValue)
        }
        var seen: Set<String> = []
        return Row(
            clause: clause.id, pack: pack, how: clause.how, controls: clause.controls,
            tests: tests.filter { seen.insert($0).inserted }, needs: needs)
    }
}
