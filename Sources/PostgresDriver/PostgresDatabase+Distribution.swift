// SPDX-License-Identifier: EUPL-1.2

import SQL

extension PostgresDatabase {
    /// Distributes what is not distributed yet; does nothing where the server has no Citus.
    func distribute() async throws {
        let statements = try await inspect { connection in
            try connection.execute("SELECT 1 AS found FROM pg_extension WHERE extname = 'citus'", []).rows.isEmpty
                ? [] : Distribution.statements(for: Self.tables(connection))
        }
        for statement in statements {
            try await alone { connection in _ = try connection.execute(statement, []) }
        }
    }

    /// The tables of the schema, in the terms in which `Distribution` decides. `isDistributed` needs Citus.
    private static func tables(_ connection: any SQLConnection) throws -> [Distribution.Table] {
        let done = Set(try connection.execute(distributed, []).rows.map { try $0.text("name") })
        return try shapes(connection, done: done)
    }

    /// The tables of the schema, whether or not the server has Citus.
    static func shapes(_ connection: any SQLConnection, done: Set<String> = []) throws -> [Distribution.Table] {
        var keys: [String: [String]] = [:]
        for row in try connection.execute(primaryKeys, []).rows {
            keys[try row.text("name"), default: []].append(try row.text("column"))
        }
        var references: [String: Set<String>] = [:]
        for row in try connection.execute(foreignKeys, []).rows {
            references[try row.text("name"), default: []].insert(try row.text("target"))
        }
        return try connection.execute(names, []).rows.map { row in
            let name = try row.text("name")
            return Distribution.Table(
                name: name, primaryKey: keys[name] ?? [], references: references[name] ?? [],
                isDistributed: done.contains(name))
        }
    }

    private static let names = """
        SELECT relname AS name FROM pg_class
        WHERE relkind = 'r' AND relnamespace = CAST(current_schema() AS regnamespace) ORDER BY relname
        """

    private static let primaryKeys = """
        SELECT t.relname AS name, a.attname AS column
        FROM pg_constraint AS c
        JOIN pg_class AS t ON t.oid = c.conrelid
        CROSS JOIN unnest(c.conkey) WITH ORDINALITY AS k (number, place)
        JOIN pg_attribute AS a ON a.attrelid = t.oid AND a.attnum = k.number
        WHERE c.contype = 'p' AND t.relnamespace = CAST(current_schema() AS regnamespace)
        ORDER BY t.relname, k.place
        """

    private static let foreignKeys = """
        SELECT DISTINCT t.relname AS name, target.relname AS target
        FROM pg_constraint AS c
        JOIN pg_class AS t ON t.oid = c.conrelid
        JOIN pg_class AS target ON target.oid = c.confrelid
        WHERE c.contype = 'f' AND t.relnamespace = CAST(current_schema() AS regnamespace)
        """

    private static let distributed = """
        SELECT relname AS name FROM pg_dist_partition JOIN pg_class ON pg_class.oid = logicalrel
        """
}
