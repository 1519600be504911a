// SPDX-License-Identifier: EUPL-1.2

import SQL
import TestSupport
import Testing

@testable import Schema

@Suite("The schema keeps the rules of the house")
struct SchemaTests {
    /// Tables that belong to no pool, and stand whole on each machine.
    private static let poolless: Set<String> = ["pool", "pool_host", "schema_migration"]

    @Test("Keys, unique constraints and foreign keys begin with the pool", arguments: TestDatabase.engines)
    func poolFirst(engine: DatabaseEngine) async throws {
        let shape = try await shape(engine)
        #expect(Self.poolless.isSubset(of: shape.tables))
        for table in shape.tables.subtracting(Self.poolless) {
            let own = shape.constraints.filter { $0.table == table }
            #expect(own.contains { $0.kind == .primaryKey }, "\(table) has no primary key")
            for constraint in own where constraint.kind != .check {
                #expect(constraint.columns.first == "pool_id", "\(constraint.name)")
            }
        }
    }

    @Test(
        "Constraints bear the names of the rule, short enough that PostgreSQL keeps them",
        arguments: TestDatabase.engines)
    func names(engine: DatabaseEngine) async throws {
        let shape = try await shape(engine)
        for constraint in shape.constraints where constraint.table != "schema_migration" {
            #expect(constraint.name.utf8.count < 63, "\(constraint.name)")
            let (head, tail) = ("\(constraint.table)__", "__\(constraint.kind.rawValue)")
            if constraint.kind == .check {
                #expect(constraint.name.hasPrefix(head) && constraint.name.hasSuffix(tail), "\(constraint.name)")
            } else {
                #expect(constraint.name == head + constraint.columns.joined(separator: "_") + tail)
            }
        }
        for (index, table) in shape.indexes {
            #expect(index.hasPrefix("\(table)__") && index.utf8.count < 63, "\(index)")
        }
    }

    @Test(
        "Names are small English words with no need of quotes, times and days end in _at and _on",
        arguments: TestDatabase.engines)
    func words(engine: DatabaseEngine) async throws {
        for column in try await shape(engine).columns {
            #expect(column.name.wholeMatch(of: /[a-z][a-z0-9_]*/) != nil, "\(column.table).\(column.name)")
            #expect(["TEXT", "INTEGER", "REAL", "BLOB"].contains(column.type), "\(column.table).\(column.name)")
        }
    }

    @Test("Both engines have one schema", .enabled(if: TestDatabase.engines.contains(.postgres)))
    func same() async throws {
        let sqlite = try await shape(.sqlite)
        var postgres = try await shape(.postgres)
        // The migrator's own table names nothing; PostgreSQL makes names up.
        postgres.constraints = postgres.constraints.filter { $0.table != "schema_migration" }
        #expect(sqlite.columns.symmetricDifference(postgres.columns).isEmpty)
        #expect(sqlite.constraints.symmetricDifference(postgres.constraints).isEmpty)
        #expect(sqlite.indexes == postgres.indexes)
    }

    @Test("Every table is strict, and no constraint goes without a name, on SQLite")
    func strict() async throws {
        for (name, text) in try await texts() where text.hasPrefix("CREATE TABLE") && name != "schema_migration" {
            #expect(text.hasSuffix("STRICT"), "\(name)")
            // What BOOLEAN becomes is checked without a name.
            let own = text.replacing(/CHECK \(\w+ IN \(FALSE, TRUE\)\)/, with: "")
            let rules = own.matches(of: /PRIMARY KEY|UNIQUE|FOREIGN KEY|\bCHECK\b/).count
            #expect(rules == own.matches(of: /CONSTRAINT \w+/).count, "\(name)")
            #expect(own.matches(of: /REFERENCES/).count == own.matches(of: /FOREIGN KEY/).count, "\(name)")
        }
    }

    @Test(
        "Migrations are named by time and words, in order, with comments on lines of their own",
        arguments: DatabaseEngine.allCases)
    func migrations(engine: DatabaseEngine) {
        let all = Migrations.all(for: engine)
        #expect(!all.isEmpty)
        #expect(all.map(\.name) == all.map(\.name).sorted())
        #expect(Set(all.map(\.name)).count == all.count)
        for migration in all {
            #expect(migration.name.wholeMatch(of: /\d{12}_[a-z0-9_]+/) != nil, "\(migration.name)")
            #expect(migration.statements.allSatisfy { !$0.contains("--") && !$0.contains("\"") }, "\(migration.name)")
        }
    }

    @Test("Sources/Schema/schema.sql shows the schema")
    func golden() async throws {
        let text = try await texts().map { $0.text + ";\n" }.joined(separator: "\n")
        try expectGolden(
            "-- What the migrations make, in SQLite's words. Written by SchemaTests.\n\n" + text,
            "Sources/Schema/schema.sql")
    }

    private func shape(_ engine: DatabaseEngine) async throws -> SchemaShape {
        try await withDatabase(engine) { try await SchemaShape.read($0) }
    }

    private func texts() async throws -> [(name: String, text: String)] {
        try await withDatabase(.sqlite) { database in
            try await database.read { reader in
                try reader.rows(MasterSQL.texts).map { (try $0.text("name"), try $0.text("sql")) }
            }
        }
    }
}

private enum MasterSQL: String, SQLStatement {
    case texts = """
        SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL
        ORDER BY tbl_name, CASE type WHEN 'table' THEN 0 ELSE 1 END, name
        """
}
