// SPDX-License-Identifier: EUPL-1.2

import SQL
import TestSupport
import Testing

@Suite("Transactions at the same time")
struct IsolationTests {
    @Test("Eight clients that count on one row lose nothing", arguments: TestDatabase.engines)
    func counter(engine: DatabaseEngine) async throws {
        try await withShelf(engine) { database in
            try await database.write { try $0.keep("a", number: 0) }
            try await withThrowingTaskGroup { group in
                for _ in 0..<8 {
                    group.addTask {
                        for _ in 0..<12 { try await database.write { _ = try $0.run(ShelfSQL.add, "a", 1) } }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await database.number("a") == 96)
        }
    }

    @Test("What was read is still true when it is written back", arguments: TestDatabase.engines)
    func readThenWrite(engine: DatabaseEngine) async throws {
        try await withShelf(engine) { database in
            try await database.write { try $0.keep("a", number: 0) }
            try await withThrowingTaskGroup { group in
                for _ in 0..<8 {
                    group.addTask {
                        try await database.write { tx in
                            let seen = try tx.first(ShelfSQL.number, "a")?.int("number") ?? 0
                            try tx.run(ShelfSQL.add, "a", seen + 1 - seen)
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await database.number("a") == 8)
        }
    }

    @Test(
        "Two who each rely on what the other changes cannot both stand when serializable",
        arguments: TestDatabase.engines)
    func writeSkew(engine: DatabaseEngine) async throws {
        try await withShelf(engine) { database in
            try await database.write { tx in
                try tx.keep("a", number: 1)
                try tx.keep("b", number: 1)
            }
            // Each may go from 1 to 0 only while the sum is 2.
            let gone = try await withThrowingTaskGroup(of: Bool.self) { group in
                for id in ["a", "b"] {
                    group.addTask {
                        try await database.write(.serializable) { tx in
                            guard try tx.first(ShelfSQL.total)?.int("total") == 2 else { return false }
                            try tx.run(ShelfSQL.add, id, -1)
                            return true
                        }
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(gone.count { $0 } == 1)
            #expect(try await database.read { try $0.first(ShelfSQL.total)?.int("total") } == 1)
        }
    }

    @Test("A read sees one moment, whatever is written meanwhile", arguments: TestDatabase.engines)
    func snapshot(engine: DatabaseEngine) async throws {
        try await withShelf(engine) { database in
            try await database.write { try $0.keep("a", number: 1) }
            let hasRead = Signal()
            let mayGoOn = Signal()
            async let seen = database.read { reader in
                let first = try reader.first(ShelfSQL.number, "a")?.int("number")
                hasRead.ring()
                mayGoOn.block()
                return [first, try reader.first(ShelfSQL.number, "a")?.int("number")]
            }
            await hasRead.wait()
            try await database.write { _ = try $0.run(ShelfSQL.add, "a", 5) }
            mayGoOn.ring()
            #expect(try await seen == [1, 1])
            #expect(try await database.number("a") == 6)
        }
    }
}
