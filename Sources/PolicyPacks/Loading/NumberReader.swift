// SPDX-License-Identifier: EUPL-1.2

/// One number of a pack.
enum NumberReader {
    private static let fields: Set = [
        "quantity", "scope", "direction", "value", "unit", "per", "source", "unverified", "clause", "note",
    ]

    static func read(_ node: JSONNode, _ ordinal: Int, clauses: Set<String>, log: ProblemLog) -> PackNumber? {
        let place = placeName("number", node, key: "quantity", ordinal)
        guard let record = RecordReader(node, fields: fields, place: place, log: log) else { return nil }
        let before = log.problems.count
        let quantity: Quantity? = record.choice("quantity", "quantity")
        let scope = scope(record)
        let direction: Direction? = record.choice("direction", "direction")
        let unit = unit(record)
        if let unit, let quantity, !quantity.families.contains(unit.family) {
            record.report(.unitDoesNotFit(quantity.rawValue), "unit")
        }
        let source = record.optionalText("source")
        let unverified = record.flag("unverified")
        let clause = clauseName(record, clauses)
        reportMissingOrigin(record)
        let note = record.optionalBilingual("note")
        guard let quantity, let direction, let unit else { return nil }
        let measure = measure(record, unit, direction)
        guard log.problems.count == before else { return nil }
        return PackNumber(
            key: NumberKey(quantity, scope), direction: direction, measure: measure, unit: unit, source: source,
            unverified: unverified, clause: clause, note: note)
    }

    private static func scope(_ record: RecordReader) -> NumberScope? {
        guard let text = record.optionalText("scope") else { return nil }
        let scope = NumberScope(text)
        if scope == nil { record.report(.unknownName(what: "scope", name: text), "scope") }
        return scope
    }

    private static func unit(_ record: RecordReader) -> MeasureUnit? {
        guard record.has("unit") else {
            record.report(.numberWithoutUnit, "unit")
            return nil
        }
        return record.choice("unit", "unit")
    }

    private static func measure(_ record: RecordReader, _ unit: MeasureUnit, _ direction: Direction) -> Measure? {
        guard direction.binds else {
            for field in ["value", "per"] where record.has(field) { record.report(.valueNotExpected, field) }
            return nil
        }
        guard record.has("value") else {
            record.report(.valueMissing, "value")
            return nil
        }
        let value = record.integer("value")
        let per = per(record)
        guard let value, per.isReadable else { return nil }
        guard let measure = Measure(Measure.Amount(value, unit), per: per.amount) else {
            record.report(.numberOutOfRange, "value")
            return nil
        }
        return measure
    }

    private static func per(_ record: RecordReader) -> (amount: Measure.Amount?, isReadable: Bool) {
        guard let node = record.optional("per") else { return (nil, true) }
        let stretch = RecordReader(
            node, fields: ["value", "unit"], place: record.place, field: "per", log: record.log)
        guard let stretch, let value = stretch.integer("value"), let unit = unit(stretch) else { return (nil, false) }
        return (Measure.Amount(value, unit), true)
    }
}
