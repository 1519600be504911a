// SPDX-License-Identifier: EUPL-1.2

import SQL
import TestSupport
import Testing

@testable import PostgresDriver

@Suite("Which tables are spread over workers, and how")
struct DistributionTests {
    private func table(
        _ name: String, _ key: [String], _ references: Set<String> = [], isDistributed: Bool = false
    ) -> Distribution.Table {
        Distribution.Table(name: name, primaryKey: key, references: references, isDistributed: isDistributed)
    }

    @Test("A table with the pool first in its key is spread by it, any other stands on each worker, targets come first")
    func statements() throws {
        let made = try Distribution.statements(for: [
            table("answer", ["pool_id", "id"], ["request", "person"]),
            table("person", ["pool_id", "id"], ["pool", "person"]),
            table("pool", ["id"]),
            table("pool_host", ["host"], ["pool"]),
            table("request", ["pool_id", "id"], ["person"]),
        ])
        #expect(
            made == [
                "SELECT create_reference_table('pool')",
                "SELECT create_reference_table('pool_host')",
                "SELECT create_distributed_table('person', 'pool_id', colocate_with => 'default')",
                "SELECT create_distributed_table('request', 'pool_id', colocate_with => 'default')",
                "SELECT create_distributed_table('answer', 'pool_id', colocate_with => 'default')",
            ])
    }

    @Test("What is distributed already is left alone")
    func again() throws {
        let made = try Distribution.statements(for: [
            table("person", ["pool_id", "id"], ["pool"], isDistributed: true),
            table("pool", ["id"], isDistributed: true),
            table("note", ["pool_id", "id"], ["person"]),
        ])
        #expect(made == ["SELECT create_distributed_table('note', 'pool_id', colocate_with => 'default')"])
    }

    @Test("The pool elsewhere in the key, or no key, does not spread a table")
    func notFirst() throws {
        let made = try Distribution.statements(for: [table("a", ["id", "pool_id"]), table("b", [])])
        #expect(made == ["SELECT create_reference_table('a')", "SELECT create_reference_table('b')"])
    }

    @Test("A table that stands whole cannot refer to one that is spread, nor tables to each other in a ring")
    func faults() {
        #expect(throws: Distribution.Fault.referenceToSpread(table: "a", target: "b")) {
            try Distribution.statements(for: [table("a", ["id"], ["b"]), table("b", ["pool_id", "id"])])
        }
        #expect(throws: Distribution.Fault.ring(["a", "b"])) {
            try Distribution.statements(for: [table("a", ["pool_id"], ["b"]), table("b", ["pool_id"], ["a"])])
        }
    }

    @Test("The whole schema of the program can be distributed", .enabled(if: TestDatabase.engines.contains(.postgres)))
    func schema() async throws {
        try await withDatabaseAddress(.postgres) { address in
            let database = PostgresDatabase(url: address)
            let tables = try await database.inspect { try PostgresDatabase.shapes($0) }
            let made = try Distribution.statements(for: tables)
            #expect(made.count == tables.count)
            #expect(
                tables.contains {
                    $0.name == "person" && $0.primaryKey == ["pool_id", "id"] && $0.references == ["organisation"]
                })
            #expect(made.contains("SELECT create_reference_table('schema_migration')"))
            await database.close()
        }
    }
}
