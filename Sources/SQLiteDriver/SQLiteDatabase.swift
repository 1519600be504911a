// SPDX-License-Identifier: EUPL-1.2

import Dispatch
import GRDB
package import SQL

/// `Database` on one SQLite file: WAL, `synchronous=FULL`, foreign keys, readers beside one writer.
///
/// Writes that arrive while a commit is under way share the next one (`CommitQueue`), so that many people writing at once pay
/// for one flush to disk.
package final class SQLiteDatabase: PortableDatabase {
    package let engine = DatabaseEngine.sqlite
    private let pool: DatabasePool
    private let commits: CommitQueue
    private let gate: ReadGate

    /// Opens or creates a file.
    ///
    /// - Parameters:
    ///   - path: of the database file; `-wal` and `-shm` files stand beside it.
    ///   - patience: how many seconds to wait for another process that is writing, or for a reader to be free.
    /// - Throws: `DatabaseError.unavailable` if it cannot be opened or is no database.
    package init(path: String, readers: Int = 4, patience: Double = 5) throws {
        var configuration = Configuration()
        configuration.maximumReaderCount = readers
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(patience)
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA trusted_schema = OFF")
            try db.execute(sql: "PRAGMA cache_size = -8000")
        }
        do {
            pool = try DatabasePool(path: path, configuration: configuration)
            // GRDB sets NORMAL after `prepareDatabase`; a commit that a power cut undoes would be a lie.
            try pool.writeWithoutTransaction { db in
                try db.execute(sql: "PRAGMA synchronous = FULL")
                try db.execute(sql: "PRAGMA secure_delete = ON")
            }
        } catch {
            throw SQLiteFault.translate(error)
        }
        commits = CommitQueue(pool)
        gate = ReadGate(readers, patience: .seconds(patience))
    }

    package func read<Value: Sendable>(
        _ body: @escaping @Sendable (Reader) throws -> Value
    ) async throws -> Value {
        do {
            return try await gate.run {
                try await pool.read { db in
                    let reader = Reader(SQLiteConnection(db, .read))
                    return try reader.checked(body(reader))
                }
            }
        } catch {
            throw SQLiteFault.translate(error, reads: true)
        }
    }

    package func write<Value: Sendable>(
        _ isolation: Isolation, _ body: @escaping @Sendable (Transaction) throws -> Value
    ) async throws -> Value {
        try await commits.run(body)  // one writer at a time is serializable whatever was asked for
    }

    package func migrate(_ body: @escaping @Sendable (any SQLConnection) throws -> Void) async throws {
        do {
            try await pool.barrierWriteWithoutTransaction { db in
                try db.inTransaction(.immediate) {
                    try body(SQLiteConnection(db, .migrate))
                    return .commit
                }
            }
        } catch {
            throw SQLiteFault.translate(error)
        }
    }

    /// Ends all connections. The file then holds everything: what the log held is in it.
    package func close() async {
        await commits.close { [pool] in
            // Best effort: what stays in the log is read from there next time.
            try? pool.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
            try? pool.close()
        }
    }

    /// What `doctor` reads back: 2 is FULL.
    package func synchronous() async throws -> Int {
        try await pool.writeWithoutTransaction { db in
            try Int.fetchOne(db, sql: "PRAGMA synchronous") ?? -1
        }
    }

    /// The plan of a statement, one line a step, for the tests that every statement is valid and none scans a large table.
    package func plan(_ sql: String) async throws -> [String] {
        do {
            return try await pool.writeWithoutTransaction { db in
                let statement = try db.makeStatement(sql: "EXPLAIN QUERY PLAN " + sql)
                statement.setUncheckedArguments([])
                return try GRDB.Row.fetchAll(statement).map { $0["detail"] ?? "" }
            }
        } catch {
            throw SQLiteFault.translate(error)
        }
    }
}
