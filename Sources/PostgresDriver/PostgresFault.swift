// SPDX-License-Identifier: EUPL-1.2

import CLibPQ
import SQL

/// Turns what the server reports into `DatabaseError`. Of a report only SQLSTATE and the name of the constraint are kept:
/// DETAIL holds values of rows, and so may the message.
enum PostgresFault {
    /// SQLSTATEs after which a connection is of no more use, but another one may be.
    static let endsConnection: Set<String> = [
        "0A000",  // "cached plan must not change result type": the schema moved under a prepared statement
        "26000",  // a prepared statement is gone: something reset the session
        "25006",  // a write on a standby: the primary has moved
        "57P01", "57P02", "57P03", "57P05",  // the server stops or starts, or tired of waiting
    ]

    static func state(of result: OpaquePointer?) -> String {
        field(result, PostgresField.state) ?? ""
    }

    static func translate(_ result: OpaquePointer?, reads: Bool) -> DatabaseError {
        let state = state(of: result)
        let constraint = field(result, PostgresField.constraint) ?? ""
        switch state {
        case "23505", "23P01": return .unique(constraint)
        case "23503", "23001": return .foreignKey
        case "23514": return .check(constraint)
        case "40001", "40P01", "55P03": return .retryable
        case "57014": return .unavailable  // the statement took longer than it may
        case "25006" where reads: return .bug(state)
        case "08P01": return .bug(state)  // a wrong number of arguments
        case _ where endsConnection.contains(state): return .unavailable
        case _ where ["08", "53", "57", "58", "28", "3D"].contains(state.prefix(2)): return .unavailable
        // Class 42 is about the text of a statement, which is ours: its message names columns and types, never values.
        case _ where state.hasPrefix("42"): return .bug("\(state) \(field(result, PostgresField.message) ?? "")")
        default: return .bug(state)
        }
    }

    private static func field(_ result: OpaquePointer?, _ name: PostgresField) -> String? {
        PQresultErrorField(result, name.rawValue).map { String(cString: $0) }
    }
}

/// The three fields of a report that are read, by the letters of libpq's `PG_DIAG_…` (which Swift does not import).
private enum PostgresField {
    case state, constraint, message

    var rawValue: Int32 {
        switch self {
        case .state: Int32(UInt8(ascii: "C"))
        case .constraint: Int32(UInt8(ascii: "n"))
        case .message: Int32(UInt8(ascii: "M"))
        }
    }
}
