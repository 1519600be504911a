// SPDX-License-Identifier: EUPL-1.2

/// A statement of a feature: one case of an `enum …SQL: String, SQLStatement`, its text valid on both engines.
///
/// A test prepares every case of every such enumeration on both engines (`docs/sql.md`).
package protocol SQLStatement: RawRepresentable<String>, CaseIterable, Sendable {}

/// The two engines that the product runs on.
package enum DatabaseEngine: String, CaseIterable, Sendable {
    case sqlite, postgres
}

/// How strictly transactions that run at the same time are kept apart.
package enum Isolation: Sendable {
    /// REPEATABLE READ: a command first updates the version of the root that it changes.
    case standard
    /// SERIALIZABLE, for the ledger.
    case serializable
}

/// The one database of an installation.
///
/// Transactions are synchronous closures, so nothing can suspend inside one. A closure may run more than once: no I/O, clock
/// or randomness belongs in it; ids and times come in as values.
package protocol Database: Sendable {
    var engine: DatabaseEngine { get }

    /// Runs a closure on one consistent snapshot, from which it can only read.
    ///
    /// - Throws: what `body` throws, `DatabaseError.unavailable` if no connection is free in time.
    func read<Value: Sendable>(_ body: @escaping @Sendable (Reader) throws -> Value) async throws -> Value

    /// Runs a closure in one transaction: when `write` returns, its changes survive the loss of power; when it throws,
    /// nothing of it stands.
    ///
    /// - Throws: what `body` throws, `DatabaseError.retryable` after a bounded number of tries.
    @discardableResult
    func write<Value: Sendable>(
        _ isolation: Isolation, _ body: @escaping @Sendable (Transaction) throws -> Value
    ) async throws -> Value

    /// Runs the statements of a migration, one by one, in one transaction.
    func migrate(_ body: @escaping @Sendable (any SQLConnection) throws -> Void) async throws

    /// Ends all connections; later calls throw `unavailable`.
    func close() async
}

extension Database {
    /// `write` with standard isolation.
    @discardableResult
    package func write<Value: Sendable>(
        _ body: @escaping @Sendable (Transaction) throws -> Value
    ) async throws -> Value {
        try await write(.standard, body)
    }
}

/// What a driver does for one transaction.
package protocol SQLConnection: AnyObject {
    /// Runs one statement with its arguments for `$1…$n`.
    func execute(_ sql: String, _ arguments: [SQLValue]) throws -> SQLResult

    /// Runs one statement once for each list of arguments, in as few round trips as the engine allows, and gives the
    /// results in the same order.
    func executeEach(_ sql: String, _ arguments: [[SQLValue]]) throws -> [SQLResult]
}

/// What one statement gave.
package struct SQLResult: Sendable {
    package let rows: [Row]
    /// How many rows it inserted, updated or deleted.
    package let changed: Int

    package init(rows: [Row], changed: Int) {
        self.rows = rows
        self.changed = changed
    }
}
