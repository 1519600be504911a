// SPDX-License-Identifier: EUPL-1.2

package import Kernel
import PostgresDriver
package import SQL
import SQLiteDriver
import Schema

/// The database of an installation and its schema.
package enum Installation {
    /// Opens a database: a `postgres://` address, or the path of a SQLite file.
    ///
    /// - Throws: `DatabaseError.unavailable`.
    package static func open(database: String) async throws -> any Database {
        if database.hasPrefix("postgres://") || database.hasPrefix("postgresql://") {
            return PostgresDatabase(url: database)
        }
        return try SQLiteDatabase(path: database)
    }

    /// Opens a database whose schema is that of this program.
    ///
    /// - Throws: `OperatorError` that names the command to run, where it is not.
    package static func openCurrent(database: String) async throws -> any Database {
        let opened = try await open(database: database)
        let state = try await migrator(for: opened).state(of: opened)
        guard state == .current else {
            await opened.close()
            throw OperatorError(schema: state, database: database)
        }
        return opened
    }

    /// Brings a database to date and names the migrations that ran.
    package static func migrate(_ database: any Database, now: Timestamp) async throws -> [String] {
        try await migrator(for: database).migrate(database, at: now)
    }

    package static func migrator(for database: any Database) -> Migrator {
        Migrator(Migrations.all(for: database.engine))
    }
}
