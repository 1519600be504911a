// SPDX-License-Identifier: EUPL-1.2

import App
import HTTPTypes
import Kernel
import SQL
import Seal
import Synchronization
import TestSupport

/// The demonstration's pool with a room, and people on devices in it.
struct RoomWorld: Sendable {
    let wire: Wire
    let visitors: TestVisitors
    let demo: Demo
    let clock: TestClock
    let ids: TestIDs
    let database: any Database

    var pool: String {
        get async throws {
            try await wire.send(.get, host: "room.localhost", "/config.json").value["pool"]?.string ?? ""
        }
    }

    /// Somebody on a device who came to the room from the pool's pages.
    func arrive(_ person: PersonID) async throws -> (RoomVisitor, CanonicalValue) {
        let browser = visitors.browser()
        try await browser.get("/demo/enter/\(person)")
        return try await arrive(browser)
    }

    func arrive(_ browser: TestBrowser) async throws -> (RoomVisitor, CanonicalValue) {
        let code = try await code(browser)
        var visitor = try RoomVisitor(wire, clock, ids)
        let reply = try await visitor.send(
            .post, "/arrivals",
            .object(["code": .string(code), "proof": CanonicalValue(visitor.proof.publicKey)]), signed: false)
        guard reply.status == .ok else { throw RoomFault(description: "arrival: \(reply.status) \(reply.text)") }
        visitor.token = try reply.value["token"]?.string ?? ""
        return (visitor, try reply.value)
    }

    func code(_ browser: TestBrowser) async throws -> String {
        try await browser.get("/room")
        let hasNone = browser.page.html.contains("Make your keys")
        let page = try await browser.press(hasNone ? "Make your keys" : "Go to the room")
        return String(page.html.split(separator: "#").last?.prefix(43) ?? "")
    }

    /// Somebody who has just made their keys.
    func withKeys(_ person: PersonID, passphrase: String? = nil) async throws -> (RoomVisitor, Keyring) {
        let (visitor, arrived) = try await arrive(person)
        let pool = arrived["session"]?["pool"]?.string ?? ""
        let ring = try Keyring(pool: pool, user: person.text, passphrase: passphrase, ids: ids)
        let made = try await visitor.send(
            .post, "/keys", try ring.making(at: visitor.now, seen: try await point(visitor)))
        guard made.status == .ok else { throw RoomFault(description: "making keys: \(made.status) \(made.text)") }
        return (visitor, ring)
    }

    func point(_ visitor: RoomVisitor) async throws -> TreePoint {
        let cp = try await visitor.send(.get, "/log/checkpoint").value["cp"]
        return TreePoint(
            size: cp?["size"]?.integer ?? 0, root: try Seal.Base64URL.bytes(cp?["root"]?.string ?? ""))
    }

    /// A login of a new device.
    func login(
        _ ring: Keyring, by way: Way, purpose: Login.Purpose = .signIn, origin: String = RoomVisitor.origin,
        change: (inout [String: CanonicalValue]) -> Void = { _ in }
    ) async throws -> (RoomVisitor, Reply) {
        var visitor = try RoomVisitor(wire, clock, ids)
        let body = try await loginBody(visitor, ring, by: way, purpose: purpose, origin: origin, change: change)
        let reply = try await visitor.send(.post, "/login", body, signed: false)
        if reply.status == .ok { visitor.token = try reply.value["token"]?.string ?? "" }
        return (visitor, reply)
    }

    func loginBody(
        _ visitor: RoomVisitor, _ ring: Keyring, by way: Way, purpose: Login.Purpose = .signIn,
        origin: String = RoomVisitor.origin, change: (inout [String: CanonicalValue]) -> Void = { _ in }
    ) async throws -> CanonicalValue {
        let params = try await visitor.send(
            .post, "/login/params", .object(["name": .string(ring.user)]), signed: false
        ).value
        let login = Login(
            origin: origin, pool: ring.pool, user: ring.user, nonce: params["nonce"]?.string ?? "",
            at: params["at"]?.integer ?? 0, purpose: purpose, proof: visitor.proof.publicKey)
        var members: [String: CanonicalValue] = [
            "key": CanonicalValue(way.auth.publicKey), "kind": .string(way.kind.rawValue), "shared": false,
            "login": try CanonicalParser.object(try Statement.sign(.login, login.value, by: [way.auth])),
        ]
        change(&members)
        return .object(members)
    }

    /// What goes with a weighty act.
    func confirmation(_ visitor: RoomVisitor, _ ring: Keyring, by way: Way) async throws -> CanonicalValue {
        let told = try await visitor.send(.post, "/confirm", .object([:])).value
        let login = Login(
            origin: RoomVisitor.origin, pool: ring.pool, user: ring.user, nonce: told["nonce"]?.string ?? "",
            at: told["at"]?.integer ?? 0, purpose: .confirm, proof: visitor.proof.publicKey)
        return .object([
            "key": CanonicalValue(way.auth.publicKey), "kind": .string(way.kind.rawValue),
            "login": try CanonicalParser.object(try Statement.sign(.login, login.value, by: [way.auth])),
        ])
    }
}

/// - Parameter wrap: what stands between the product and its database.
func withRoom(
    _ engine: DatabaseEngine, wrap: (any Database) -> any Database = { $0 },
    _ body: @escaping @Sendable (RoomWorld) async throws -> Void
) async throws {
    let (clock, ids) = (TestClock(), TestIDs())
    try await withDatabase(engine) { database in
        let people = try await DemoPool(database: database, ids: ids, now: clock.now).fill(host: "pool.localhost")
        try await withSite(wrap(database), time: clock, ids: ids, change: { $0.isDemo = true }) { visitors in
            try await body(
                RoomWorld(
                    wire: Wire(site: visitors.site), visitors: visitors, demo: Demo(people: people), clock: clock,
                    ids: ids, database: database))
        }
    }
}

/// A database that loses its connection around the commit of the next write, when a test says so.
final class LossyDatabase: Database {
    enum Loss { case none, before, after }

    private let inner: any Database
    private let next = Mutex(Loss.none)

    init(_ inner: any Database) { self.inner = inner }

    func lose(_ loss: Loss) { next.withLock { $0 = loss } }

    var engine: DatabaseEngine { inner.engine }

    func read<Value: Sendable>(_ body: @escaping @Sendable (Reader) throws -> Value) async throws -> Value {
        try await inner.read(body)
    }

    func write<Value: Sendable>(
        _ isolation: Isolation, _ body: @escaping @Sendable (Transaction) throws -> Value
    ) async throws -> Value {
        let loss = next.withLock { next in
            defer { next = .none }
            return next
        }
        let value = try await inner.write(isolation) { transaction in
            let value = try body(transaction)
            if loss == .before { throw DatabaseError.unavailable }
            return value
        }
        if loss == .after { throw DatabaseError.unavailable }
        return value
    }

    func migrate(_ body: @escaping @Sendable (any SQLConnection) throws -> Void) async throws {
        try await inner.migrate(body)
    }

    func close() async { await inner.close() }
}

extension RoomWorld {
    private enum PairSQL: String, SQLStatement {
        case pairs = """
            SELECT c.person_id AS client, p.person_id AS practitioner
            FROM engagement_party c
            JOIN engagement_party p ON p.pool_id = c.pool_id AND p.engagement_id = c.engagement_id
                AND p.role = 'practitioner'
            WHERE c.role = 'client'
            ORDER BY c.person_id
            LIMIT 1
            """
    }

    /// A client and their practitioner.
    func pair() async throws -> (client: PersonID, practitioner: PersonID) {
        let row = try await database.read { try $0.first(PairSQL.pairs) }
        guard let row else { throw RoomFault(description: "no engagement") }
        return (try row.id("client"), try row.id("practitioner"))
    }
}

struct RoomFault: Error, CustomStringConvertible {
    let description: String
}
