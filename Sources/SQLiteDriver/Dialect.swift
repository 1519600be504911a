// SPDX-License-Identifier: EUPL-1.2

/// Turns DDL written in PostgreSQL's words into SQLite's, and changes nothing else.
///
/// `BIGINT`, `BOOLEAN`, `DOUBLE PRECISION`, `BYTEA` become SQLite's types and each table becomes `STRICT`, so that a text in a
/// number's column fails on both engines (`docs/adr/0003-portable-sql.md`).
enum Dialect {
    static func sqlite(_ statement: String) -> String {
        guard statement.hasPrefix("CREATE TABLE") || statement.hasPrefix("ALTER TABLE") else { return statement }
        var lines: [String] = []
        for line in statement.split(separator: "\n", omittingEmptySubsequences: false) {
            var words = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
            // A column's line: name first, type second (after ADD COLUMN in an ALTER TABLE).
            guard
                let name = words.firstIndex(where: { !$0.isEmpty && !["ALTER", "TABLE", "ADD", "COLUMN"].contains($0) })
            else { lines.append(String(line)); continue }
            for index in words.indices.dropFirst(name) {
                switch words[index].trimmingSuffix(",") {
                case "BIGINT": words[index] = words[index].replacing("BIGINT", with: "INTEGER")
                case "BYTEA": words[index] = words[index].replacing("BYTEA", with: "BLOB")
                case "BOOLEAN":
                    let column = index > 0 ? words[index - 1] : ""
                    words[index] = words[index].replacing("BOOLEAN", with: "INTEGER CHECK (\(column) IN (FALSE, TRUE))")
                case "DOUBLE":
                    if index + 1 < words.count, words[index + 1].hasPrefix("PRECISION") {
                        words[index] = "REAL"
                        words[index + 1] = words[index + 1].replacing("PRECISION", with: "")
                    }
                default: break
                }
            }
            lines.append(words.joined(separator: " "))
        }
        let text = lines.joined(separator: "\n")
        return statement.hasPrefix("CREATE TABLE") ? text + " STRICT" : text
    }
}

extension String {
    fileprivate func trimmingSuffix(_ suffix: String) -> String {
        hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
    }
}
