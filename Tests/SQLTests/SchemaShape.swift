// SPDX-License-Identifier: EUPL-1.2

import SQL

/// What a schema is, in words that both engines share.
struct SchemaShape: Equatable {
    struct Column: Hashable {
        let table: String
        let name: String
        /// In SQLite's words.
        let type: String
        let isRequired: Bool
    }

    struct Constraint: Hashable {
        enum Kind: String {
            case primaryKey = "pkey"
            case unique = "key"
            case foreignKey = "fkey"
            case check
        }

        let table: String
        let name: String
        let kind: Kind
        /// In order; none for a check.
        let columns: [String]
    }

    var columns: Set<Column> = []
    var constraints: Set<Constraint> = []
    /// Of indexes that are no constraints.
    var indexes: [String: String] = [:]

    var tables: Set<String> { Set(columns.map(\.table)) }

    static func read(_ database: any Database) async throws -> SchemaShape {
        switch database.engine {
        case .sqlite: try await database.read { try SchemaShape(sqlite: $0) }
        case .postgres: try await database.read { try SchemaShape(postgres: $0) }
        }
    }
}

private enum ShapeSQL: String, SQLStatement {
    case sqliteColumns = """
        SELECT m.name AS tab, c.name AS col, c.type AS type, c."notnull" AS required
        FROM sqlite_master AS m JOIN pragma_table_xinfo(m.name) AS c WHERE m.type = 'table'
        """
    case sqliteObjects = "SELECT type, name, tbl_name AS tab, sql FROM sqlite_master WHERE sql IS NOT NULL"
    case postgresColumns = """
        SELECT table_name AS tab, column_name AS col, data_type AS type, is_nullable AS nullable
        FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
        WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'
        """
    case postgresConstraints = """
        SELECT t.relname AS tab, c.conname AS name, c.contype AS kind, a.attname AS col, k.place AS place
        FROM pg_constraint AS c
        JOIN pg_class AS t ON t.oid = c.conrelid
        LEFT JOIN unnest(c.conkey) WITH ORDINALITY AS k (number, place) ON TRUE
        LEFT JOIN pg_attribute AS a ON a.attrelid = t.oid AND a.attnum = k.number
        WHERE t.relnamespace = CAST(current_schema() AS regnamespace)
        ORDER BY c.oid, k.place
        """
    case postgresIndexes = """
        SELECT i.tablename AS tab, i.indexname AS name, i.indexdef AS sql
        FROM pg_indexes AS i
        WHERE i.schemaname = current_schema() AND NOT EXISTS (SELECT 1 FROM pg_constraint AS c WHERE c.conname = i.indexname)
        """
}

extension SchemaShape {
    private init(sqlite reader: Reader) throws {
        for row in try reader.rows(ShapeSQL.sqliteColumns) {
            columns.insert(
                Column(
                    table: try row.text("tab"), name: try row.text("col"), type: try row.text("type"),
                    isRequired: try row.bool("required")))
        }
        let named = /CONSTRAINT (\w+)\s+(PRIMARY KEY|UNIQUE|FOREIGN KEY|CHECK)\s*\(([^)]*)/
        for row in try reader.rows(ShapeSQL.sqliteObjects) {
            let (table, text) = (try row.text("tab"), try row.text("sql"))
            if try row.text("type") == "index" {
                add(index: try row.text("name"), of: table, text)
                continue
            }
            for match in text.matches(of: named) {
                let kind: Constraint.Kind =
                    switch match.output.2 {
                    case "PRIMARY KEY": .primaryKey
                    case "UNIQUE": .unique
                    case "FOREIGN KEY": .foreignKey
                    default: .check
                    }
                let list = kind == .check ? [] : Self.names(match.output.3)
                constraints.insert(Constraint(table: table, name: String(match.output.1), kind: kind, columns: list))
            }
        }
    }

    private init(postgres reader: Reader) throws {
        let types = [
            "text": "TEXT", "bigint": "INTEGER", "boolean": "INTEGER", "double precision": "REAL", "bytea": "BLOB",
        ]
        for row in try reader.rows(ShapeSQL.postgresColumns) {
            let type = try row.text("type")
            columns.insert(
                Column(
                    table: try row.text("tab"), name: try row.text("col"), type: types[type] ?? type,
                    isRequired: try row.text("nullable") == "NO"))
        }
        let kinds: [String: Constraint.Kind] = ["p": .primaryKey, "u": .unique, "f": .foreignKey, "c": .check]
        var found: [String: Constraint] = [:]
        for row in try reader.rows(ShapeSQL.postgresConstraints) {
            guard let kind = kinds[try row.text("kind")] else { continue }
            let name = try row.text("name")
            let columns = kind == .check ? [] : (found[name]?.columns ?? []) + [try row.text("col")]
            found[name] = Constraint(table: try row.text("tab"), name: name, kind: kind, columns: columns)
        }
        constraints.formUnion(found.values)
        for row in try reader.rows(ShapeSQL.postgresIndexes) {
            add(index: try row.text("name"), of: try row.text("tab"), try row.text("sql"))
        }
    }

    /// A unique index is a unique constraint with a condition.
    private mutating func add(index name: String, of table: String, _ text: String) {
        let list = text.firstMatch(of: /\(([^)]*)\)/).map { Self.names($0.output.1) } ?? []
        if text.hasPrefix("CREATE UNIQUE") {
            constraints.insert(Constraint(table: table, name: name, kind: .unique, columns: list))
        } else {
            indexes[name] = table
        }
    }

    private static func names(_ list: Substring) -> [String] {
        list.split(separator: ",").map { $0.filter { !$0.isWhitespace } }
    }
}
