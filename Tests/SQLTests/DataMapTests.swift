// SPDX-License-Identifier: EUPL-1.2

import SQL
import TestSupport
import Testing

@Suite("The map of what is kept")
struct DataMapTests {
    @Test(
        "Each column of each table has its class, and nothing is listed that is not there",
        arguments: TestDatabase.engines)
    func complete(engine: DatabaseEngine) async throws {
        let map = try DataMap()
        let shape = try await withDatabase(engine) { try await SchemaShape.read($0) }
        let columns = Set(shape.columns.map { DataMap.Column(table: $0.table, name: $0.name) })
        let listed = Set(map.classes.keys)
        #expect(columns.count > 100)
        #expect(columns.subtracting(listed).sorted().isEmpty, "kept without a class in \(DataMap.path)")
        #expect(listed.subtracting(columns).sorted().isEmpty, "in \(DataMap.path) and not kept")
        #expect(map.twice.isEmpty)
    }

    @Test("Classes are those that the map explains")
    func known() throws {
        for (column, name) in try DataMap().classes {
            #expect(DataMap.Class(rawValue: name) != nil, "\(column): \(name)")
        }
    }

    @Test("A secret is kept as a hash and never beside it; what is sealed is bytes")
    func secrets() async throws {
        let shape = try await withDatabase(.sqlite) { try await SchemaShape.read($0) }
        let classes = try DataMap().classes
        for column in shape.columns {
            let found = classes[DataMap.Column(table: column.table, name: column.name)]
            #expect((found == "hash") == column.name.hasSuffix("_hash"), "\(column.table).\(column.name)")
            if found == "sealed" { #expect(column.type == "BLOB", "\(column.table).\(column.name)") }
            let secret = column.name.firstMatch(of: /(^|_)(token|secret|password|passphrase|code_plain)($|_(?!hash))/)
            #expect(secret == nil, "\(column.table).\(column.name)")
        }
    }
}
