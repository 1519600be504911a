// SPDX-License-Identifier: EUPL-1.2

import Kernel
import SQL
import TestSupport
import Testing

@Suite("The migrator")
struct MigratorTests {
    private let first = Migration(
        name: "202601010000_a", checksum: "1", statements: ["CREATE TABLE a (b BIGINT NOT NULL)"])
    private let second = Migration(
        name: "202601020000_c", checksum: "2", statements: ["CREATE TABLE c (d TEXT)", "INSERT INTO a (b) VALUES (7)"])

    private enum LookSQL: String, SQLStatement {
        case a = "SELECT b FROM a"
        case c = "SELECT d FROM c"
        case applied = "SELECT name, applied_at FROM schema_migration ORDER BY name"
    }

    @Test("An empty database is behind by everything, and current once migrated", arguments: TestDatabase.engines)
    func fromNothing(engine: DatabaseEngine) async throws {
        try await withDatabase(engine, .empty) { database async throws in
            let migrator = Migrator([first, second])
            #expect(try await migrator.state(of: database) == .behind([first.name, second.name]))
            #expect(try await migrator.migrate(database, at: .t0) == [first.name, second.name])
            #expect(try await migrator.state(of: database) == .current)
            #expect(try await migrator.migrate(database, at: .t0) == [])
            #expect(try await database.read { try $0.first(LookSQL.a)?.int("b") } == 7)
            #expect(
                try await database.read { try $0.rows(LookSQL.applied).map { try $0.time("applied_at") } } == [
                    .t0, .t0,
                ])
        }
    }

    @Test("Only what is missing runs", arguments: TestDatabase.engines)
    func behind(engine: DatabaseEngine) async throws {
        try await withDatabase(engine, .empty) { database async throws in
            _ = try await Migrator([first]).migrate(database, at: .t0)
            #expect(try await Migrator([first, second]).state(of: database) == .behind([second.name]))
            #expect(try await Migrator([first, second]).migrate(database, at: .t0) == [second.name])
        }
    }

    @Test("A database that a newer version has migrated is refused and left alone", arguments: TestDatabase.engines)
    func ahead(engine: DatabaseEngine) async throws {
        try await withDatabase(engine, .empty) { database async throws in
            _ = try await Migrator([first, second]).migrate(database, at: .t0)
            let old = Migrator([first])
            #expect(try await old.state(of: database) == .ahead([second.name]))
            await #expect(throws: MigrationError.ahead([second.name])) { try await old.migrate(database, at: .t0) }
        }
    }

    @Test("A migration that was changed after it ran is refused", arguments: TestDatabase.engines)
    func changed(engine: DatabaseEngine) async throws {
        try await withDatabase(engine, .empty) { database async throws in
            _ = try await Migrator([first]).migrate(database, at: .t0)
            let other = Migrator([Migration(name: first.name, checksum: "x", statements: first.statements), second])
            #expect(try await other.state(of: database) == .changed(first.name))
            await #expect(throws: MigrationError.changed(first.name)) { try await other.migrate(database, at: .t0) }
            await #expect(throws: DatabaseError.self) { try await database.read { try $0.rows(LookSQL.c).count } }
        }
    }

    @Test(
        "A migration that breaks half-way leaves nothing of itself, and the next try goes on from there",
        arguments: TestDatabase.engines)
    func halfWay(engine: DatabaseEngine) async throws {
        try await withDatabase(engine, .empty) { database async throws in
            let broken = Migration(
                name: second.name, checksum: "2",
                statements: [second.statements[0], "INSERT INTO nosuch (b) VALUES (7)"])
            await #expect(throws: DatabaseError.self) {
                try await Migrator([first, broken]).migrate(database, at: .t0)
            }
            #expect(try await Migrator([first, second]).state(of: database) == .behind([second.name]))
            #expect(try await Migrator([first, second]).migrate(database, at: .t0) == [second.name])
            #expect(try await database.read { try $0.rows(LookSQL.c).count } == 0)
        }
    }

    @Test("Nodes that migrate at the same time do it once", arguments: TestDatabase.engines)
    func atOnce(engine: DatabaseEngine) async throws {
        try await withDatabaseAddress(engine, .empty) { address in
            let migrator = Migrator([first, second])
            let databases = try (0..<4).map { _ in try openDatabase(engine, address) }
            try await withThrowingTaskGroup { group in
                for database in databases {
                    group.addTask { _ = try await migrator.migrate(database, at: .t0) }
                }
                try await group.waitForAll()
            }
            #expect(try await databases[0].read { try $0.rows(LookSQL.a).count } == 1)
            for database in databases { await database.close() }
        }
    }

    @Test("The program's own migrations bring an empty database to date", arguments: TestDatabase.engines)
    func own(engine: DatabaseEngine) async throws {
        try await withDatabase(engine) { database in
            let count = try await database.read { try $0.rows(LookSQL.applied).count }
            #expect(count > 0)
        }
    }
}
