// SPDX-License-Identifier: EUPL-1.2

import SQL
import SQLiteDriver
import TestSupport
import Testing

@Suite("Plans of every statement")
struct PlanTests {
    /// Steps that go through a whole table, or through everything that one pool has in it, and why that is all right. Whatever
    /// is not here must find its rows by more than the pool.
    private static let allowed: [String: String] = [
        "PoolsSQL.sites pool": "the list of host names, read once in five seconds for the whole installation",
        "PoolsSQL.sites pool_host": "the same",
        "OutboxSQL.pools pool": "each pool has its turn, at start and every two minutes",
        "MigratorSQL.applied schema_migration": "grows with the program, not with the pool",
        "InvitationSQL.organisations organisation": "the first 500 organisations, for a choice on a form",
        "PoolsSQL.organisationsSeen organisation":
            "the page that shows all organisations; there are tens, not thousands",
        "PoolsSQL.organisationKeys organisation": "an import compares names with all organisations, once",
        "OutboxSQL.waiting outbox_item": "a partial index that holds only what is not done; asked by the operator",
        "ProgrammeSQL.allRun programme": "the newest hundred by an index in their order; a pool has some each year",
        "ProgrammeSQL.organisationsOfPool organisation": "the first 200 organisations, for a choice on a form",
        "RecoverySQL.ofOthers key_recovery": "a partial index that holds only what is open",
        "ResetSQL.all key_reset": "a partial index that holds only what is open",
        "FirstDaySQL.organisations organisation": "counts the organisations; there are tens, not thousands",
        "FirstDaySQL.withoutLead organisation": "the same",
        "FirstDaySQL.came invitation": "stops at the first invitation that was answered",
        "DemoSQL.people person_role": "sixty people who do not exist",
    ]

    /// Tables that have a handful of rows for each pool, however many people are in it: read whole for one pool at any time.
    private static let handful: Set<String> = [
        "pool_host", "pool_setting", "invitation_pace", "service_type", "pack_adoption", "pool_figure", "pool_answer",
        "code_edition", "key_log",
    ]

    @Test("SQLite goes through no whole table and no whole pool, but where it is written why")
    func sqlite() async throws {
        var used: Set<String> = []
        try await withDatabaseAddress(.sqlite) { path in
            let database = try SQLiteDatabase(path: path)
            let tables = try await SchemaShape.read(database).tables
            for statement in SourceStatement.all {
                let names = Self.names(in: statement.text)
                for step in try await database.plan(statement.text) {
                    guard let alias = Self.wholesale(step) else { continue }
                    let table = names[alias] ?? Self.insideViews[alias] ?? alias
                    guard tables.contains(table) else { continue }
                    let key = "\(statement.name) \(table)"
                    used.insert(key)
                    let isSmall = step.hasPrefix("SEARCH") && Self.handful.contains(table)
                    #expect(isSmall || Self.allowed[key] != nil, "\(key): \(step)")
                }
            }
            await database.close()
        }
        #expect(Set(Self.allowed.keys).subtracting(used).isEmpty, "allowed, and no statement needs it")
    }

    @Test("PostgreSQL can go by an index everywhere", .enabled(if: TestDatabase.engines.contains(.postgres)))
    func postgres() async throws {
        let whole = Set(Self.allowed.keys)
        try await withDatabase(.postgres) { database in
            for statement in SourceStatement.all
            where !statement.text.hasPrefix("INSERT INTO") || statement.text.contains("SELECT") {
                let plan = try await PostgresPlan.of(statement.text, on: database)
                for (number, line) in plan.enumerated() {
                    if let scan = line.firstMatch(of: /Seq Scan on (\w+)/) {
                        #expect(whole.contains("\(statement.name) \(scan.output.1)"), "\(statement.name): \(line)")
                    }
                    guard let scan = line.firstMatch(of: /Index (?:Only )?Scan(?: Backward)? using \w+ on (\w+)/) else {
                        continue
                    }
                    let next = number + 1 < plan.count ? plan[number + 1] : ""
                    #expect(
                        next.contains("Index Cond") || whole.contains("\(statement.name) \(scan.output.1)"),
                        "\(statement.name): \(line)")
                }
            }
        }
    }

    /// The alias of a step that reads all rows of a table, or all rows of a pool in it.
    private static func wholesale(_ step: String) -> String? {
        if let scan = step.wholeMatch(of: /SCAN (\w+)(?: .*)?/) { return String(scan.output.1) }
        if let search = step.wholeMatch(of: /SEARCH (\w+) .*\(pool_id=\?\)(?: LEFT-JOIN)?/) {
            return String(search.output.1)
        }
        return nil
    }

    /// Names that the views of the schema give to tables.
    private static let insideViews = ["r": "person_role", "d": "role_deputy"]

    /// The tables that a statement names, by the name it gives them.
    private static func names(in text: String) -> [String: String] {
        let words: Set<String> = ["ON", "WHERE", "SET", "JOIN", "LEFT", "CROSS", "ORDER", "VALUES", "USING"]
        var names: [String: String] = [:]
        for match in text.matches(of: /\b(?:FROM|JOIN|UPDATE|INTO)\s+(\w+)(?:\s+(\w+))?/) {
            let table = String(match.output.1)
            let alias = match.output.2.map(String.init) ?? table
            names[words.contains(alias) ? table : alias] = table
        }
        return names
    }
}
