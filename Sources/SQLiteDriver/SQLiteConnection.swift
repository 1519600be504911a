// SPDX-License-Identifier: EUPL-1.2

import GRDB
import SQL

/// One connection within one transaction. Statements are prepared once and kept.
final class SQLiteConnection: SQLConnection {
    /// What the transaction is for.
    enum Use {
        case read, write
        /// Statements without arguments are DDL in PostgreSQL's words, or read the schema.
        case migrate
    }

    private let db: GRDB.Database
    private let use: Use

    init(_ db: GRDB.Database, _ use: Use) {
        self.db = db
        self.use = use
    }

    func execute(_ sql: String, _ arguments: [SQLValue]) throws -> SQLResult {
        guard let result = try executeEach(sql, [arguments]).first else { throw PortableError.bug("no-result") }
        return result
    }

    func executeEach(_ sql: String, _ arguments: [[SQLValue]]) throws -> [SQLResult] {
        do {
            let statement =
                try use == .migrate ? db.makeStatement(sql: Dialect.sqlite(sql)) : db.cachedStatement(sql: sql)
            return try arguments.map { try run(statement, $0) }
        } catch {
            throw SQLiteFault.translate(error, reads: use == .read)
        }
    }

    private func run(_ statement: Statement, _ arguments: [SQLValue]) throws -> SQLResult {
        try SQLiteArguments.bind(arguments, to: statement)
        let before = db.totalChangesCount
        if statement.columnCount == 0 {
            try statement.execute()
            return SQLResult(rows: [], changed: db.totalChangesCount - before)
        }
        let columns = statement.columnNames
        var rows: [PortableRow] = []
        let cursor = try GRDB.Row.fetchCursor(statement)
        while try cursor.next() != nil {
            let values = (0..<columns.count).map { SQLValue(statement.sqliteStatement, column: Int32($0)) }
            rows.append(PortableRow(columns: columns, values: values))
        }
        return SQLResult(rows: rows, changed: db.totalChangesCount - before)
    }
}
