// SPDX-License-Identifier: EUPL-1.2

import App
import HTTPTypes
import Journal
import Kernel
import SQL
import Seal
import Synchronization
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

    @Test("Lost around the commit, the keys are the old or the new ones, never half", arguments: TestDatabase.engines)
    func lost(engine: DatabaseEngine) async throws {
        let lossy = Mutex<LossyDatabase?>(nil)
        try await withRoom(
            engine,
            wrap: { inner in
                let made = LossyDatabase(inner)
                lossy.withLock { $0 = made }
                return made
            }
        ) { world in
            let database = try #require(lossy.withLock { $0 })
            for (index, loss) in [LossyDatabase.Loss.before, .after].enumerated() {
                let person = world.demo.person(.client, index).person
                let (visitor, arrived) = try await world.arrive(person)
                let ring = try Keyring(
                    pool: arrived["session"]?["pool"]?.string ?? "", user: person.text, ids: world.ids)
                let seen = try await world.point(visitor)
                let (body, nonce) = (try ring.making(at: visitor.now, seen: seen), visitor.nonce())
                world.clock.advance(seconds: 1)
                database.lose(loss)
                let cut = try await visitor.send(.post, "/keys", body, nonce: nonce)
                #expect(cut.status == .serviceUnavailable && cut.code == "unavailable")
                let session = try await visitor.send(.get, "/session").value["session"]
                let isNew = loss == .after
                #expect(session?["has_keys"]?.boolean == isNew && session?["seq"]?.integer == (isNew ? 1 : 0))
                #expect(session?["strength"]?.string == (isNew ? "keys" : "link"))
                #expect(try await world.point(visitor).size == seen.size + (isNew ? 1 : 0))
                let again = try await visitor.send(.post, "/keys", body, nonce: nonce)
                #expect(again.status == .ok, "\(again.text)")
                #expect(try await world.point(visitor).size == seen.size + 1)
                #expect(try await visitor.send(.get, "/slots").value["slots"]?.items.count == 2)
            }
        }
    }

    @Test(
        "Another passphrase takes the old way's confirmation, and the old way is gone", arguments: TestDatabase.engines)
    func changePassphrase(engine: DatabaseEngine) async throws {
        try await withRoom(engine) { world in
            let (visitor, ring) = try await world.withKeys(
                world.demo.person(.client).person, passphrase: "the first one")
            let stretched = try ring.stretching.stretch("the second one", pool: ring.pool, user: ring.user)
            let way = try Way.passphrase(accountKey: Way.accountKey(ring.kit), stretched: stretched)
            let about = Slot.About(
                pool: ring.pool, user: ring.user, epoch: 1,
                params: .passphrase(ring.stretching, hasPassphrase: true))
            let put: CanonicalValue = .array([
                .object([
                    "auth_pk": CanonicalValue(way.auth.publicKey),
                    "slot": try Slot(sealing: ring.userKey, by: way, about: about).value,
                ])
            ])
            var body: [String: CanonicalValue] = ["epoch": 1, "put": put, "remove": .array([])]
            #expect(try await visitor.send(.put, "/slots", .object(body)).code == "strength", "without confirmation")
            body["confirm"] = try await world.confirmation(visitor, ring, by: way)
            #expect(try await visitor.send(.put, "/slots", .object(body)).code == "login", "by a way that is none yet")
            body["confirm"] = try await world.confirmation(visitor, ring, by: ring.wayPassphrase)
            #expect(try await visitor.send(.put, "/slots", .object(body)).status == .ok)
            #expect(try await world.login(ring, by: ring.wayPassphrase).1.code == "login")
            #expect(try await world.login(ring, by: way).1.status == .ok)
            #expect(try await visitor.send(.put, "/slots", .object(body)).code == "login", "a confirmation counts once")
        }
    }

    @Test("New keys after a suspicion end every other sign-in and every old way", arguments: TestDatabase.engines)
    func rotation(engine: DatabaseEngine) async throws {
        try await withRoom(engine) { world in
            let (visitor, ring) = try await world.withKeys(world.demo.person(.client).person)
            let (other, _) = try await world.login(ring, by: ring.wayPassphrase)
            var fresh = try Keyring(pool: ring.pool, user: ring.user, ids: world.ids)
            fresh.seq = 2
            fresh.epoch = 2
            let entry = try await visitor.send(.get, "/log/entries").body.dropLast()
            var directory = KeyDirectory(pool: ring.pool)
            fresh.prev = try directory.admit(leaf: Array(entry)).hash
            world.clock.advance(seconds: 5)
            let seen = try await world.point(visitor)
            var members: [String: CanonicalValue] = [
                "bundle": try fresh.bundle(), "kit_kept": false, "slots": try fresh.slots(),
                "statement": try fresh.statement(.rotate, at: visitor.now, seen: seen, by: [ring.sign, fresh.sign]),
            ]
            #expect(try await visitor.send(.post, "/keys", .object(members)).code == "strength")
            members["confirm"] = try await world.confirmation(visitor, ring, by: ring.wayKit)
            let alone = try fresh.statement(.rotate, at: visitor.now, seen: seen, by: [fresh.sign])
            let forged = members.merging(["statement": alone]) { $1 }
            #expect(try await visitor.send(.post, "/keys", .object(forged)).code == "refused", "the old key must sign")
            let made = try await visitor.send(.post, "/keys", .object(members))
            #expect(made.status == .ok, "\(made.text)")
            #expect(try await other.send(.get, "/session").code == "sign_in_needed")
            #expect(try await visitor.send(.get, "/session").status == .ok)
            #expect(try await world.login(ring, by: ring.wayPassphrase).1.code == "login")
            #expect(try await world.login(fresh, by: fresh.wayPassphrase).1.status == .ok)
        }
    }

    @Test(
        "A room that rests is locked, its share gone; signing in again goes on in the same sign-in",
        arguments: TestDatabase.engines)
    func rest(engine: DatabaseEngine) async throws {
        try await withRoom(engine) { world in
            let (visitor, ring) = try await world.withKeys(world.demo.person(.client).person)
            let before = try await visitor.send(.get, "/session").value
            #expect(try await visitor.send(.put, "/idle", .object(["minutes": 30])).status == .ok)
            #expect(try await visitor.send(.put, "/idle", .object(["minutes": 121])).status == .badRequest)
            world.clock.advance(minutes: 29)
            #expect(try await visitor.send(.get, "/devices").status == .ok, "use keeps it open")
            world.clock.advance(minutes: 29)
            #expect(try await visitor.send(.get, "/session").status == .ok, "looking does not")
            world.clock.advance(minutes: 1)
            #expect(try await visitor.send(.get, "/session").code == "locked")
            #expect(try await world.shares() == 0)
            let (again, reply) = try await world.login(ring, by: ring.wayKit) { $0["resume"] = .string(visitor.token) }
            #expect(reply.status == .ok)
            #expect(try reply.value["session"]?["id"] == before["session"]?["id"])
            #expect(try reply.value["share"] != before["share"])
            #expect(try await visitor.send(.get, "/session").code == "sign_in_needed")
            #expect(try await again.send(.post, "/lock", .object([:])).status == .ok)
            #expect(try await again.send(.get, "/devices").code == "locked")
            world.clock.advance(hours: 12)
            #expect(try await again.send(.get, "/session").code == "sign_in_needed")
        }
    }

    @Test("A rest that nobody comes back from is noticed by the outbox", arguments: TestDatabase.engines)
    func restUnseen(engine: DatabaseEngine) async throws {
        try await withRoom(engine) { world in
            _ = try await world.withKeys(world.demo.person(.client).person)
            #expect(try await world.shares() == 1)
            world.clock.advance(minutes: 16)
            _ = try await world.visitors.site.outbox.drain()
            #expect(try await world.shares() == 0)
        }
    }
}
