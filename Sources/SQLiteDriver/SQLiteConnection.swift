// SPDX-License-Identifier: EUPL-1.2

import Foundation
import GRDB
import SQL

/// One connection within one transaction. Statements are prepared once and kept.
final class SQLiteConnection: SQLConnection {
    private let db: GRDB.Database
    private let translatesSchema: Bool

    init(_ db: GRDB.Database, translatesSchema: Bool = false) {
        self.db = db
        self.translatesSchema = translatesSchema
    }

    func execute(_ sql: String, _ arguments: [SQLValue]) throws -> SQLResult {
        do {
            if translatesSchema, arguments.isEmpty {
                try db.execute(sql: Dialect.sqlite(sql))
                return SQLResult(rows: [], changed: 0)
            }
            return try run(db.cachedStatement(sql: sql), arguments)
        } catch {
            throw SQLiteFault.translate(error)
        }
    }

    func executeEach(_ sql: String, _ arguments: [[SQLValue]]) throws -> [SQLResult] {
        do {
            let statement = try db.cachedStatement(sql: sql)
            return try arguments.map { try run(statement, $0) }
        } catch {
            throw SQLiteFault.translate(error)
        }
    }

    private func run(_ statement: Statement, _ arguments: [SQLValue]) throws -> SQLResult {
        // SQLite takes `$1` for a name and numbers names by first appearance, so arguments are bound by name.
        var named: [String: (any DatabaseValueConvertible)?] = [:]
        for (index, value) in arguments.enumerated() { named[String(index + 1)] = value.forGRDB }
        statement.arguments = StatementArguments(named)
        let before = db.totalChangesCount
        if statement.columnCount == 0 {
            try statement.execute()
            return SQLResult(rows: [], changed: db.totalChangesCount - before)
        }
        let columns = statement.columnNames
        var rows: [PortableRow] = []
        let cursor = try GRDB.Row.fetchCursor(statement)
        while let row = try cursor.next() {
            rows.append(PortableRow(columns: columns, values: row.databaseValues.map(SQLValue.init(fromGRDB:))))
        }
        return SQLResult(rows: rows, changed: db.totalChangesCount - before)
    }
}

extension SQLValue {
    fileprivate var forGRDB: (any DatabaseValueConvertible)? {
        switch self {
        case .null: nil
        case .text(let text): text
        case .integer(let number): number
        case .real(let number): number
        case .boolean(let bool): bool
        case .bytes(let bytes): Data(bytes)
        }
    }

    fileprivate init(fromGRDB value: DatabaseValue) {
        switch value.storage {
        case .null: self = .null
        case .int64(let number): self = .integer(number)
        case .double(let number): self = .real(number)
        case .string(let text): self = .text(text)
        case .blob(let data): self = .bytes([UInt8](data))
        }
    }
}
