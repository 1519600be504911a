// SPDX-License-Identifier: EUPL-1.2

import GRDB
import SQL

/// Turns GRDB's errors into `DatabaseError`, without values of rows.
enum SQLiteFault {
    /// - Parameter reads: whether this came from a connection that may only read, where a write is a fault of the program.
    static func translate(_ error: any Error, reads: Bool = false) -> any Error {
        guard let fault = error as? GRDB.DatabaseError else { return error }
        let message = fault.message ?? ""
        switch fault.extendedResultCode {
        case .SQLITE_CONSTRAINT_UNIQUE: return PortableError.unique(constraintName(message, "key"))
        case .SQLITE_CONSTRAINT_PRIMARYKEY: return PortableError.unique(constraintName(message, "pkey"))
        case .SQLITE_CONSTRAINT_FOREIGNKEY: return PortableError.foreignKey
        case .SQLITE_CONSTRAINT_CHECK: return PortableError.check(String(message.split(separator: " ").last ?? ""))
        default: break
        }
        let code = fault.extendedResultCode.rawValue
        return switch fault.resultCode {
        case .SQLITE_READONLY where reads: PortableError.bug("sqlite-\(code)")
        case .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_CANTOPEN, .SQLITE_NOTADB, .SQLITE_CORRUPT, .SQLITE_READONLY,
            .SQLITE_NOMEM,
            .SQLITE_PERM:
            PortableError.unavailable
        // Another process has held the file for longer than anybody wants to wait.
        case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_PROTOCOL, .SQLITE_INTERRUPT, .SQLITE_ABORT: PortableError.unavailable
        case .SQLITE_MISUSE where message == "Connection is closed": PortableError.unavailable
        // These are about the text of a statement, which is ours: the message names columns, never values.
        case .SQLITE_ERROR, .SQLITE_MISUSE: PortableError.bug("sqlite-\(code) \(message)")
        default: PortableError.bug("sqlite-\(code)")
        }
    }

    /// "UNIQUE constraint failed: person.pool_id, person.email_key" becomes `person__pool_id_email_key__key`, the name that the
    /// constraint bears in the schema.
    private static func constraintName(_ message: String, _ suffix: String) -> String {
        let list = message.split(separator: ":").last ?? ""
        let parts = list.split(separator: ",").map { $0.drop { $0 == " " }.split(separator: ".") }
        guard let table = parts.first?.first else { return "" }
        return "\(table)__\(parts.compactMap(\.last).joined(separator: "_"))__\(suffix)"
    }
}
