// SPDX-License-Identifier: EUPL-1.2

import SQL
import TestSupport

/// A small schema with one column of each type and one constraint of each kind, for the tests of the drivers.
enum ShelfSQL: String, SQLStatement {
    case keep =
        "INSERT INTO shelf (pool_id, id, words, number, ratio, is_on, content) VALUES ($1, $2, $3, $4, $5, $6, $7)"
    case all = "SELECT id, words, number, ratio, is_on, content FROM shelf WHERE pool_id = $1 ORDER BY id"
    case count = "SELECT count(*) AS number FROM shelf"
    case swap = "SELECT $2 || '-' || $1 AS pair FROM shelf WHERE id = $3"
    case add = "UPDATE shelf SET number = number + $2 WHERE id = $1 RETURNING number"
    case number = "SELECT number FROM shelf WHERE id = $1"
    case total = "SELECT CAST(sum(number) AS BIGINT) AS total FROM shelf"
    case keepOnce = """
        INSERT INTO shelf (pool_id, id, words, number) VALUES ($1, $2, $3, 1)
        ON CONFLICT (pool_id, words) DO NOTHING RETURNING id
        """
    case keepOrCount = """
        INSERT INTO shelf (pool_id, id, words, number) VALUES ($1, $2, $3, 1)
        ON CONFLICT (pool_id, words) DO UPDATE SET number = shelf.number + excluded.number RETURNING id, number
        """
    case tell = "UPDATE shelf SET prose = $2 WHERE id = $1 RETURNING prose"
    case attach = "INSERT INTO label (pool_id, id, shelf_id) VALUES ($1, $2, $3)"
    case filter = "SELECT id FROM shelf WHERE CAST($1 AS TEXT) IS NULL OR words = $1 ORDER BY id"
    case page = "SELECT id FROM shelf ORDER BY id LIMIT $1"
    case nosuch = "SELECT nosuch FROM shelf"
    case bareSum = "SELECT id, number / 2 AS half FROM shelf ORDER BY id"

    static let schema = [
        """
        CREATE TABLE shelf (
            pool_id TEXT NOT NULL,
            id TEXT NOT NULL,
            words TEXT,
            number BIGINT,
            ratio DOUBLE PRECISION,
            is_on BOOLEAN,
            content BYTEA,
            prose TEXT,
            CONSTRAINT shelf__pool_id_id__pkey PRIMARY KEY (pool_id, id),
            CONSTRAINT shelf__pool_id_words__key UNIQUE (pool_id, words),
            CONSTRAINT shelf__number__check CHECK (number >= 0)
        )
        """,
        """
        CREATE TABLE label (
            pool_id TEXT NOT NULL,
            id TEXT NOT NULL,
            shelf_id TEXT NOT NULL,
            CONSTRAINT label__pool_id_id__pkey PRIMARY KEY (pool_id, id),
            CONSTRAINT label__pool_id_shelf_id__fkey FOREIGN KEY (pool_id, shelf_id) REFERENCES shelf (pool_id, id)
        )
        """,
    ]
}

/// A refusal such as a command throws.
enum ShelfError: Error, Equatable {
    case refused
}

extension Transaction {
    /// Keeps one thing with what matters to a test, `nil` for the rest.
    func keep(
        _ id: String, words: String? = nil, number: Int? = nil, ratio: Double? = nil, isOn: Bool? = nil,
        content: [UInt8]? = nil
    ) throws {
        try run(ShelfSQL.keep, "p", id, words, number, ratio, isOn, content)
    }
}

extension Database {
    /// Lays the tables of `ShelfSQL`.
    func layShelf() async throws {
        try await migrate { connection in
            for statement in ShelfSQL.schema { _ = try connection.execute(statement, []) }
        }
    }

    /// How many things stand.
    func count() async throws -> Int {
        try await read { try $0.first(ShelfSQL.count)?.int("number") ?? -1 }
    }

    func number(_ id: String) async throws -> Int? {
        try await read { try $0.first(ShelfSQL.number, id)?.int("number") }
    }
}

/// Runs a test with an empty shelf.
func withShelf(_ engine: DatabaseEngine, _ body: (any Database) async throws -> Void) async throws {
    try await withDatabase(engine, .empty) { database in
        try await database.layShelf()
        try await body(database)
    }
}
