// SPDX-License-Identifier: EUPL-1.2

/// `clause GLOBAL-1.2` where the record has a name, `clause 3` where it has none.
func placeName(_ what: String, _ node: JSONNode, key: String, _ ordinal: Int) -> String {
    if let name = node.member(key) { return "\(what) \(name)" }
    return "\(what) \(ordinal)"
}

/// The clause that a number or a rule leans on, which has to stand in the same pack.
func clauseName(_ record: RecordReader, _ clauses: Set<String>) -> String? {
    guard let name = record.optionalText("clause") else { return nil }
    if !clauses.contains(name) { record.report(.unknownName(what: "clause", name: name), "clause") }
    return name
}

/// A number or an answer has a clause or some other place where a reader can look it up.
func reportMissingOrigin(_ record: RecordReader) {
    if record.optional("clause") == nil, record.optional("source") == nil { record.report(.missingField, "source") }
}
