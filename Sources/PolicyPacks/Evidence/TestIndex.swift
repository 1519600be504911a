// SPDX-License-Identifier: EUPL-1.2

/// Which tests show which controls and clauses. `Scripts/shows` writes it from the test sources.
package struct TestIndex: Sendable {
    package static let fileName = "evidence.json"

    /// One test that shows something.
    package struct Entry: Hashable, Sendable {
        /// `Tests/…/DirectoryTests.swift: A full practitioner is left out`.
        package let test: String
        package let controls: [Control]
        package let clauses: [String]

        package init(test: String, controls: [Control] = [], clauses: [String] = []) {
            self.test = test
            self.controls = controls
            self.clauses = clauses
        }
    }

    package let entries: [Entry]

    package init(_ entries: [Entry]) {
        self.entries = entries
    }

    /// Reads the file, and refuses names that no pack or registry knows.
    ///
    /// - Throws: `PackFailure`.
    package init(
        _ bytes: [UInt8], clauses known: Set<String>, file: String = fileName
    ) throws(PackFailure) {
        let log = ProblemLog(file: file)
        var entries: [Entry] = []
        do {
            let node = try JSONParser.parse(bytes)
            if case .array(let items) = node.value {
                entries = items.compactMap { Self.entry($0, known, log) }
            } else {
                log.report(.wrongType(expected: "a list", found: node.value.name), at: node.position)
            }
        } catch {
            log.report(.badJSON(error.message), at: error.position)
        }
        guard log.problems.isEmpty else { throw PackFailure(problems: log.problems) }
        self.entries = entries
    }

    private static func entry(_ node: JSONNode, _ known: Set<String>, _ log: ProblemLog) -> Entry? {
        guard
            let record = RecordReader(node, fields: ["test", "file", "controls", "clauses"], place: nil, log: log),
            let name = record.text("test"), let file = record.text("file")
        else { return nil }
        let test = "\(file): \(name)"
        // The name goes along with each fault, since the file is generated and nobody mends it by hand.
        let controls = (record.list("controls") ?? []).compactMap { item -> Control? in
            guard let text = record.text(of: item, "controls") else { return nil }
            let control = Control(rawValue: text)
            if control == nil {
                log.report(.unknownName(what: "control", name: text), place: test, field: "controls", at: item.position)
            }
            return control
        }
        let clauses = (record.list("clauses") ?? []).compactMap { item -> String? in
            guard let text = record.text(of: item, "clauses") else { return nil }
            guard known.contains(text) else {
                log.report(.unknownName(what: "clause", name: text), place: test, field: "clauses", at: item.position)
                return nil
            }
            return text
        }
        return Entry(test: test, controls: controls, clauses: clauses)
    }
}
