// SPDX-License-Identifier: EUPL-1.2

/// One clause of a pack.
enum ClauseReader {
    private static let fields: Set = ["id", "duty", "judgement", "controls", "how"]

    static func read(_ node: JSONNode, _ ordinal: Int, log: ProblemLog) -> Clause? {
        let place = placeName("clause", node, key: "id", ordinal)
        guard let record = RecordReader(node, fields: fields, place: place, log: log) else { return nil }
        let id = record.text("id").flatMap { text -> String? in
            if isClauseName(text) { return text }
            record.report(.badName(expected: "a clause name such as GLOBAL-1.2"), "id")
            return nil
        }
        let duty = record.bilingual("duty")
        let judgement = record.bilingual("judgement")
        let controls: [Control]? = record.choices("controls", "control")
        let how: [ClauseKind]? = record.choices("how", "kind")
        guard let id, let duty, let judgement, let controls, let how else { return nil }
        return Clause(id: id, duty: duty, judgement: judgement, controls: controls, how: how)
    }

    /// ASCII letters, digits, dots and hyphens, beginning with a capital: what goes into addresses and test names.
    private static func isClauseName(_ text: String) -> Bool {
        guard let first = text.utf8.first, (0x41...0x5A).contains(first), text.utf8.count <= 40 else { return false }
        return text.utf8.allSatisfy { byte in
            (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
                || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
        }
    }
}
