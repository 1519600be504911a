// SPDX-License-Identifier: EUPL-1.2

package import SQL
import Synchronization

/// `Database` on a PostgreSQL server, over libpq.
///
/// A bounded number of connections, each on a thread of its own; statements prepared once a connection; transactions that
/// meet are run again after a pause. It connects when it is first used, and again after the server was away.
package final class PostgresDatabase: Database {
    package let engine = DatabaseEngine.postgres
    private let pool: PostgresPool
    private let settings: PostgresSettings
    private let pauses = Atomic<UInt64>(0)

    /// - Parameter url: `postgres://…`, handed to libpq as it is.
    package init(url: String, settings: PostgresSettings = PostgresSettings()) {
        self.settings = settings
        pool = PostgresPool(url: url, settings: settings)
    }

    package func read<Value: Sendable>(
        _ body: @escaping @Sendable (Reader) throws -> Value
    ) async throws -> Value {
        try await pool.run { connection in
            try Self.transact(.read, on: connection, Reader.init) { try body($0) }
        }
    }

    package func write<Value: Sendable>(
        _ isolation: Isolation, _ body: @escaping @Sendable (Transaction) throws -> Value
    ) async throws -> Value {
        let opening = isolation == .serializable ? Opening.serializable : .write
        var attempt = 1
        while true {
            do {
                return try await pool.run { connection in
                    try Self.transact(opening, on: connection, Transaction.init) { try body($0) }
                }
            } catch DatabaseError.retryable where attempt < settings.tries {
                try await Task.sleep(for: pause(after: attempt))
                attempt += 1
            }
        }
    }

    package func migrate(_ body: @escaping @Sendable (any SQLConnection) throws -> Void) async throws {
        try await alone(body)
        try await distribute()
    }

    package func close() async {
        await pool.close()
    }

    /// Runs a transaction that changes the schema, without a limit of time, while no other process runs one.
    func alone(_ body: @escaping @Sendable (any SQLConnection) throws -> Void) async throws {
        try await pool.run { connection in
            connection.begin(.migrate)
            defer { connection.end() }
            _ = try connection.execute("SET LOCAL statement_timeout = 0", [])
            _ = try connection.execute("SELECT pg_advisory_xact_lock(7269632101)", [])
            try body(connection)
            try connection.commit()
        }
    }

    /// Runs statements that read the server's own catalogues.
    func inspect<Value: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> Value) async throws -> Value
    {
        try await pool.run { connection in
            connection.begin(.read)
            defer { connection.end() }
            return try body(connection)
        }
    }

    private static func transact<Handle: Reader, Value: Sendable>(
        _ opening: Opening, on connection: PostgresConnection, _ make: (any SQLConnection) -> Handle,
        _ body: (Handle) throws -> Value
    ) throws -> Value {
        connection.begin(opening)
        defer { connection.end() }
        let handle = make(connection)
        let value: Value
        do {
            value = try handle.checked(body(handle))
        } catch {
            // What the closure made of it does not matter: two transactions met, and this one is to run again.
            if let failure = handle.failure as? DatabaseError, failure == .retryable { throw failure }
            throw error
        }
        if connection.isCancelled() { throw CancellationError() }
        if opening != .read { try connection.commit() }
        return value
    }

    /// Doubles from 2 ms up to 256 ms. The spread only has to differ between those who met, so a counter is enough to draw it.
    private func pause(after attempt: Int) -> Duration {
        let drawn = pauses.wrappingAdd(0x9E37_79B9_7F4A_7C15, ordering: .relaxed).newValue
        let spread = ((drawn ^ (drawn >> 29)) &* 0xBF58_476D_1CE4_E5B9) >> 54  // 0 to 1023
        return .microseconds((2000 << min(attempt - 1, 7)) * (512 + Int(spread)) / 1024)
    }
}
