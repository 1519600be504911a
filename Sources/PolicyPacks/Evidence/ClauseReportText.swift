// SPDX-License-Identifier: EUPL-1.2

extension ClauseReport {
    /// A table for people: a heading, a line for each clause, and a sum.
    package var table: String {
        let heading = ["clause", "pack", "how", "controls", "tests", "missing"]
        let cells = rows.map { row in
            [
                row.clause, row.pack, row.how.map(\.rawValue).joined(separator: ","),
                row.controls.map(\.rawValue).joined(separator: ","), String(row.tests.count),
                row.isMissing ? row.needs.joined(separator: ",") : "-",
            ]
        }
        let widths = heading.indices.map { column in
            ([heading] + cells).map { $0[column].count }.max() ?? 0
        }
        let lines = ([heading] + cells).map { line in
            let padded = zip(line, widths).map { text, width in
                text + String(repeating: " ", count: width - text.count)
            }
            return Self.withoutTrailingSpace(padded.joined(separator: "  "))
        }
        return (lines + ["", sum]).joined(separator: "\n")
    }

    /// A list of objects with `clause`, `pack`, `how`, `controls`, `tests`, `missing` (true or false) and `needs` (what no
    /// test names yet), one a line.
    package var json: String {
        let lines = rows.map { row in
            let members = [
                "\"clause\": \(JSONText.quoted(row.clause))",
                "\"pack\": \(JSONText.quoted(row.pack))",
                "\"how\": \(JSONText.list(row.how.map(\.rawValue)))",
                "\"controls\": \(JSONText.list(row.controls.map(\.rawValue)))",
                "\"tests\": \(JSONText.list(row.tests))",
                "\"missing\": \(row.isMissing)",
                "\"needs\": \(JSONText.list(row.needs))",
            ]
            return "  {" + members.joined(separator: ", ") + "}"
        }
        return lines.isEmpty ? "[]" : "[\n" + lines.joined(separator: ",\n") + "\n]"
    }

    private var sum: String {
        let missing = rows.count(where: \.isMissing)
        return "\(rows.count) clauses, \(rows.count - missing) shown by tests, \(missing) missing"
    }

    private static func withoutTrailingSpace(_ text: String) -> String {
        var text = text
        while text.last == " " { text.removeLast() }
        return text
    }
}
