// SPDX-License-Identifier: EUPL-1.2

import SQL
import TestSupport
import Testing

@Suite("Both engines refuse alike")
struct ErrorTests {
    @Test("A row that stands already is told by the name of its constraint", arguments: TestDatabase.engines)
    func unique(engine: DatabaseEngine) async throws {
        try await withShelf(engine) { database in
            try await database.write { try $0.keep("a", words: "x") }
            await #expect(throws: DatabaseError.unique("shelf__pool_id_words__key")) {
                try await database.write { try $0.keep("b", words: "x") }
            }
            await #expect(throws: DatabaseError.unique("shelf__pool_id_id__pkey")) {
                try await database.write { try $0.keep("a") }
            }
        }
    }

    @Test("A broken rule is told by its name, a missing row as a foreign key", arguments: TestDatabase.engines)
    func checks(engine: DatabaseEngine) async throws {
        try await withShelf(engine) { database in
            await #expect(throws: DatabaseError.check("shelf__number__check")) {
                try await database.write { try $0.keep("a", number: -1) }
            }
            await #expect(throws: DatabaseError.foreignKey) {
                try await database.write { _ = try $0.run(ShelfSQL.attach, "p", "l", "nobody") }
            }
        }
    }

    @Test(
        "A value of the wrong type is a fault of the program, and the value is not in the error",
        arguments: TestDatabase.engines)
    func wrongType(engine: DatabaseEngine) async throws {
        try await withShelf(engine) { database in
            let error = await bug {
                try await database.write {
                    _ = try $0.run(ShelfSQL.keep, "p", "a", "x", "marker-7f3a", 1.0, true, nil as String?)
                }
            }
            #expect(!error.contains("marker"))
        }
    }

    @Test("Unknown columns, too few and too many arguments are faults of the program", arguments: TestDatabase.engines)
    func bugs(engine: DatabaseEngine) async throws {
        try await withShelf(engine) { database in
            let wrong: [@Sendable (Reader) throws -> Void] = [
                { _ = try $0.rows(ShelfSQL.nosuch) }, { _ = try $0.rows(ShelfSQL.page) },
                { _ = try $0.rows(ShelfSQL.page, 1, 2) },
                { _ = try $0.first(ShelfSQL.count)?.text("nosuch") },
                { _ = try $0.first(ShelfSQL.count)?.text("number") },
            ]
            for body in wrong {
                await bug { try await database.read(body) }
            }
            let kept = try await database.count()
            #expect(kept == 0)
        }
    }

    @Test("A transaction that throws leaves nothing", arguments: TestDatabase.engines)
    func rollback(engine: DatabaseEngine) async throws {
        try await withShelf(engine) { database in
            await #expect(throws: ShelfError.refused) {
                try await database.write { tx in
                    try tx.keep("a")
                    throw ShelfError.refused
                }
            }
            let kept = try await database.count()
            #expect(kept == 0)
        }
    }

    @Test("A failure that the closure hides still ends the transaction", arguments: TestDatabase.engines)
    func hidden(engine: DatabaseEngine) async throws {
        try await withShelf(engine) { database in
            try await database.write { try $0.keep("a", words: "x") }
            await #expect(throws: DatabaseError.unique("shelf__pool_id_words__key")) {
                try await database.write { tx in
                    try tx.keep("b")
                    try? tx.keep("c", words: "x")
                    try? tx.keep("d")
                }
            }
            #expect(try await database.count() == 1)
        }
    }

    @Test("A closure may translate a failure into its own refusal", arguments: TestDatabase.engines)
    func translated(engine: DatabaseEngine) async throws {
        try await withShelf(engine) { database in
            try await database.write { try $0.keep("a", words: "x") }
            await #expect(throws: ShelfError.refused) {
                try await database.write { tx in
                    do { try tx.keep("b", words: "x") } catch DatabaseError.unique { throw ShelfError.refused }
                }
            }
            try await database.write { try $0.keep("c") }
            #expect(try await database.count() == 2)
        }
    }

    @Test(
        "The failure of one of many takes all of them, and the next transaction works", arguments: TestDatabase.engines)
    func eachFails(engine: DatabaseEngine) async throws {
        try await withShelf(engine) { database in
            await #expect(throws: DatabaseError.unique("shelf__pool_id_id__pkey")) {
                try await database.write { tx in
                    try tx.each(ShelfSQL.attach, [])
                    try tx.each(
                        ShelfSQL.keep,
                        ["a", "b", "a", "c"].map { id in
                            ["p", id, id == "a" ? nil as String? : id, 1, 1.0, true, nil as [UInt8]?]
                        })
                }
            }
            let kept = try await database.count()
            #expect(kept == 0)
            try await database.write { try $0.keep("a") }
            #expect(try await database.count() == 1)
        }
    }

    @Test("A read cannot write", arguments: TestDatabase.engines)
    func readOnly(engine: DatabaseEngine) async throws {
        try await withShelf(engine) { database in
            await bug {
                try await database.read { _ = try $0.rows(ShelfSQL.keepOnce, "p", "a", "x") }
            }
            let kept = try await database.count()
            #expect(kept == 0)
        }
    }

    @Test("A closed database is unavailable, and closing twice does no harm", arguments: TestDatabase.engines)
    func closed(engine: DatabaseEngine) async throws {
        try await withShelf(engine) { database in
            let kept = try await database.count()
            #expect(kept == 0)
            await database.close()
            await database.close()
            await #expect(throws: DatabaseError.unavailable) { try await database.count() }
            await #expect(throws: DatabaseError.unavailable) { try await database.write { try $0.keep("a") } }
        }
    }

    @Test("Closing lets finish what has begun", arguments: TestDatabase.engines)
    func closeWhileBusy(engine: DatabaseEngine) async throws {
        try await withDatabaseAddress(engine, .empty) { address in
            let database = try openDatabase(engine, address)
            try await database.layShelf()
            let begun = Signal()
            async let written: Void = database.write { tx in
                try tx.keep("a")
                begun.ring()
                for number in 0..<200 { try tx.run(ShelfSQL.keepOnce, "p", "n\(number)", "n\(number)") }
            }
            await begun.wait()
            await database.close()
            try await written
            let again = try openDatabase(engine, address)
            #expect(try await again.count() == 201)
            await again.close()
        }
    }
}

/// Expects a fault of the program and gives its code.
@discardableResult
private func bug(_ work: () async throws -> Void, sourceLocation: SourceLocation = #_sourceLocation) async -> String {
    let error = await #expect(throws: DatabaseError.self, sourceLocation: sourceLocation) { try await work() }
    guard case .bug(let code) = error else {
        Issue.record("not a bug: \(String(describing: error))", sourceLocation: sourceLocation)
        return ""
    }
    return code
}
