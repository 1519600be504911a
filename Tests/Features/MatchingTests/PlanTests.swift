// SPDX-License-Identifier: EUPL-1.2

import Kernel
import Matching
import Practitioners
import SQL
import SQLiteDriver
import Synchronization
import TestSupport
import Testing

@Suite("Plans of practice")
struct PlanTests {
    /// Statements of profiles, search, requests and engagements: every table they read grows with the pool.
    static let statements = SourceStatement.all.filter { statement in
        ["PractitionersSQL.", "DirectorySQL.", "RequestSQL.", "EngagementSQL."].contains {
            statement.name.hasPrefix($0)
        }
    }

    @Test("SQLite goes through no whole table")
    func sqlite() async throws {
        #expect(Self.statements.count > 40)
        try await withDatabaseAddress(.sqlite) { path in
            let database = try SQLiteDatabase(path: path)
            for statement in Self.statements {
                let tables = Self.tables(in: statement.text)
                for step in try await database.plan(statement.text) where step.hasPrefix("SCAN ") {
                    let alias = step.dropFirst(5).prefix { $0 != " " }
                    #expect(tables[String(alias)] == nil, "\(statement.name): \(step)")
                }
            }
            await database.close()
        }
    }

    @Test("PostgreSQL can go by an index everywhere", .enabled(if: TestDatabase.engines.contains(.postgres)))
    func postgres() async throws {
        try await withDatabase(.postgres) { database in
            for statement in Self.statements
            where !statement.text.hasPrefix("INSERT INTO") || statement.text.contains("SELECT") {
                let plan = try await Self.plan(of: statement.text, on: database)
                for (number, line) in plan.enumerated() {
                    #expect(!line.contains("Seq Scan on"), "\(statement.name): \(line)")
                    guard line.contains("Index Scan") || line.contains("Index Only Scan") else { continue }
                    let next = number + 1 < plan.count ? plan[number + 1] : ""
                    #expect(next.contains("Index Cond"), "\(statement.name): \(line)")
                }
            }
        }
    }

    @Test(
        "A page of the directory goes by its index among many", .enabled(if: TestDatabase.engines.contains(.postgres)))
    func amongMany() async throws {
        try await withPractice(.postgres) { pool in
            try await DirectoryCrowd.fill(pool.database, pool: pool.id, count: 3000, ids: pool.ids)
            try await pool.database.migrate { _ = try $0.execute("ANALYZE", []) }
            let page = Self.statements.first { $0.name == "DirectorySQL.candidates" }
            let text = try #require(page?.text)
            let plan = try await Self.plan(of: text, on: pool.database, seqScan: true)
            #expect(
                !plan.contains { $0.contains("Seq Scan on directory_entry") || $0.contains("Seq Scan on practitioner") }
            )
        }
    }

    /// What PostgreSQL would do for any arguments.
    private static func plan(of text: String, on database: any Database, seqScan: Bool = false) async throws -> [String]
    {
        let count = text.matches(of: /\$(\d+)/).compactMap { Int($0.output.1) }.max() ?? 0
        let arguments = count == 0 ? "" : "(" + Array(repeating: "NULL", count: count).joined(separator: ", ") + ")"
        let lines = Mutex<[String]>([])
        try await database.migrate { connection in
            _ = try connection.execute("SET LOCAL plan_cache_mode = force_generic_plan", [])
            _ = try connection.execute("SET LOCAL enable_seqscan = \(seqScan ? "on" : "off")", [])
            _ = try connection.execute("PREPARE looked_at AS \(text)", [])
            let result = try connection.execute("EXPLAIN EXECUTE looked_at\(arguments)", [])
            _ = try connection.execute("DEALLOCATE looked_at", [])
            let found = try result.rows.map { try $0.text("QUERY PLAN") }
            lines.withLock { $0 = found }
        }
        return lines.withLock { $0 }
    }

    /// The tables that a statement names, by the name it gives them.
    private static func tables(in text: String) -> [String: String] {
        let words: Set<String> = ["ON", "WHERE", "SET", "JOIN", "LEFT", "ORDER", "VALUES", "USING"]
        var tables: [String: String] = [:]
        for match in text.matches(of: /\b(?:FROM|JOIN|UPDATE|INTO)\s+(\w+)(?:\s+(\w+))?/) {
            let table = String(match.output.1)
            let alias = match.output.2.map(String.init) ?? table
            tables[words.contains(alias) ? table : alias] = table
        }
        return tables
    }
}
