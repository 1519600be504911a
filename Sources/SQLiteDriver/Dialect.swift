// SPDX-License-Identifier: EUPL-1.2

/// Turns DDL written in PostgreSQL's words into SQLite's, and changes nothing else.
///
/// The type of a column, and only that, becomes SQLite's, and each table becomes `STRICT`, so that a text in a number's column
/// fails on both engines (`docs/adr/0003-portable-sql.md`). Names, constraints, defaults and other statements stay as they are.
enum Dialect {
    static func sqlite(_ statement: String) -> String {
        let words = statement.split(whereSeparator: \.isWhitespace)
        switch words.prefix(2) {
        case ["CREATE", "TABLE"]: return table(statement)
        case ["ALTER", "TABLE"] where words.dropFirst(3).prefix(2) == ["ADD", "COLUMN"] && words.count > 5:
            let head = statement[..<words[5].startIndex]
            return head + column(statement[words[5].startIndex...])
        default: return statement
        }
    }

    /// `CREATE TABLE name (item, item, …)`
    private static func table(_ statement: String) -> String {
        guard let open = statement.firstIndex(of: "("), let close = statement.lastIndex(of: ")"), open < close else {
            return statement
        }
        let items = items(of: statement[statement.index(after: open)..<close]).map(column)
        return statement[...open] + items.joined(separator: ",") + statement[close...] + " STRICT"
    }

    /// What stands between the commas that are in no parentheses and no text.
    private static func items(of list: Substring) -> [Substring] {
        var items: [Substring] = []
        var start = list.startIndex
        var depth = 0
        var isText = false
        for index in list.indices {
            switch list[index] {
            case "'": isText.toggle()
            case "(" where !isText: depth += 1
            case ")" where !isText: depth -= 1
            case "," where !isText && depth == 0:
                items.append(list[start..<index])
                start = list.index(after: index)
            default: break
            }
        }
        return items + [list[start...]]
    }

    /// `name TYPE …`; a constraint of the table has no type and stays as it is.
    private static func column(_ item: Substring) -> String {
        let words = item.split(maxSplits: 2, whereSeparator: \.isWhitespace)
        guard words.count >= 2, !["CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN"].contains(words[0]) else {
            return String(item)
        }
        let before = item[..<words[1].startIndex]
        let rest = item[words[1].endIndex...]
        switch words[1] {
        case "BIGINT": return before + "INTEGER" + rest
        case "BYTEA": return before + "BLOB" + rest
        case "BOOLEAN":
            let end = item.lastIndex { !$0.isWhitespace }.map(item.index(after:)) ?? item.endIndex
            return before + "INTEGER" + item[words[1].endIndex..<end] + " CHECK (\(words[0]) IN (FALSE, TRUE))"
                + item[end...]
        case "DOUBLE": return before + "REAL" + rest.trimmingPrefix(/\s+PRECISION/)
        default: return String(item)
        }
    }
}
