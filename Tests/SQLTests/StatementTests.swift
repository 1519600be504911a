// SPDX-License-Identifier: EUPL-1.2

import SQL
import SQLiteDriver
import TestSupport
import Testing

@Suite("Every statement of the program")
struct StatementTests {
    @Test("There are statements to look at")
    func some() {
        #expect(SourceStatement.all.contains { $0.name == "OutboxSQL.claim" && $0.text.contains("UPDATE outbox_item") })
        #expect(SourceStatement.all.contains { $0.name == "MigratorSQL.applied" })
    }

    @Test("SQLite prepares each of them")
    func sqlite() async throws {
        try await withDatabaseAddress(.sqlite) { path in
            let database = try SQLiteDatabase(path: path)
            for statement in SourceStatement.all {
                await #expect(throws: Never.self, "\(statement.name)") { try await database.plan(statement.text) }
            }
            await database.close()
        }
    }

    @Test("PostgreSQL prepares each of them", .enabled(if: TestDatabase.engines.contains(.postgres)))
    func postgres() async throws {
        try await withDatabase(.postgres) { database in
            for statement in SourceStatement.all {
                await #expect(throws: Never.self, "\(statement.name)") {
                    try await database.migrate { connection in
                        _ = try connection.execute("PREPARE looked_at AS \(statement.text)", [])
                        _ = try connection.execute("DEALLOCATE looked_at", [])
                    }
                }
            }
        }
    }

    @Test("None uses what the engines do differently (docs/sql.md)", arguments: SourceStatement.all)
    func portable(statement: SourceStatement) {
        let text = statement.text.replacing(/CAST\((?:(?:coalesce\()?(?:sum|avg)\(|\$\d+|NULL)/, with: "CAST(number(")
        for (words, pattern) in Self.forbidden {
            #expect(text.firstMatch(of: pattern) == nil, "\(statement.name) uses \(words)")
        }
    }

    @Test("Each that has a LIMIT has an order", arguments: SourceStatement.all)
    func limits(statement: SourceStatement) {
        let limits = statement.text.matches(of: /\bLIMIT\b/).count
        let orders = statement.text.matches(of: /\bORDER BY\b/).count
        #expect(limits <= orders, "\(statement.name)")
    }

    private static var forbidden: [(String, Regex<Substring>)] {
        [
            ("position()", /\bposition\s*\(/.ignoresCase()),
            ("string_agg() or group_concat()", /\b(?:string_agg|group_concat|array_agg)\s*\(/.ignoresCase()),
            ("JSON", /\bjson|->/.ignoresCase()),
            ("round()", /\bround\s*\(/.ignoresCase()),
            ("LIKE", /\b(?:LIKE|ILIKE|GLOB|REGEXP|SIMILAR)\b/.ignoresCase()),
            ("lower() or upper()", /\b(?:lower|upper)\s*\(/.ignoresCase()),
            ("a quoted name", /"/),
            ("FOR UPDATE", /\bFOR\s+(?:UPDATE|SHARE|NO KEY)\b/.ignoresCase()),
            ("DELETE … USING", /\bDELETE\b[^;]*\bUSING\b/.ignoresCase()),
            (
                "the database's clock",
                /\bnow\s*\(|\bCURRENT_|\bdatetime\s*\(|\bstrftime\s*\(|\bdate\s*\(|\binterval\b/.ignoresCase()
            ),
            ("the database's randomness", /\brandom\s*\(|\bgen_random|\brandomblob/.ignoresCase()),
            ("SELECT *", /(?:SELECT|RETURNING)\s+(?:\w+\.)?\*/.ignoresCase()),
            ("a placeholder that is not $n", /\?|[:@]\w+/),
            ("PostgreSQL's ::", /::/),
            ("INSERT OR", /\bINSERT\s+OR\b/.ignoresCase()),
            ("a sum or average that is not cast", /\b(?:sum|avg)\s*\(/.ignoresCase()),
            (
                "CAST to a whole number of anything but a sum",
                /CAST\((?!number\()[^)]*\bAS (?:BIGINT|INTEGER)/.ignoresCase()
            ),
            ("a name that only one engine has", /\b(?:rowid|ctid|sqlite_master|pg_\w+|pragma_\w+)\b/.ignoresCase()),
            ("ifnull() or iif()", /\b(?:ifnull|iif|printf|instr)\s*\(/.ignoresCase()),
        ]
    }
}
