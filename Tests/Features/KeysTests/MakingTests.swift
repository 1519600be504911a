// SPDX-License-Identifier: EUPL-1.2

import App
import HTTPTypes
import Kernel
import SQL
import Seal
import TestSupport
import Testing

@Suite("Making keys and signing in by them")
struct MakingTests {
    @Test("Somebody comes from the pool, makes keys, and signs in on another device", arguments: TestDatabase.engines)
    func wholeWay(engine: DatabaseEngine) async throws {
        try await withRoom(engine) { world in
            let person = world.demo.person(.practitioner).person
            let (visitor, arrived) = try await world.arrive(person)
            let session = arrived["session"]
            #expect(session?["strength"]?.string == "link" && session?["has_keys"]?.boolean == false)
            #expect(session?["passphrase"]?.string == "default" && session?["user"]?.string == person.text)
            let ring = try Keyring(
                pool: session?["pool"]?.string ?? "", user: person.text, passphrase: "five dull words make sense",
                ids: world.ids)
            let made = try await visitor.send(.post, "/keys", try ring.making(at: visitor.now))
            #expect(made.status == .ok, "\(made.text)")
            #expect(try made.value["leaf"]?.integer == 0)
            #expect(try made.value["session"]?["strength"]?.string == "keys")
            let log = try await visitor.send(.get, "/log/entries?after=0&limit=10")
            var directory = KeyDirectory(pool: ring.pool)
            let entry = try directory.admit(leaf: Array(log.body.dropLast()))
            #expect(entry.keys.user == person.text)
            let point = try await world.point(visitor)
            #expect(try directory.tree.point(at: 1) == point)
            let (other, reply) = try await world.login(ring, by: ring.wayPassphrase)
            #expect(reply.status == .ok, "\(reply.text)")
            let slots = try reply.value["slots"]?.items ?? []
            let mine = try #require(slots.first { $0["slot"]?["kind"]?.string == "pw" }?["slot"])
            let key = try Slot(mine).open(by: ring.wayPassphrase, pool: ring.pool, user: ring.user)
            let bundle = try KeyBundle(
                opening: try #require(try reply.value["bundle"]), with: key, pool: ring.pool, user: ring.user, epoch: 1)
            try directory.auditOwn(ring.user, bundle)
            #expect(try await other.send(.get, "/session").value["session"]?["strength"]?.string == "keys")
        }
    }

    @Test("The same request once more gives the first answer, and nothing twice", arguments: TestDatabase.engines)
    func onceMore(engine: DatabaseEngine) async throws {
        try await withRoom(engine) { world in
            let person = world.demo.person(.client).person
            let (visitor, arrived) = try await world.arrive(person)
            let ring = try Keyring(pool: arrived["session"]?["pool"]?.string ?? "", user: person.text, ids: world.ids)
            let body = try ring.making(at: visitor.now)
            let nonce = visitor.nonce()
            let first = try await visitor.send(.post, "/keys", body, nonce: nonce)
            world.clock.advance(seconds: 45)
            let again = try await visitor.send(.post, "/keys", body, nonce: nonce)
            #expect(first.status == .ok && again.body == first.body)
            let fresh = try await visitor.send(.post, "/keys", body)
            #expect(fresh.status == .ok, "the statement stands already")
            #expect(try fresh.value["leaf"]?.integer == 0)
            let other = try await visitor.send(.put, "/idle", .object(["minutes": 20]), nonce: nonce)
            #expect(other.status == .conflict && other.code == "nonce")
            #expect(try await world.point(visitor).size == 1)
        }
    }

    @Test("A second set of first keys is refused and changes nothing", arguments: TestDatabase.engines)
    func exists(engine: DatabaseEngine) async throws {
        try await withRoom(engine) { world in
            let (visitor, ring) = try await world.withKeys(world.demo.person(.client).person)
            let before = try await visitor.send(.get, "/slots").body
            let second = try Keyring(pool: ring.pool, user: ring.user, ids: world.ids)
            let reply = try await visitor.send(
                .post, "/keys", try second.making(at: visitor.now, seen: try await world.point(visitor)))
            #expect(reply.status == .conflict && reply.code == "exists")
            #expect(try await visitor.send(.get, "/slots").body == before)
            #expect(try await world.point(visitor).size == 1)
        }
    }

    @Test(
        "A statement that does not follow, is not signed, or points to another log is refused",
        arguments: TestDatabase.engines)
    func refused(engine: DatabaseEngine) async throws {
        try await withRoom(engine) { world in
            let person = world.demo.person(.client).person
            let (visitor, arrived) = try await world.arrive(person)
            let pool = arrived["session"]?["pool"]?.string ?? ""
            let ring = try Keyring(pool: pool, user: person.text, ids: world.ids)
            let stranger = try SigningKey(seed: world.ids.bytes(32))
            let statements: [(CanonicalValue, String)] = [
                (try ring.statement(at: visitor.now, by: [stranger]), "refused"),
                (try ring.statement(at: visitor.now - 61), "refused"),
                (try ring.statement(at: visitor.now, seen: TreePoint(size: 1, root: sha256([1]))), "stale"),
                (
                    try Keyring(pool: pool, user: world.demo.person(.client, 1).person.text, ids: world.ids)
                        .statement(at: visitor.now), "refused"
                ),
            ]
            for (statement, code) in statements {
                let reply = try await visitor.send(
                    .post, "/keys",
                    .object([
                        "bundle": try ring.bundle(), "kit_kept": false, "slots": try ring.slots(),
                        "statement": statement,
                    ]))
                #expect(reply.code == code, "\(reply.text)")
            }
            #expect(try await world.point(visitor).size == 0)
            #expect(try await visitor.send(.post, "/keys", try ring.making(at: visitor.now)).status == .ok)
        }
    }

    @Test("A log of many people has the root that its readers compute")
    func rootOfMany() async throws {
        try await withRoom(.sqlite) { world in
            var last: RoomVisitor?
            for index in 0..<9 { last = try await world.withKeys(world.demo.person(.client, index).person).0 }
            let visitor = try #require(last)
            let reply = try await visitor.send(.get, "/log/entries")
            var directory = KeyDirectory(pool: try await world.pool)
            for line in reply.body.split(separator: UInt8(ascii: "\n")) { try directory.admit(leaf: Array(line)) }
            let point = try await world.point(visitor)
            #expect(directory.tree.count == 9)
            #expect(try directory.tree.point(at: 9) == point)
            let rest = try await visitor.send(.get, "/log/entries?after=7&limit=1")
            #expect(rest.body.split(separator: UInt8(ascii: "\n")).count == 1)
        }
    }
}
