// SPDX-License-Identifier: EUPL-1.2

import Kernel
import Pools
import SQL
import Synchronization
import TestSupport
import Testing
import Web

@Suite("The pool of a host name")
struct SitesTests {
    @Test(
        "One pool answers to any host, several only to their own names; a new one is found in seconds",
        arguments: TestDatabase.engines)
    func hosts(engine: DatabaseEngine) async throws {
        try await withDatabase(engine) { database in
            let (clock, ids) = (TestClock(), TestIDs())
            let sites = PoolsSites(database: database, time: clock)
            #expect(try await sites.site(host: "one.example") == nil)
            let create = CreatePool(database: database, ids: ids)
            let one = try await create(shortName: "one", name: "One", host: "ONE.example", at: .t0)
            #expect(try await sites.site(host: "anything")?.id == one)
            let two = try await create(shortName: "two", name: "Two", host: "two.example", at: .t0)
            clock.advance(seconds: PoolsSites.seconds)
            #expect(try await sites.site(host: "one.example")?.id == one)
            #expect(try await sites.site(host: "two.example")?.id == two)
            #expect(try await sites.site(host: "anything") == nil)
            await #expect(throws: PoolsError.shortNameTaken) {
                _ = try await create(shortName: "two", name: "Three", host: nil, at: .t0)
            }
            await #expect(throws: PoolsError.hostTaken) {
                _ = try await create(shortName: "three", name: "Three", host: "two.example", at: .t0)
            }
            await #expect(throws: PoolsError.notFound) {
                _ = try await FindPool(database: database)(shortName: "three")
            }
        }
    }

    @Test("A request costs no read while the list is fresh")
    func cache() async throws {
        try await withDatabase(.sqlite) { database in
            let (clock, counted) = (TestClock(), CountedDatabase(database))
            _ = try await CreatePool(database: database, ids: TestIDs())(
                shortName: "one", name: "One", host: nil, at: .t0)
            let sites = PoolsSites(database: counted, time: clock)
            for number in 0..<50 { #expect(try await sites.site(host: "host\(number)") != nil) }
            #expect(counted.reads == 1)
            clock.advance(seconds: PoolsSites.seconds)
            for _ in 0..<50 { #expect(try await sites.site(host: "host") != nil) }
            #expect(counted.reads == 2)
        }
    }
}

/// Counts reads of the database behind it.
private final class CountedDatabase: Database {
    private let inner: any Database
    private let count = Mutex(0)

    init(_ inner: any Database) { self.inner = inner }

    var engine: DatabaseEngine { inner.engine }
    var reads: Int { count.withLock { $0 } }

    func read<Value: Sendable>(_ body: @escaping @Sendable (Reader) throws -> Value) async throws -> Value {
        count.withLock { $0 += 1 }
        return try await inner.read(body)
    }

    func write<Value: Sendable>(
        _ isolation: Isolation, _ body: @escaping @Sendable (Transaction) throws -> Value
    ) async throws -> Value {
        try await inner.write(isolation, body)
    }

    func migrate(_ body: @escaping @Sendable (any SQLConnection) throws -> Void) async throws {
        try await inner.migrate(body)
    }
    func close() async { await inner.close() }
}
