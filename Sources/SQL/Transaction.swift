// SPDX-License-Identifier: EUPL-1.2

package import Kernel

/// Reads within one transaction. Not `Sendable`: it cannot leave the closure it was given to.
///
/// A failed statement ends the transaction on both engines, as PostgreSQL does by itself (25P02): every later statement
/// throws the same error, and `write` throws it even where the closure caught it and returned.
package class Reader {
    private let connection: any SQLConnection
    /// What the first statement that failed threw.
    package private(set) var failure: (any Error)?

    package init(_ connection: any SQLConnection) {
        self.connection = connection
    }

    /// All rows of a statement.
    package func rows(_ statement: some SQLStatement, _ arguments: any SQLConvertible...) throws -> [Row] {
        try execute(statement.rawValue, arguments.map(\.sqlValue)).rows
    }

    /// The first row of a statement, `nil` if there is none.
    package func first(_ statement: some SQLStatement, _ arguments: any SQLConvertible...) throws -> Row? {
        try execute(statement.rawValue, arguments.map(\.sqlValue)).rows.first
    }

    /// Runs a statement once for each list of arguments; results in the same order.
    @discardableResult
    package func each(_ statement: some SQLStatement, _ arguments: [[any SQLConvertible]]) throws -> [SQLResult] {
        try executeEach(statement.rawValue, arguments.map { $0.map(\.sqlValue) })
    }

    /// Hands back what a closure gave, for drivers.
    ///
    /// - Throws: `failure`, if the closure hid one.
    package func checked<Value>(_ value: Value) throws -> Value {
        if let failure { throw failure }
        return value
    }

    fileprivate func execute(_ sql: String, _ arguments: [SQLValue]) throws -> SQLResult {
        try keepingFailure {
            try refuseNUL(arguments)
            return try connection.execute(sql, arguments)
        }
    }

    fileprivate func executeEach(_ sql: String, _ arguments: [[SQLValue]]) throws -> [SQLResult] {
        try keepingFailure {
            try arguments.forEach(refuseNUL)
            return try connection.executeEach(sql, arguments)
        }
    }

    private func keepingFailure<Value>(_ work: () throws -> Value) throws -> Value {
        if let failure { throw failure }
        do {
            return try work()
        } catch {
            failure = error
            throw error
        }
    }

    /// PostgreSQL's text cannot hold U+0000; SQLite's could, and would cut it short in half its functions.
    private func refuseNUL(_ arguments: [SQLValue]) throws {
        for case .text(let text) in arguments where text.utf8.contains(0) { throw DatabaseError.bug("nul-in-text") }
    }
}

/// Reads and writes within one transaction.
package final class Transaction: Reader {
    /// The pools of which somebody wants to hear once this transaction has been committed.
    package private(set) var told: Set<PoolID> = []

    /// Marks a pool; what wraps the `Database` (`Journal`'s bell) reads `told` after the commit.
    package func tell(_ pool: PoolID) {
        told.insert(pool)
    }

    /// Runs a statement and says how many rows it changed.
    @discardableResult
    package func run(_ statement: some SQLStatement, _ arguments: any SQLConvertible...) throws -> Int {
        try execute(statement.rawValue, arguments.map(\.sqlValue)).changed
    }

    /// Has the planner count the rows of a table anew, those of this transaction among them; for loads in bulk.
    ///
    /// PostgreSQL plans a statement, or the check of a foreign key, once and keeps the plan: one that was made while the
    /// table was empty reads all of it for every row that a load adds, until the transaction ends and statistics come.
    package func countAnew(_ table: StaticString) throws {
        _ = try execute("ANALYZE \(table)", [])
    }
}
