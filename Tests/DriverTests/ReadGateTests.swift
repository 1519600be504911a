// SPDX-License-Identifier: EUPL-1.2

import SQL
import SQLiteDriver
import TestSupport
import Testing

@Suite("Reads that wait for a reader on SQLite")
struct ReadGateTests {
    @Test("A read that finds no reader free says so in time, and the next ones are let in as before")
    func bounded() async throws {
        try await withDatabaseAddress(.sqlite, .empty) { path in
            let database = try SQLiteDatabase(path: path, readers: 2, patience: 0.3)
            try await database.layShelf()
            let end = Signal()
            let begun = [Signal(), Signal()]
            let holders = begun.map { signal in
                Task {
                    try await database.read { _ in
                        signal.ring()
                        end.block()
                    }
                }
            }
            for signal in begun { await signal.wait() }
            await withTaskGroup { group in
                for _ in 0..<8 {
                    group.addTask {
                        await #expect(throws: DatabaseError.unavailable) { try await database.read { _ in 1 } }
                    }
                }
            }
            end.ring()
            for holder in holders { try await holder.value }
            // One after the other: beside many other tests, several at once may have to wait longer than this patience.
            for _ in 0..<50 { #expect(try await database.read { _ in 1 } == 1) }
            await database.close()
        }
    }
}
