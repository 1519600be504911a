// SPDX-License-Identifier: EUPL-1.2

import SQL
import TestSupport
import Testing

@Suite("Both engines keep values alike")
struct ContractTests {
    @Test("Each type comes back as it went in", arguments: TestDatabase.engines)
    func types(engine: DatabaseEngine) async throws {
        try await withShelf(engine) { database in
            let bytes = (0...255).map(UInt8.init)
            try await database.write { tx in
                try tx.keep("a", words: "x", number: Int(Int64.max), ratio: 0.1, isOn: true, content: bytes)
                try tx.keep("b", words: "", number: 0, ratio: -1.5e-300, isOn: false, content: [])
                try tx.keep("c")
            }
            let rows = try await database.read { try $0.rows(ShelfSQL.all, "p") }
            #expect(try rows.map { try $0.text("id") } == ["a", "b", "c"])
            #expect(try rows.map { try $0.optionalText("words") } == ["x", "", nil])
            #expect(try rows.map { try $0.optionalInt("number") } == [Int(Int64.max), 0, nil])
            #expect(try rows.prefix(2).map { try $0.double("ratio") } == [0.1, -1.5e-300])
            #expect(try rows.prefix(2).map { try $0.bool("is_on") } == [true, false])
            #expect(try rows.prefix(2).map { try $0.bytes("content") } == [bytes, []])
            #expect(try ["ratio", "is_on", "content"].map { try rows[2].value($0) } == [.null, .null, .null])
        }
    }

    @Test(
        "Text of any script comes back scalar by scalar, and is compared byte by byte",
        arguments: TestDatabase.engines,
        [
            [
                "Siân Ŵyn", "Łukasz", "日本語 👩‍👩‍👧", "e\u{301}", "\u{202E}abc", "a\u{1}\tb\r\n", "'; DROP TABLE shelf; --",
                "\u{FEFF}",
            ]
        ])
    func unicode(engine: DatabaseEngine, texts: [String]) async throws {
        try await withShelf(engine) { database in
            try await database.write { tx in
                for text in texts { try tx.keep(text, words: text) }
            }
            let rows = try await database.read { try $0.rows(ShelfSQL.all, "p") }
            let byBytes = texts.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
            #expect(
                try rows.map { try Array($0.text("words").unicodeScalars) } == byBytes.map { Array($0.unicodeScalars) })
        }
    }

    @Test("A megabyte of bytes and a megabyte of text come back", arguments: TestDatabase.engines)
    func large(engine: DatabaseEngine) async throws {
        try await withShelf(engine) { database in
            let bytes = TestIDs(seed: 7).bytes(1 << 20)
            let text = String(repeating: "ŵ", count: 1 << 19)
            let told = try await database.write { tx in
                try tx.keep("a", content: bytes)
                return try tx.first(ShelfSQL.tell, "a", text)?.text("prose")
            }
            let row = try #require(try await database.read { try $0.first(ShelfSQL.all, "p") })
            #expect(try row.bytes("content") == bytes)
            #expect(told == text)
        }
    }

    @Test("U+0000 in a text is refused, and the words are not in the error", arguments: TestDatabase.engines)
    func nul(engine: DatabaseEngine) async throws {
        try await withShelf(engine) { database in
            await #expect(throws: DatabaseError.bug("nul-in-text")) {
                try await database.write { try $0.keep("a", words: "x\0y") }
            }
        }
    }

    @Test("Arguments are bound by number, whatever order they appear in", arguments: TestDatabase.engines)
    func order(engine: DatabaseEngine) async throws {
        try await withShelf(engine) { database in
            try await database.write { try $0.keep("a") }
            let pair = try await database.read { try $0.first(ShelfSQL.swap, "one", "two", "a")?.text("pair") }
            #expect(pair == "two-one")
        }
    }

    @Test("One statement takes a value or NULL in the same place", arguments: TestDatabase.engines)
    func null(engine: DatabaseEngine) async throws {
        try await withShelf(engine) { database in
            try await database.write { tx in
                try tx.keep("a", words: "x")
                try tx.keep("b", words: "y")
            }
            let found = try await database.read { reader in
                try [nil, "y", nil].map { (wanted: String?) in
                    try reader.rows(ShelfSQL.filter, wanted).map { try $0.text("id") }
                }
            }
            #expect(found == [["a", "b"], ["b"], ["a", "b"]])
        }
    }

    @Test("A limit is an argument, whole numbers divide alike, a sum fits a number", arguments: TestDatabase.engines)
    func numbers(engine: DatabaseEngine) async throws {
        try await withShelf(engine) { database in
            try await database.write { tx in
                try tx.keep("a", number: 7)
                try tx.keep("b", number: 8)
            }
            #expect(try await database.read { try $0.rows(ShelfSQL.page, 1).count } == 1)
            #expect(try await database.read { try $0.rows(ShelfSQL.bareSum).map { try $0.int("half") } } == [3, 4])
            #expect(try await database.read { try $0.first(ShelfSQL.total)?.int("total") } == 15)
        }
    }

    @Test(
        "RETURNING gives rows and counts them; a statement that only reads has changed nothing",
        arguments: TestDatabase.engines)
    func returning(engine: DatabaseEngine) async throws {
        try await withShelf(engine) { database in
            try await database.write { tx in
                try tx.keep("a", number: 1)
                #expect(try tx.first(ShelfSQL.add, "a", 2)?.int("number") == 3)
                #expect(try tx.run(ShelfSQL.add, "a", 2) == 1)
                #expect(try tx.run(ShelfSQL.add, "b", 2) == 0)
                #expect(try tx.run(ShelfSQL.count) == 0)
            }
        }
    }

    @Test("ON CONFLICT does nothing, or updates, and says which", arguments: TestDatabase.engines)
    func conflict(engine: DatabaseEngine) async throws {
        try await withShelf(engine) { database in
            try await database.write { tx in
                #expect(try tx.rows(ShelfSQL.keepOnce, "p", "a", "x").count == 1)
                #expect(try tx.rows(ShelfSQL.keepOnce, "p", "b", "x").isEmpty)
                let row = try #require(try tx.first(ShelfSQL.keepOrCount, "p", "c", "x"))
                #expect(try row.text("id") == "a")
                #expect(try row.int("number") == 2)
            }
        }
    }

    @Test("A statement runs once for each list of arguments, results in order", arguments: TestDatabase.engines)
    func each(engine: DatabaseEngine) async throws {
        try await withShelf(engine) { database in
            let ids = (0..<1500).map { "id\($0)" }
            try await database.write { tx in
                let kept = try tx.each(ShelfSQL.keepOnce, ids.map { ["p", $0, $0] })
                #expect(try kept.map { try $0.rows.first?.text("id") } == ids)
                let again = try tx.each(ShelfSQL.keepOnce, [["p", "x", "id3"], ["p", "y", "new"]])
                #expect(again.map(\.rows.count) == [0, 1])
                #expect(try tx.each(ShelfSQL.keepOnce, []).isEmpty)
            }
            #expect(try await database.count() == 1501)
        }
    }
}
