// SPDX-License-Identifier: EUPL-1.2

/// One answer of a pack to a question on which documents differ.
enum RuleReader {
    private static let fields: Set = ["rule", "option", "clause", "source", "unverified"]

    static func read(_ node: JSONNode, _ ordinal: Int, clauses: Set<String>, log: ProblemLog) -> PackRule? {
        let place = placeName("rule", node, key: "rule", ordinal)
        guard let record = RecordReader(node, fields: fields, place: place, log: log) else { return nil }
        let before = log.problems.count
        let rule: Rule? = record.choice("rule", "rule")
        let name = record.text("option")
        let clause = clauseName(record, clauses)
        let source = record.optionalText("source")
        let unverified = record.flag("unverified")
        reportMissingOrigin(record)
        guard let rule, let name else { return nil }
        guard let option = rule.option(name) else {
            record.report(.unknownName(what: "option", name: name), "option")
            return nil
        }
        guard log.problems.count == before else { return nil }
        return PackRule(rule: rule, option: option, clause: clause, source: source, unverified: unverified)
    }
}
