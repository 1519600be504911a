// SPDX-License-Identifier: EUPL-1.2

package import Kernel

/// One row of a result. Columns are asked for by name; asking for one that the statement does not select, or as another type,
/// throws `DatabaseError.bug`, so that a typing error fails the first test that runs the statement.
package struct Row: Sendable {
    /// Names of the columns, shared by all rows of a result.
    package let columns: [String]
    package let values: [SQLValue]

    package init(columns: [String], values: [SQLValue]) {
        self.columns = columns
        self.values = values
    }

    package func value(_ column: String) throws(DatabaseError) -> SQLValue {
        guard let index = columns.firstIndex(of: column) else { throw .bug("no-column-\(column)") }
        return values[index]
    }

    package func text(_ column: String) throws(DatabaseError) -> String {
        guard let value = try optionalText(column) else { throw .bug("null-in-\(column)") }
        return value
    }

    package func optionalText(_ column: String) throws(DatabaseError) -> String? {
        switch try value(column) {
        case .null: nil
        case .text(let text): text
        default: throw .bug("not-text-\(column)")
        }
    }

    package func int(_ column: String) throws(DatabaseError) -> Int {
        guard let value = try optionalInt(column) else { throw .bug("null-in-\(column)") }
        return value
    }

    package func optionalInt(_ column: String) throws(DatabaseError) -> Int? {
        switch try value(column) {
        case .null: nil
        case .integer(let number): Int(number)
        default: throw .bug("not-integer-\(column)")
        }
    }

    package func double(_ column: String) throws(DatabaseError) -> Double {
        switch try value(column) {
        case .real(let number): number
        case .integer(let number): Double(number)
        default: throw .bug("not-real-\(column)")
        }
    }

    /// SQLite has no boolean and answers 0 or 1.
    package func bool(_ column: String) throws(DatabaseError) -> Bool {
        switch try value(column) {
        case .boolean(let bool): bool
        case .integer(let number) where number == 0 || number == 1: number == 1
        default: throw .bug("not-boolean-\(column)")
        }
    }

    package func bytes(_ column: String) throws(DatabaseError) -> [UInt8] {
        guard case .bytes(let bytes) = try value(column) else { throw .bug("not-bytes-\(column)") }
        return bytes
    }

    package func id<Of>(_ column: String, _: Of.Type = Of.self) throws(DatabaseError) -> ID<Of> {
        ID(stored: try text(column))
    }

    package func optionalID<Of>(_ column: String, _: Of.Type = Of.self) throws(DatabaseError) -> ID<Of>? {
        try optionalText(column).map { ID(stored: $0) }
    }

    package func time(_ column: String) throws(DatabaseError) -> Timestamp {
        guard let time = Timestamp(try text(column)) else { throw .bug("not-a-time-\(column)") }
        return time
    }

    package func optionalTime(_ column: String) throws(DatabaseError) -> Timestamp? {
        guard let text = try optionalText(column) else { return nil }
        guard let time = Timestamp(text) else { throw .bug("not-a-time-\(column)") }
        return time
    }

    package func day(_ column: String) throws(DatabaseError) -> Day {
        guard let day = Day(try text(column)) else { throw .bug("not-a-day-\(column)") }
        return day
    }

    package func optionalDay(_ column: String) throws(DatabaseError) -> Day? {
        guard let text = try optionalText(column) else { return nil }
        guard let day = Day(text) else { throw .bug("not-a-day-\(column)") }
        return day
    }
}
