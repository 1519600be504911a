// SPDX-License-Identifier: EUPL-1.2

import PostgresDriver
import SQL
import TestSupport
import Testing

/// Statements that only PostgreSQL knows.
enum ServerSQL: String, SQLStatement {
    case sleep = "SELECT pg_sleep(60)"
    case sleepers = """
        SELECT count(*) AS number FROM pg_stat_activity
        WHERE datname = current_database() AND state = 'active' AND query LIKE '%pg_sleep%' AND pid <> pg_backend_pid()
        """
    case others = """
        SELECT count(*) AS number, max(application_name) AS name FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
        """
    case endOthers = """
        SELECT count(pg_terminate_backend(pid, 5000)) AS number FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
        """
    case kept = """
        SELECT count(*) AS number FROM pg_prepared_statements
        WHERE statement LIKE '%FROM shelf%' AND statement NOT LIKE '%pg_prepared_statements%'
        """
    case database = "SELECT current_database() AS name"
}

/// Runs a test with an empty shelf on a server with settings of its own, and a second way in.
func withServer(
    _ settings: PostgresSettings = PostgresSettings(),
    _ body: (_ database: PostgresDatabase, _ beside: PostgresDatabase) async throws -> Void
) async throws {
    try await withDatabaseAddress(.postgres, .empty) { address in
        let database = PostgresDatabase(url: address, settings: settings)
        var single = PostgresSettings()
        single.connections = 1
        single.applicationName = "beside"
        let beside = PostgresDatabase(url: address, settings: single)
        try await beside.layShelf()
        try await body(database, beside)
        await database.close()
        await beside.close()
    }
}

extension Database {
    func number(of statement: ServerSQL) async throws -> Int {
        try await read { try $0.first(statement)?.int("number") ?? -1 }
    }

    /// Waits until somebody sleeps on the server.
    func waitForSleeper() async throws {
        while try await number(of: .sleepers) == 0 { try await Task.sleep(for: .milliseconds(5)) }
    }
}

@Suite("The pool of connections", .enabled(if: TestDatabase.engines.contains(.postgres)))
struct PoolTests {
    @Test("Who finds no free connection in time is turned away, and served when there is one")
    func busy() async throws {
        var settings = PostgresSettings()
        settings.connections = 1
        settings.waitLimit = .milliseconds(50)
        try await withServer(settings) { database, _ in
            let begun = Signal()
            let end = Signal()
            async let first: Void = database.write { tx in
                try tx.keep("a")
                begun.ring()
                end.block()
            }
            await begun.wait()
            await #expect(throws: DatabaseError.unavailable) { try await database.count() }
            end.ring()
            try await first
            let kept = try await database.count()
            #expect(kept == 1)
        }
    }

    @Test("Many share few connections, which bear the product's name")
    func bounded() async throws {
        var settings = PostgresSettings()
        settings.connections = 3
        try await withServer(settings) { database, beside in
            try await withThrowingTaskGroup { group in
                for number in 0..<60 {
                    group.addTask { try await database.write { try $0.keep("n\(number)") } }
                }
                try await group.waitForAll()
            }
            let row = try #require(try await beside.read { try $0.first(ServerSQL.others) })
            #expect(try (1...3).contains(row.int("number")))
            #expect(try row.text("name") == "confidant")
            let stands = try await database.count()
            #expect(stands == 60)
        }
    }

    @Test("A statement is prepared once a connection, and one that fails is not kept")
    func prepared() async throws {
        var settings = PostgresSettings()
        settings.connections = 1
        try await withServer(settings) { database, _ in
            for _ in 0..<4 {
                _ = try await database.count()
                await #expect(throws: DatabaseError.self) {
                    try await database.read { _ = try $0.rows(ShelfSQL.nosuch) }
                }
                _ = try await database.number("a")
            }
            // `count` and `number`; the one that asks is not about the shelf.
            let kept = try await database.number(of: .kept)
            #expect(kept == 2)
        }
    }

    @Test("A statement that takes too long is ended by the server, and the connection lives on")
    func statementLimit() async throws {
        var settings = PostgresSettings()
        settings.connections = 1
        settings.statementLimit = .milliseconds(60)
        try await withServer(settings) { database, _ in
            await #expect(throws: DatabaseError.unavailable) {
                try await database.read { _ = try $0.rows(ServerSQL.sleep) }
            }
            let kept = try await database.count()
            #expect(kept == 0)
        }
    }

    @Test("What meets another is tried as often as it may be, then given up")
    func givesUp() async throws {
        var settings = PostgresSettings()
        settings.tries = 3
        try await withServer(settings) { database, _ in
            let runs = Counter()
            await #expect(throws: DatabaseError.retryable) {
                try await database.write { tx in
                    runs.add()
                    try tx.keep("a")
                    throw DatabaseError.retryable
                }
            }
            #expect(runs.value == 3)
            let stands = try await database.count()
            #expect(stands == 0)
        }
    }
}

@Suite("Cancelling", .enabled(if: TestDatabase.engines.contains(.postgres)))
struct CancelTests {
    @Test("A task that is cancelled stops its statement on the server, and nothing of it stands")
    func running() async throws {
        try await withServer { database, beside in
            let task = Task {
                try await database.write { tx in
                    try tx.keep("a")
                    _ = try tx.rows(ServerSQL.sleep)
                }
            }
            try await beside.waitForSleeper()
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
            #expect(try await beside.number(of: .sleepers) == 0)
            let stands = try await database.count()
            #expect(stands == 0)
        }
    }

    @Test("A task that is cancelled while it waits for a connection does not run")
    func waiting() async throws {
        var settings = PostgresSettings()
        settings.connections = 1
        try await withServer(settings) { database, beside in
            let first = Task { try await database.read { _ = try $0.rows(ServerSQL.sleep) } }
            try await beside.waitForSleeper()
            let second = Task { try await database.write { try $0.keep("a") } }
            second.cancel()
            await #expect(throws: CancellationError.self) { try await second.value }
            first.cancel()
            await #expect(throws: CancellationError.self) { try await first.value }
            let stands = try await database.count()
            #expect(stands == 0)
        }
    }

    @Test("A task that is cancelled between statements does not commit")
    func between() async throws {
        try await withServer { database, _ in
            let begun = Signal()
            let end = Signal()
            let task = Task {
                try await database.write { tx in
                    try tx.keep("a")
                    begun.ring()
                    end.block()
                }
            }
            await begun.wait()
            task.cancel()
            end.ring()
            await #expect(throws: CancellationError.self) { try await task.value }
            let stands = try await database.count()
            #expect(stands == 0)
        }
    }
}

@Suite("A server that goes away", .enabled(if: TestDatabase.engines.contains(.postgres)))
struct AwayTests {
    @Test("Connections that died in between are replaced, and nobody notices")
    func idle() async throws {
        try await withServer { database, beside in
            try await database.write { try $0.keep("a") }
            #expect(try await beside.number(of: .endOthers) == 1)
            try await database.write { try $0.keep("b") }
            #expect(try await beside.number(of: .endOthers) == 1)
            let stands = try await database.count()
            #expect(stands == 2)
        }
    }

    @Test("A connection that dies in a transaction costs a second run, not the transaction")
    func within() async throws {
        try await withServer { database, beside in
            _ = try await database.count()
            let runs = Counter()
            let begun = Signal()
            let end = Signal()
            async let written: Void = database.write { tx in
                runs.add()
                try tx.keep("a")
                begun.ring()
                end.block()
                try tx.keep("b")
            }
            await begun.wait()
            #expect(try await beside.number(of: .endOthers) == 1)
            end.ring()
            try await written
            #expect(runs.value == 2)
            let stands = try await database.count()
            #expect(stands == 2)
        }
    }

    @Test("A connection that dies before the commit is answered is never taken for success, nor tried again")
    func atCommit() async throws {
        try await withServer { database, beside in
            _ = try await database.count()
            let runs = Counter()
            let begun = Signal()
            let end = Signal()
            let task = Task {
                try await database.write { tx in
                    runs.add()
                    try tx.keep("a")
                    begun.ring()
                    end.block()
                }
            }
            await begun.wait()
            #expect(try await beside.number(of: .endOthers) == 1)
            end.ring()
            await #expect(throws: DatabaseError.unavailable) { try await task.value }
            #expect(runs.value == 1)
            let stands = try await database.count()
            #expect(stands == 0)
        }
    }

    @Test("While it is away everything is unavailable; when it is back everything works again")
    func awayAndBack() async throws {
        try await withServer { database, beside in
            try await database.write { try $0.keep("a") }
            let name = try #require(try await beside.read { try $0.first(ServerSQL.database)?.text("name") })
            try await PostgresServer.administer("ALTER DATABASE \(name) ALLOW_CONNECTIONS false")
            _ = try await beside.number(of: .endOthers)
            await #expect(throws: DatabaseError.unavailable) { try await database.count() }
            await #expect(throws: DatabaseError.unavailable) { try await database.write { try $0.keep("b") } }
            try await PostgresServer.administer("ALTER DATABASE \(name) ALLOW_CONNECTIONS true")
            try await database.write { try $0.keep("c") }
            let stands = try await database.count()
            #expect(stands == 2)
        }
    }

    @Test(
        "A server that is not there is unavailable",
        arguments: ["postgres:///x?host=/nowhere", "postgres://127.0.0.1:1/x", "nonsense"])
    func nobody(address: String) async {
        let database = PostgresDatabase(url: address)
        await #expect(throws: DatabaseError.unavailable) { try await database.count() }
        await database.close()
    }
}

@Suite("What doctor finds", .enabled(if: TestDatabase.engines.contains(.postgres)))
struct FindingTests {
    @Test("A server for tests lacks durability and nothing else")
    func tests() async throws {
        try await withServer { database, _ in
            let found = try await database.findings()
            #expect(found == [.durability])
        }
    }

    @Test("Another order of text and another encoding are found")
    func collation() async throws {
        let name = "confidant_odd_\(UInt32.random(in: 0 ... .max))"
        try await PostgresServer.administer(
            "CREATE DATABASE \(name) TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'en' ENCODING 'UTF8'")
        try await PostgresServer.administer(
            "CREATE DATABASE \(name)_e TEMPLATE template0 LOCALE 'C' ENCODING 'SQL_ASCII'")
        let odd = PostgresDatabase(url: try PostgresServer.address(of: name))
        let encoded = PostgresDatabase(url: try PostgresServer.address(of: name + "_e"))
        let found = [try await odd.findings(), try await encoded.findings()]
        #expect(found == [[.collation, .durability], [.encoding, .durability]])
        await odd.close()
        await encoded.close()
        try await PostgresServer.administer("DROP DATABASE \(name)")
        try await PostgresServer.administer("DROP DATABASE \(name)_e")
    }
}
