// SPDX-License-Identifier: EUPL-1.2

import SQL

/// Why a command cannot go on, told to the operator in one line: a code, then words. It never holds data of people.
package struct OperatorError: Error, Hashable, CustomStringConvertible {
    package let code: String
    package let words: String

    package init(_ code: String, _ words: String) {
        self.code = code
        self.words = words
    }

    init(schema state: SchemaState, database: String) {
        let shown = database.contains("://") ? "postgres://…" : database
        switch state {
        case .current: self.init("schema.current", "the schema is up to date")
        case .behind(let names):
            self.init("schema.behind", "\(names.count) migrations to run: confidant migrate --database \(shown)")
        case .ahead(let names):
            self.init(
                "schema.ahead",
                "the database has \(names.count) migrations that this program does not know: use the newer program")
        case .changed(let name):
            self.init("schema.changed", "migration \(name) is not the one that ran: use the program that ran it")
        }
    }

    static let unreadableFolder = OperatorError("bounces.unreadable", "what lies in the folder cannot be read")

    package var description: String { "\(code): \(words)" }
}
