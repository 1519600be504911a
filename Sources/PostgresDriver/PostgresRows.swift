// SPDX-License-Identifier: EUPL-1.2

import CLibPQ
import SQL

/// Reads a result, which is asked for in binary form.
enum PostgresRows {
    /// - Throws: `bug` for a column of a type that the portable SQL does not have, such as the `NUMERIC` of a bare `sum()`.
    static func read(_ result: OpaquePointer?) throws(DatabaseError) -> SQLResult {
        let changed = PQcmdTuples(result).flatMap { Int(String(cString: $0)) } ?? 0
        let width = PQnfields(result)
        if width == 0 { return SQLResult(rows: [], changed: changed) }
        let columns = (0..<width).map { PQfname(result, $0).map { String(cString: $0) } ?? "" }
        let types = (0..<width).map { PQftype(result, $0) }
        var rows: [Row] = []
        let height = PQntuples(result)
        rows.reserveCapacity(Int(height))
        for row in 0..<height {
            var values: [SQLValue] = []
            values.reserveCapacity(columns.count)
            for column in 0..<width {
                values.append(try value(result, row, column, types[Int(column)]))
            }
            rows.append(Row(columns: columns, values: values))
        }
        // A SELECT changes nothing, but libpq counts its rows.
        let wrote = PQcmdStatus(result).map { String(cString: $0) }?.hasPrefix("SELECT") == false
        return SQLResult(rows: rows, changed: wrote ? changed : 0)
    }

    private static func value(
        _ result: OpaquePointer?, _ row: Int32, _ column: Int32, _ type: UInt32
    ) throws(DatabaseError) -> SQLValue {
        if PQgetisnull(result, row, column) == 1 { return .null }
        let bytes = UnsafeRawBufferPointer(
            start: PQgetvalue(result, row, column), count: Int(PQgetlength(result, row, column)))
        switch type {
        case 16: return .boolean(bytes.first == 1)
        case 17: return .bytes([UInt8](bytes))
        case 20, 21, 23: return .integer(signed(bytes))
        case 26: return .integer(Int64(unsigned(bytes)))
        case 700: return .real(Double(Float(bitPattern: UInt32(truncatingIfNeeded: unsigned(bytes)))))
        case 701: return .real(Double(bitPattern: unsigned(bytes)))
        case 2278: return .null  // what a function without a result gives
        case 18, 19, 25, 705, 1042, 1043: return .text(String(decoding: bytes, as: UTF8.self))
        default: throw .bug("type-\(type)-of-\(PQfname(result, column).map { String(cString: $0) } ?? "")")
        }
    }

    private static func unsigned(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        bytes.reduce(0) { $0 << 8 | UInt64($1) }
    }

    private static func signed(_ bytes: UnsafeRawBufferPointer) -> Int64 {
        let unused = 64 - bytes.count * 8
        return Int64(bitPattern: unsigned(bytes) << unused) >> unused
    }
}
