// SPDX-License-Identifier: EUPL-1.2

import Foundation
import PostgresDriver
package import SQL
import SQLiteDriver
import Schema

/// The real engines, with a database of its own for each test.
package enum TestDatabase {
    /// SQLite always; PostgreSQL where `CONFIDANT_TEST_POSTGRES` tells its address (`Scripts/with-postgres`). With
    /// `REQUIRE_POSTGRES=1` it is among them all the same, so that its absence fails instead of passing unseen.
    package static let engines: [DatabaseEngine] =
        PostgresServer.address != nil || ProcessInfo.processInfo.environment["REQUIRE_POSTGRES"] == "1"
        ? [.sqlite, .postgres] : [.sqlite]

    /// What of a database is there when a test begins.
    package enum Start: Sendable {
        /// The migrated schema, no rows.
        case migrated
        /// Nothing at all.
        case empty
    }
}

/// Runs `body` with a database that nobody else has and that goes afterwards.
package func withDatabase<Result>(
    _ engine: DatabaseEngine, _ start: TestDatabase.Start = .migrated, _ body: (any Database) async throws -> Result
) async throws -> Result {
    try await withDatabaseAddress(engine, start) { address in
        let database = try openDatabase(engine, address)
        let outcome: Swift.Result<Result, any Error>
        do { outcome = .success(try await body(database)) } catch { outcome = .failure(error) }
        await database.close()
        return try outcome.get()
    }
}

/// As `withDatabase`, for a test that opens the database itself, more than once or not at all.
package func withDatabaseAddress<Result>(
    _ engine: DatabaseEngine, _ start: TestDatabase.Start = .migrated, _ body: (String) async throws -> Result
) async throws -> Result {
    switch engine {
    case .sqlite: try await SQLiteFiles.with(start, body)
    case .postgres: try await PostgresServer.with(start, body)
    }
}

/// Opens what `withDatabaseAddress` gave.
package func openDatabase(_ engine: DatabaseEngine, _ address: String) throws -> any Database {
    switch engine {
    case .sqlite: try SQLiteDatabase(path: address)
    case .postgres: PostgresDatabase(url: address)
    }
}

/// Brings a new database to date with the migrations of the program.
func migrate(_ engine: DatabaseEngine, _ address: String) async throws {
    let database = try openDatabase(engine, address)
    _ = try await Migrator(Migrations.all(for: engine)).migrate(database, at: .t0)
    await database.close()
}
