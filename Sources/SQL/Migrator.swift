// SPDX-License-Identifier: EUPL-1.2

package import Kernel

/// One step of the schema: a file named `<yyyymmddhhmm>_<words>`, never changed once it has shipped.
package struct Migration: Sendable {
    package let name: String
    /// What identifies its text: SHA-256, as hex. It stands in the database and must stay the same.
    package let checksum: String
    /// Its statements in PostgreSQL's words, in order.
    package let statements: [String]

    package init(name: String, checksum: String, statements: [String]) {
        self.name = name
        self.checksum = checksum
        self.statements = statements
    }

    /// Cuts a file into statements: one ends where a line ends with `;`. Lines that begin with `--` are left out; comments stand on
    /// lines of their own.
    package static func statements(of file: String) -> [String] {
        var statements: [String] = []
        var current: [Substring] = []
        for line in file.split(whereSeparator: \.isNewline).map(withoutTrailingBlanks) {
            if line.isEmpty || line.drop(while: { $0 == " " }).hasPrefix("--") { continue }
            current.append(line)
            if line.hasSuffix(";") {
                statements.append(String(current.joined(separator: "\n").dropLast()))
                current = []
            }
        }
        if !current.isEmpty { statements.append(current.joined(separator: "\n")) }
        return statements
    }

    private static func withoutTrailingBlanks(_ line: Substring) -> Substring {
        line.lastIndex { !$0.isWhitespace }.map { line[...$0] } ?? ""
    }
}

/// How the schema of a database stands against the migrations of this program.
package enum SchemaState: Sendable, Hashable {
    case current
    /// These are still to run.
    case behind([String])
    /// The database knows migrations that this program does not: a newer version has been here.
    case ahead([String])
    /// The text of a migration that ran is not the text in this program.
    case changed(String)
}

private enum MigratorSQL: String, SQLStatement {
    case applied = "SELECT name, checksum FROM schema_migration ORDER BY name"
    case isApplied = "SELECT name FROM schema_migration WHERE name = $1"
    case apply = "INSERT INTO schema_migration (name, checksum, applied_at) VALUES ($1, $2, $3)"
}

/// Brings a database to date, forward only (`docs/adr/0003-portable-sql.md`).
package struct Migrator: Sendable {
    private let migrations: [Migration]

    package init(_ migrations: [Migration]) {
        self.migrations = migrations
    }

    /// How a database stands; changes nothing.
    package func state(of database: any Database) async throws -> SchemaState {
        let applied: [(String, String)]
        do {
            applied = try await database.read { reader in
                try reader.rows(MigratorSQL.applied).map { (try $0.text("name"), try $0.text("checksum")) }
            }
        } catch DatabaseError.bug {
            return .behind(migrations.map(\.name))  // no table yet
        }
        return Self.compare(migrations, with: applied)
    }

    /// Runs what is missing, each migration in a transaction of its own, and names what was missing.
    ///
    /// - Throws: `MigrationError` where the database is ahead or a migration was changed.
    package func migrate(_ database: any Database, at now: Timestamp) async throws -> [String] {
        try await database.migrate { connection in
            _ = try connection.execute(
                """
                CREATE TABLE IF NOT EXISTS schema_migration (
                    name TEXT NOT NULL PRIMARY KEY,
                    checksum TEXT NOT NULL,
                    applied_at TEXT NOT NULL
                )
                """, [])
        }
        switch try await state(of: database) {
        case .current: return []
        case .ahead(let names): throw MigrationError.ahead(names)
        case .changed(let name): throw MigrationError.changed(name)
        case .behind(let names):
            for migration in migrations where names.contains(migration.name) {
                try await database.migrate { connection in
                    // Two nodes may be told to migrate at once: one waits here for the other, and finds it done.
                    let name = SQLValue.text(migration.name)
                    guard try connection.execute(MigratorSQL.isApplied.rawValue, [name]).rows.isEmpty else { return }
                    for statement in migration.statements { _ = try connection.execute(statement, []) }
                    _ = try connection.execute(
                        MigratorSQL.apply.rawValue, [name, .text(migration.checksum), now.sqlValue])
                }
            }
            return names
        }
    }

    private static func compare(_ migrations: [Migration], with applied: [(String, String)]) -> SchemaState {
        let known = Dictionary(migrations.map { ($0.name, $0.checksum) }, uniquingKeysWith: { first, _ in first })
        let unknown = applied.map(\.0).filter { known[$0] == nil }
        if !unknown.isEmpty { return .ahead(unknown) }
        if let changed = applied.first(where: { known[$0.0] != $0.1 }) { return .changed(changed.0) }
        let done = Set(applied.map(\.0))
        let missing = migrations.map(\.name).filter { !done.contains($0) }
        return missing.isEmpty ? .current : .behind(missing)
    }
}

/// Why a schema cannot be brought to date.
package enum MigrationError: Error, Hashable, Sendable {
    case ahead([String])
    case changed(String)
}
