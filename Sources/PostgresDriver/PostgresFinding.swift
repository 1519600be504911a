// SPDX-License-Identifier: EUPL-1.2

import SQL

/// What makes a server unfit for the product; `doctor` shows each, `serve` refuses.
package enum PostgresFinding: String, CaseIterable, Sendable {
    /// Older than PostgreSQL 15.
    case version
    /// Text is not compared byte by byte (C or C.UTF-8), so that pages would order differently from SQLite's.
    case collation
    /// The database does not hold UTF-8.
    case encoding
    /// `fsync` or `synchronous_commit` is off: a commit that was confirmed could be lost.
    case durability
}

extension PostgresDatabase {
    /// What is wrong with the server, in the order of the cases.
    ///
    /// - Throws: `DatabaseError.unavailable` if it cannot be reached.
    package func findings() async throws -> [PostgresFinding] {
        try await inspect { connection in
            guard let facts = try connection.execute(Self.facts, []).rows.first else {
                throw DatabaseError.bug("no-facts")
            }
            var found: [PostgresFinding] = []
            if try facts.int("version") < 150_000 { found.append(.version) }
            if try !["C", "C.UTF-8", "C.UTF8", "POSIX"].contains(facts.text("collation").uppercased()) {
                found.append(.collation)
            }
            if try facts.text("encoding") != "UTF8" { found.append(.encoding) }
            if try facts.text("fsync") != "on" || facts.text("synchronous") == "off" { found.append(.durability) }
            return found
        }
    }

    private static let facts = """
        SELECT CAST(current_setting('server_version_num') AS BIGINT) AS version,
            CASE datlocprovider WHEN 'c' THEN datcollate ELSE 'other' END AS collation,
            pg_encoding_to_char(encoding) AS encoding,
            current_setting('fsync') AS fsync,
            current_setting('synchronous_commit') AS synchronous
        FROM pg_database WHERE datname = current_database()
        """
}
