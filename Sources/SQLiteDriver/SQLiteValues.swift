// SPDX-License-Identifier: EUPL-1.2

import GRDB
import GRDBSQLite
import SQL

/// Binds arguments to a statement. SQLite takes `$1` for a name and numbers names by first appearance, so each place is asked for
/// the number in its name.
enum SQLiteArguments {
    /// - Throws: `bug` unless there are as many arguments as the highest number says.
    static func bind(_ arguments: [SQLValue], to statement: Statement) throws {
        statement.setUncheckedArguments([])  // forgets those of the time before
        let places = sqlite3_bind_parameter_count(statement.sqliteStatement)
        var highest = 0
        for place in 0..<places {
            guard let name = sqlite3_bind_parameter_name(statement.sqliteStatement, place + 1),
                let number = Int(String(cString: name + 1))
            else { throw PortableError.bug("argument-without-number") }
            guard number >= 1, number <= arguments.count else { throw PortableError.bug("too-few-arguments") }
            highest = max(highest, number)
            let code = arguments[number - 1].bind(to: statement.sqliteStatement, at: place + 1)
            if code != SQLITE_OK { throw GRDB.DatabaseError(resultCode: ResultCode(rawValue: code)) }
        }
        if highest != arguments.count { throw PortableError.bug("too-many-arguments") }
    }
}

extension SQLValue {
    /// Tells SQLite to copy what it is given.
    private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    fileprivate func bind(to statement: OpaquePointer, at place: Int32) -> Int32 {
        switch self {
        case .null: return sqlite3_bind_null(statement, place)
        case .integer(let number): return sqlite3_bind_int64(statement, place, number)
        case .real(let number): return sqlite3_bind_double(statement, place, number)
        case .boolean(let bool): return sqlite3_bind_int64(statement, place, bool ? 1 : 0)
        case .text(var text):
            // An empty text may have no address, which SQLite would take for NULL.
            if text.isEmpty { return sqlite3_bind_text(statement, place, "", 0, Self.copied) }
            return text.withUTF8 { bytes in
                bytes.withMemoryRebound(to: CChar.self) {
                    sqlite3_bind_text64(
                        statement, place, $0.baseAddress, UInt64($0.count), Self.copied, UInt8(SQLITE_UTF8))
                }
            }
        case .bytes(let bytes):
            if bytes.isEmpty { return sqlite3_bind_zeroblob(statement, place, 0) }
            return bytes.withUnsafeBytes {
                sqlite3_bind_blob64(statement, place, $0.baseAddress, UInt64($0.count), Self.copied)
            }
        }
    }

    /// The value of one column of the row at which a statement stands.
    init(_ statement: OpaquePointer, column: Int32) {
        switch sqlite3_column_type(statement, column) {
        case SQLITE_INTEGER: self = .integer(sqlite3_column_int64(statement, column))
        case SQLITE_FLOAT: self = .real(sqlite3_column_double(statement, column))
        case SQLITE_TEXT:
            let start = sqlite3_column_text(statement, column)
            let bytes = UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column)))
            self = .text(String(decoding: bytes, as: UTF8.self))
        case SQLITE_BLOB:
            let start = sqlite3_column_blob(statement, column)
            self = .bytes(
                [UInt8](UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column)))))
        default: self = .null
        }
    }
}
