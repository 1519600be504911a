// SPDX-License-Identifier: EUPL-1.2

package import Kernel

/// Reads within one transaction. Not `Sendable`: it cannot leave the closure it was given to.
package class Reader {
    fileprivate let connection: any SQLConnection

    package init(_ connection: any SQLConnection) {
        self.connection = connection
    }

    /// All rows of a statement.
    package func rows(_ statement: some SQLStatement, _ arguments: any SQLConvertible...) throws -> [Row] {
        try connection.execute(statement.rawValue, arguments.map(\.sqlValue)).rows
    }

    /// The first row of a statement, `nil` if there is none.
    package func first(_ statement: some SQLStatement, _ arguments: any SQLConvertible...) throws -> Row? {
        try connection.execute(statement.rawValue, arguments.map(\.sqlValue)).rows.first
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
        try connection.execute(statement.rawValue, arguments.map(\.sqlValue)).changed
    }

    /// Runs a statement once for each list of arguments; results in the same order.
    @discardableResult
    package func each(_ statement: some SQLStatement, _ arguments: [[any SQLConvertible]]) throws -> [SQLResult] {
        try connection.executeEach(statement.rawValue, arguments.map { $0.map(\.sqlValue) })
    }
}
