// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// One `pack.json` from bytes to a value.
///
/// What can be seen in one file is checked here; what needs several files, `PackLibrary` checks.
enum PackReader {
    /// The last part of the path of each pack.
    static let fileName = "pack.json"

    /// Nil when the log has something to say.
    static func read(_ bytes: [UInt8], log: ProblemLog) -> PolicyPack? {
        let before = log.problems.count
        guard let root = parse(bytes, log: log), let found = pack(from: root, log: log) else { return nil }
        return log.problems.count == before ? found : nil
    }

    private static func parse(_ bytes: [UInt8], log: ProblemLog) -> JSONNode? {
        do {
            return try JSONParser.parse(bytes)
        } catch {
            log.report(.badJSON(error.message), at: error.position)
            return nil
        }
    }

    private static let packFields: Set = [
        "id", "edition", "title", "in_force", "source", "welsh", "clauses", "numbers", "rules",
    ]

    private static func pack(from node: JSONNode, log: ProblemLog) -> PolicyPack? {
        guard let record = RecordReader(node, fields: packFields, place: nil, log: log) else { return nil }
        let identity = identity(record)
        let title = record.bilingual("title")
        let dates = dates(record)
        let source = source(record)
        let welsh: WelshState? = record.choice("welsh", "state")
        let clauses = items(record, "clauses", read: ClauseReader.read)
        reportRepeats(clauses.map(\.id), "clause", record)
        let known = clauseNames(record)
        let numbers = items(record, "numbers") { NumberReader.read($0, $1, clauses: known, log: $2) }
        reportRepeats(numbers.map { "\($0.key)" }, "number", record)
        let rules = items(record, "rules") { RuleReader.read($0, $1, clauses: known, log: $2) }
        reportRepeats(rules.map(\.rule.rawValue), "rule", record)
        guard let identity, let title, let dates, let source, let welsh else { return nil }
        checkFolder(identity, record)
        return PolicyPack(
            identity: identity, title: title, inForce: dates.span, datesUnverified: dates.unverified, source: source,
            welsh: welsh, clauses: clauses, numbers: numbers, rules: rules)
    }

    private static func identity(_ record: RecordReader) -> PackIdentity? {
        let names = ["id", "edition"].map { field -> String? in
            guard let name = record.text(field) else { return nil }
            guard isKebabCase(name) else {
                record.report(.badName(expected: "lower-case words joined by hyphens"), field)
                return nil
            }
            return name
        }
        guard let pack = names[0], let edition = names[1] else { return nil }
        return PackIdentity(pack: pack, edition: edition)
    }

    private static func dates(_ record: RecordReader) -> (span: DaySpan, unverified: Bool)? {
        let fields: Set = ["from", "until", "unverified"]
        guard let node = record.required("in_force"),
            let dates = RecordReader(node, fields: fields, place: nil, field: "in_force", log: record.log)
        else { return nil }
        let before = record.log.problems.count
        let ends = ["from", "until"].map { field -> Day? in
            // Both ends are written out, null where there is none: a forgotten end is not an open one.
            guard dates.required(field) != nil, let text = dates.optionalText(field) else { return nil }
            let day = Day(text)
            if day == nil { dates.report(.badDay(text), field) }
            return day
        }
        let unverified = dates.flag("unverified")
        guard record.log.problems.count == before else { return nil }
        guard let span = DaySpan(from: ends[0], until: ends[1]) else {
            dates.report(.endsBeforeItStarts, "until")
            return nil
        }
        return (span, unverified)
    }

    private static func source(_ record: RecordReader) -> PackSource? {
        let fields: Set = ["title", "publisher", "address", "note"]
        guard let node = record.required("source"),
            let source = RecordReader(node, fields: fields, place: nil, field: "source", log: record.log)
        else { return nil }
        let title = source.text("title")
        let publisher = source.text("publisher")
        let address = source.text("address")
        let note = source.optionalBilingual("note")
        guard let title, let publisher, let address else { return nil }
        return PackSource(title: title, publisher: publisher, address: address, note: note)
    }

    private static func items<T>(
        _ record: RecordReader, _ field: String, read: (JSONNode, Int, ProblemLog) -> T?
    ) -> [T] {
        (record.list(field) ?? []).enumerated().compactMap { read($0.element, $0.offset + 1, record.log) }
    }

    /// The names of all clauses, unreadable ones included: a number that leans on a broken clause is not broken itself.
    private static func clauseNames(_ record: RecordReader) -> Set<String> {
        guard case .array(let nodes)? = record.optional("clauses")?.value else { return [] }
        return Set(nodes.compactMap { $0.member("id") })
    }

    private static func reportRepeats(_ names: [String], _ what: String, _ record: RecordReader) {
        var seen: Set<String> = []
        for name in names where !seen.insert(name).inserted {
            record.log.report(.duplicate(of: record.log.file), place: "\(what) \(name)", field: "id")
        }
    }

    private static func checkFolder(_ identity: PackIdentity, _ record: RecordReader) {
        let expected = "\(identity)/\(fileName)"
        if record.log.file != expected { record.report(.wrongFolder(expected: expected), "id") }
    }
}
