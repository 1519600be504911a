// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import SQLiteDriver

@Suite("DDL in PostgreSQL's words, for SQLite")
struct DialectTests {
    @Test("The types of columns change, and the table becomes strict")
    func types() {
        let table = """
            CREATE TABLE t (
                a TEXT NOT NULL,
                b BIGINT NOT NULL,
                c BOOLEAN NOT NULL,
                d DOUBLE PRECISION,
                e BYTEA
            )
            """
        #expect(
            Dialect.sqlite(table) == """
                CREATE TABLE t (
                    a TEXT NOT NULL,
                    b INTEGER NOT NULL,
                    c INTEGER NOT NULL CHECK (c IN (FALSE, TRUE)),
                    d REAL,
                    e BLOB
                ) STRICT
                """)
    }

    @Test("A boolean that stands last is checked inside the table")
    func lastBoolean() {
        let made = Dialect.sqlite("CREATE TABLE t (a TEXT, b BOOLEAN NOT NULL)")
        #expect(made == "CREATE TABLE t (a TEXT, b INTEGER NOT NULL CHECK (b IN (FALSE, TRUE))) STRICT")
    }

    @Test(
        "Words of types inside names, constraints, texts and expressions stay",
        arguments: [
            "CONSTRAINT t__BIGINT__check CHECK (CAST(a AS BIGINT) > 0)",
            "CONSTRAINT t__a__check CHECK (a IN ('BOOLEAN', 'x, BYTEA'))",
            "PRIMARY KEY (BIGINT, BOOLEAN)",
            "note TEXT DEFAULT 'a BIGINT, or BYTEA (not DOUBLE PRECISION)'",
            "BIGINT TEXT NOT NULL",
            "CHECK (a IN ('it''s, BOOLEAN', '('))",
        ])
    func untouched(item: String) {
        let made = Dialect.sqlite("CREATE TABLE t (a TEXT, \(item), z BIGINT)")
        #expect(made == "CREATE TABLE t (a TEXT, \(item), z INTEGER) STRICT")
    }

    @Test(
        "A column that is added has its type changed, and no table is made strict by it",
        arguments: [
            (
                "ALTER TABLE t ADD COLUMN b BIGINT NOT NULL DEFAULT 0",
                "ALTER TABLE t ADD COLUMN b INTEGER NOT NULL DEFAULT 0"
            ),
            (
                "ALTER TABLE t ADD COLUMN is_on BOOLEAN NOT NULL DEFAULT FALSE",
                "ALTER TABLE t ADD COLUMN is_on INTEGER NOT NULL DEFAULT FALSE CHECK (is_on IN (FALSE, TRUE))"
            ),
            ("ALTER TABLE t ADD COLUMN d DOUBLE PRECISION", "ALTER TABLE t ADD COLUMN d REAL"),
        ])
    func added(statement: String, made: String) {
        #expect(Dialect.sqlite(statement) == made)
    }

    @Test(
        "Other statements stay as they are",
        arguments: [
            "CREATE INDEX t__by_BIGINT ON t (BIGINT)", "ALTER TABLE BIGINT RENAME TO BOOLEAN", "DROP TABLE BYTEA",
            "UPDATE t SET a = 'CREATE TABLE x (b BIGINT)'", "ALTER TABLE t RENAME COLUMN BOOLEAN TO b",
        ])
    func others(statement: String) {
        #expect(Dialect.sqlite(statement) == statement)
    }
}
