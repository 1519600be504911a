// SPDX-License-Identifier: EUPL-1.2

import GRDB
import SQL

/// Turns GRDB's errors into `DatabaseError`, without values of rows.
enum SQLiteFault {
    static func translate(_ error: any Error) -> any Error {
        guard let fault = error as? GRDB.DatabaseError else { return error }
        switch fault.extendedResultCode {
        case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY, .SQLITE_CONSTRAINT_ROWID:
            return PortableError.unique(constraintName(fault.message ?? ""))
        case .SQLITE_CONSTRAINT_FOREIGNKEY: return PortableError.foreignKey
        case .SQLITE_CONSTRAINT_CHECK:
            return PortableError.check(String((fault.message ?? "").split(separator: " ").last ?? ""))
        default: break
        }
        return switch fault.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED: PortableError.retryable
        case .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_CANTOPEN, .SQLITE_NOTADB, .SQLITE_CORRUPT, .SQLITE_READONLY,
            .SQLITE_MISUSE:
            PortableError.unavailable
        case .SQLITE_INTERRUPT, .SQLITE_ABORT: PortableError.unavailable
        default: PortableError.bug("sqlite-\(fault.extendedResultCode.rawValue)-\(fault.sql?.prefix(60) ?? "")")
        }
    }

    /// "UNIQUE constraint failed: person.pool_id, person.email_key" becomes `person__pool_id_email_key__key`, the name that the
    /// constraint bears in the schema.
    private static func constraintName(_ message: String) -> String {
        let list = message.split(separator: ":").last ?? ""
        let parts = list.split(separator: ",").map { $0.drop { $0 == " " }.split(separator: ".") }
        guard let table = parts.first?.first else { return "" }
        return "\(table)__\(parts.compactMap(\.last).joined(separator: "_"))__key"
    }
}
