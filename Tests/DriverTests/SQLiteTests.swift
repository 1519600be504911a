// SPDX-License-Identifier: EUPL-1.2

import Foundation
import SQL
import SQLiteDriver
import TestSupport
import Testing

/// Runs a test with a shelf in a SQLite file.
private func withFile(
    patience: Double = 5, _ body: (_ database: SQLiteDatabase, _ path: String) async throws -> Void
) async throws {
    try await withDatabaseAddress(.sqlite, .empty) { path in
        let database = try SQLiteDatabase(path: path, patience: patience)
        try await database.layShelf()
        try await body(database, path)
        await database.close()
    }
}

extension SQLiteDatabase {
    /// Lets the file grow to as many pages, as a disk that is nearly full does.
    fileprivate func limit(pages: Int) async throws {
        try await migrate { _ = try $0.execute("PRAGMA max_page_count = \(pages)", []) }
    }
}

/// Holds up the writer until `end` rings, so that whatever is written meanwhile shares the next commit.
private func holdWriter(of database: SQLiteDatabase, until end: Signal) async -> Task<Void, any Error> {
    let begun = Signal()
    let holder = Task {
        try await database.write { _ in
            begun.ring()
            end.block()
        }
    }
    await begun.wait()
    return holder
}

@Suite("Commits together on SQLite")
struct CommitQueueTests {
    @Test("One that fails among many takes nothing of the others with it")
    func group() async throws {
        try await withFile { database, _ in
            let end = Signal()
            let holder = await holdWriter(of: database, until: end)
            let outcomes = try await withThrowingTaskGroup(of: Bool.self) { group in
                for number in 0..<100 {
                    group.addTask {
                        do {
                            try await database.write { tx in
                                try tx.keep("n\(number)", words: "w\(number)")
                                if number % 5 == 0 { throw ShelfError.refused }
                                if number % 7 == 0 { try tx.keep("n\(number)") }
                            }
                            return true
                        } catch ShelfError.refused {
                            return false
                        } catch DatabaseError.unique("shelf__pool_id_id__pkey") {
                            return false
                        }
                    }
                }
                end.ring()
                return try await group.reduce(into: []) { $0.append($1) }
            }
            try await holder.value
            let expected = (0..<100).count { $0 % 5 != 0 && $0 % 7 != 0 }
            #expect(outcomes.count { $0 } == expected)
            let stands = try await database.count()
            #expect(stands == expected)
        }
    }

    @Test("One that is too big for the disk fails alone; the others of its commit stand; later there is room again")
    func diskFull() async throws {
        try await withFile { database, _ in
            try await database.limit(pages: 60)
            let end = Signal()
            let holder = await holdWriter(of: database, until: end)
            let kept = try await withThrowingTaskGroup(of: Bool.self) { group in
                for number in 0..<20 {
                    group.addTask {
                        do {
                            try await database.write {
                                try $0.keep(
                                    "n\(number)", content: number == 10 ? [UInt8](repeating: 1, count: 1 << 20) : [])
                            }
                            return true
                        } catch DatabaseError.unavailable {
                            return false
                        }
                    }
                }
                end.ring()
                return try await group.reduce(into: []) { $0.append($1) }
            }
            try await holder.value
            #expect(kept.count { $0 } == 19)
            let stands = try await database.count()
            #expect(stands == 19)
            try await database.limit(pages: 10_000)
            try await database.write { try $0.keep("big", content: [UInt8](repeating: 1, count: 1 << 20)) }
            let after = try await database.count()
            #expect(after == 20)
        }
    }

    @Test("A full disk in the middle ends the transaction, even for a closure that goes on")
    func diskFullHidden() async throws {
        try await withFile { database, _ in
            try await database.limit(pages: 40)
            await #expect(throws: DatabaseError.unavailable) {
                try await database.write { tx in
                    try tx.keep("a")
                    try? tx.keep("b", content: [UInt8](repeating: 1, count: 1 << 20))
                    try? tx.keep("c")
                }
            }
            let stands = try await database.count()
            #expect(stands == 0)
        }
    }

    @Test("A task that is cancelled before its turn does not run")
    func cancelled() async throws {
        try await withFile { database, _ in
            let end = Signal()
            let holder = await holdWriter(of: database, until: end)
            let waiting = Task { try await database.write { try $0.keep("a") } }
            waiting.cancel()
            let other = Task { try await database.write { try $0.keep("b") } }
            end.ring()
            await #expect(throws: CancellationError.self) { try await waiting.value }
            try await other.value
            try await holder.value
            let stands = try await database.count()
            #expect(stands == 1)
        }
    }

    @Test("Closing writes what waits and turns away what comes later")
    func closing() async throws {
        try await withFile { database, path in
            let end = Signal()
            let holder = await holdWriter(of: database, until: end)
            let waiting = Task { try await database.write { try $0.keep("a") } }
            let closing = Task { await database.close() }
            end.ring()
            await closing.value
            try await holder.value
            let stood = (try? await waiting.value) != nil  // it may have come a moment too late
            await #expect(throws: DatabaseError.unavailable) { try await database.write { try $0.keep("b") } }
            let again = try SQLiteDatabase(path: path)
            #expect(try await again.count() == (stood ? 1 : 0))
            await again.close()
        }
    }
}

@Suite("A SQLite file")
struct SQLiteFileTests {
    @Test("A commit is flushed to disk before it is answered")
    func synchronous() async throws {
        try await withFile { database, _ in
            let level = try await database.synchronous()
            #expect(level == 2)
        }
    }

    @Test("A file that was closed can be copied as it is")
    func closedFile() async throws {
        try await withFile { database, path in
            try await database.write { try $0.keep("a") }
            await database.close()
            try FileManager.default.copyItem(atPath: path, toPath: path + "-copy")
            let copy = try SQLiteDatabase(path: path + "-copy")
            let stands = try await copy.count()
            #expect(stands == 1)
            await copy.close()
        }
    }

    @Test("Two programs write to one file, each waiting for the other")
    func twoPrograms() async throws {
        try await withFile { first, path in
            let second = try SQLiteDatabase(path: path)
            try await withThrowingTaskGroup { group in
                for number in 0..<50 {
                    group.addTask { try await first.write { try $0.keep("f\(number)") } }
                    group.addTask { try await second.write { try $0.keep("s\(number)") } }
                }
                try await group.waitForAll()
            }
            #expect(try await first.count() == 100)
            await second.close()
        }
    }

    @Test("While another program holds the file a write is unavailable; afterwards it works")
    func held() async throws {
        try await withFile(patience: 0.02) { database, path in
            let other = try SQLiteDatabase(path: path)
            let end = Signal()
            let holder = await holdWriter(of: other, until: end)
            await #expect(throws: DatabaseError.unavailable) { try await database.write { try $0.keep("a") } }
            let stands = try await database.count()
            #expect(stands == 0)
            end.ring()
            try await holder.value
            try await database.write { try $0.keep("b") }
            let after = try await database.count()
            #expect(after == 1)
            await other.close()
        }
    }

    @Test("A path in no folder and a file that is no database are unavailable")
    func noFile() async throws {
        #expect(throws: DatabaseError.unavailable) { try SQLiteDatabase(path: "/nowhere/x.sqlite") }
        #expect(throws: DatabaseError.unavailable) { try SQLiteDatabase(path: #filePath) }
    }
}
