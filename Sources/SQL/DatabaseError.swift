// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// What can go wrong in a database, the same on both engines. It never holds a value of a row.
package enum DatabaseError: Error, Hashable, Sendable {
    /// A row with the same values stands already. The constraint is named `<table>__<columns>__key`; SQLite tells only
    /// the columns, from which the driver makes that name (`table__pkey` stays apart).
    case unique(String)
    /// A row that is referred to is not there, or is still referred to.
    case foreignKey
    /// A rule of the table, named `<table>__<what>__check`.
    case check(String)
    /// Two transactions met; `write` has tried again as often as it may.
    case retryable
    /// No connection, or none free in time, or no space left.
    case unavailable
    /// A fault of the program: unknown column, wrong type, broken statement. The code is for the log.
    case bug(String)
}

extension DatabaseError: CodedError {
    package var logCode: String {
        switch self {
        case .unique(let name): "database.unique.\(name)"
        case .foreignKey: "database.foreign-key"
        case .check(let name): "database.check.\(name)"
        case .retryable: "database.retryable"
        case .unavailable: "database.unavailable"
        case .bug(let code): "database.bug.\(code)"
        }
    }
}
