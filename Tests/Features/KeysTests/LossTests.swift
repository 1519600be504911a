// SPDX-License-Identifier: EUPL-1.2

import App
import HTTPTypes
import Kernel
import SQL
import Seal
import TestSupport
import Testing

@Suite("Losing and finding the way in")
struct LossTests {
    @Test("The kit alone waits a day, tells, and then lets new ways be put", arguments: TestDatabase.engines)
    func recovery(engine: DatabaseEngine) async throws {
        try await withRoom(engine) { world in
            let person = world.demo.person(.practitioner).person
            let (device, ring) = try await world.withKeys(person, passphrase: "forgotten soon")
            let (lost, reply) = try await world.login(ring, by: ring.wayKit, purpose: .recover)
            #expect(reply.status == .ok)
            #expect(try reply.value["slots"] == nil && reply.value["bundle"] == nil)
            #expect(try reply.value["session"]?["recovery"]?["open"]?.boolean == false)
            #expect(try await lost.send(.get, "/slots").code == "waiting")
            #expect(try await lost.send(.get, "/recoveries").code == "strength", "it cannot approve itself")
            let told = try await device.send(.get, "/session").value["session"]?["recovery"]
            #expect(told?["may"]?.items.compactMap(\.string) == ["approve", "stop"])
            world.clock.advance(hours: 23)
            let (soon, early) = try await world.login(ring, by: ring.wayKit, purpose: .recover)
            #expect(try early.value["slots"] == nil, "a second try does not begin anew, and is no sooner")
            #expect(try await soon.send(.get, "/slots").code == "waiting")
            world.clock.advance(hours: 1)
            let (open, late) = try await world.login(ring, by: ring.wayKit, purpose: .recover)
            #expect(try late.value["slots"]?.items.count == 2)
            let about = Slot.About(
                pool: ring.pool, user: ring.user, epoch: 1,
                params: .passphrase(ring.stretching, hasPassphrase: true))
            let stretched = try ring.stretching.stretch("a new one", pool: ring.pool, user: ring.user)
            let way = try Way.passphrase(accountKey: Way.accountKey(ring.kit), stretched: stretched)
            let put: CanonicalValue = .object([
                "epoch": 1, "remove": .array([]),
                "put": .array([
                    .object([
                        "auth_pk": CanonicalValue(way.auth.publicKey),
                        "slot": try Slot(sealing: ring.userKey, by: way, about: about).value,
                    ])
                ]),
            ])
            let changed = try await open.send(.put, "/slots", put)
            #expect(changed.status == .ok, "\(changed.text)")
            #expect(try changed.value["session"]?["recovery"] == nil)
            #expect(try await world.login(ring, by: way).1.status == .ok)
            #expect(try await open.send(.get, "/devices").status == .ok, "the sign-in holds keys now")
        }
    }

    @Test("Another device opens a recovery at once, or stops it", arguments: TestDatabase.engines)
    func approval(engine: DatabaseEngine) async throws {
        try await withRoom(engine) { world in
            let (client, practitioner) = try await world.pair()
            let (device, ring) = try await world.withKeys(practitioner, passphrase: "forgotten soon")
            let (peer, peerRing) = try await world.withKeys(client)
            let (stranger, _) = try await world.withKeys(world.demo.person(.administrator).person)
            let (lost, _) = try await world.login(ring, by: ring.wayKit, purpose: .recover)
            let id = try await device.send(.get, "/recoveries").value.items.first?["id"]?.string ?? ""
            #expect(try await stranger.send(.post, "/recoveries/\(id)/approve", .object([:])).status == .notFound)
            #expect(try await peer.send(.post, "/recoveries/\(id)/stop", .object([:])).status == .notFound)
            #expect(try await device.send(.post, "/recoveries/\(id)/stop", .object([:])).status == .ok)
            world.clock.advance(hours: 25)
            #expect(try await lost.send(.get, "/slots").status != .ok, "what was stopped never opens")
            let (again, _) = try await world.login(ring, by: ring.wayKit, purpose: .recover)
            let (next, _) = try await world.login(peerRing, by: peerRing.wayKit)
            let open = try await next.send(.get, "/recoveries").value.items
            #expect(open.count == 1 && open.first?["user"]?.string == practitioner.text)
            let second = open.first?["id"]?.string ?? ""
            #expect(try await next.send(.post, "/recoveries/\(second)/approve", .object([:])).status == .ok)
            #expect(try await again.send(.get, "/slots").status == .ok)
        }
    }

    @Test(
        "A reset takes those who vouch and three days, and opens nothing of before (attack test 46)",
        arguments: TestDatabase.engines)
    func reset(engine: DatabaseEngine) async throws {
        try await withRoom(engine) { world in
            let (client, practitioner) = try await world.pair()
            let (_, old) = try await world.withKeys(client)
            let (_, vouching) = try await world.withKeys(practitioner)
            let (lost, _) = try await world.arrive(client)
            let begun = try await lost.send(.post, "/resets", .object([:]))
            #expect(begun.status == .ok, "\(begun.text)")
            #expect(try await lost.send(.post, "/resets", .object([:])).code == "exists")
            let id = try begun.value["id"]?.string ?? ""
            let attester = try #require(try begun.value["attesters"]?.items.first)
            #expect(attester["user"]?.string == practitioner.text)
            #expect(try begun.value["needed"]?.integer == 1)
            var fresh = try Keyring(pool: old.pool, user: old.user, ids: world.ids)
            (fresh.seq, fresh.epoch) = (2, try begun.value["epoch"]?.integer ?? 0)
            fresh.prev = try await world.digest(of: client, lost)
            let holder = KeyHolder(user: practitioner.text, k: 1)
            world.clock.advance(seconds: 1)
            let statement = try fresh.statement(
                .reset, at: lost.now, seen: try await world.point(lost), attesters: [holder])
            let body: CanonicalValue = .object([
                "bundle": try fresh.bundle(), "kit_kept": true, "slots": try fresh.slots(), "statement": statement,
            ])
            let direct = try await lost.send(.post, "/keys", body)
            #expect(direct.status.code >= 400, "never without those who vouch")
            #expect(try await lost.send(.put, "/resets/\(id)/keys", body).status == .ok)
            #expect(try await lost.send(.post, "/resets/\(id)/finish", .object([:])).code == "waiting")
            let (peer, _) = try await world.login(vouching, by: vouching.wayKit)
            let listed = try #require(try await peer.send(.get, "/resets").value.items.first)
            #expect(listed["may"]?.items.compactMap(\.string) == ["attest"])
            let payload = try Statement(try statement.serialised(), kind: .keys).value
            let wrong = try CanonicalParser.object(try Statement.sign(.keys, payload, by: [fresh.sign]))
            let path = "/resets/\(id)/attestations"
            #expect(try await peer.send(.post, path, .object(["statement": wrong])).code == "refused")
            let signed = try CanonicalParser.object(try Statement.sign(.keys, payload, by: [vouching.sign]))
            #expect(try await peer.send(.post, path, .object(["statement": signed])).status == .ok)
            world.clock.advance(hours: 71)
            let (early, _) = try await world.arrive(client)
            #expect(try await early.send(.post, "/resets/\(id)/finish", .object([:])).code == "waiting")
            world.clock.advance(hours: 1)
            let (back, _) = try await world.arrive(client)
            let done = try await back.send(.post, "/resets/\(id)/finish", .object([:]))
            #expect(done.status == .ok, "\(done.text)")
            var directory = KeyDirectory(pool: old.pool)
            let log = try await back.send(.get, "/log/entries").body.split(separator: UInt8(ascii: "\n"))
            for line in log { try directory.admit(leaf: Array(line)) }
            #expect(directory.current(old.user)?.keys.reason == .reset, "loud: everybody reads it")
            #expect(try await world.login(old, by: old.wayKit).1.code == "login")
            let (_, now) = try await world.login(fresh, by: fresh.wayKit)
            #expect(now.status == .ok)
            let slot = try #require(
                try now.value["slots"]?.items.first { $0["slot"]?["kind"]?.string == "kit" }?["slot"])
            #expect(throws: SealError.self) { try Slot(slot).open(by: old.wayKit, pool: old.pool, user: old.user) }
        }
    }

    @Test(
        "An administrator can begin a reset and no more; whoever has the keys stops it", arguments: TestDatabase.engines
    )
    func administrator(engine: DatabaseEngine) async throws {
        try await withRoom(engine) { world in
            let person = world.demo.person(.panel).person
            let (device, ring) = try await world.withKeys(person)
            let browser = world.visitors.browser()
            try await world.demo.enter(browser, as: .administrator)
            try await browser.get("/people/\(person)/reset")
            try await browser.press("Start new keys")
            #expect(browser.page.status == .ok && browser.page.html.contains("This has been started"))
            #expect(try await device.send(.get, "/slots").status == .ok, "nothing has changed for them")
            let reset = try await device.send(.get, "/session").value["session"]?["reset"]
            #expect(reset?["may"]?.items.compactMap(\.string) == ["stop"])
            let id = reset?["id"]?.string ?? ""
            let (steward, _) = try await world.withKeys(world.demo.person(.administrator).person)
            #expect(try await steward.send(.post, "/resets/\(id)/stop", .object([:])).status == .notFound)
            #expect(try await steward.send(.post, "/resets/\(id)/finish", .object([:])).code == "strength")
            #expect(try await device.send(.post, "/resets/\(id)/stop", .object([:])).status == .ok)
            #expect(try await world.login(ring, by: ring.wayKit).1.status == .ok)
            let lead = world.visitors.browser()
            try await world.demo.enter(lead, as: .client)
            #expect(try await lead.get("/people/\(person)/reset").status == .notFound)
        }
    }
}

extension RoomWorld {
    /// The hash of somebody's newest statement, as a device finds it in the log.
    func digest(of person: PersonID, _ visitor: RoomVisitor) async throws -> Bytes {
        var directory = KeyDirectory(pool: try await pool)
        let log = try await visitor.send(.get, "/log/entries").body
        for line in log.split(separator: UInt8(ascii: "\n")) { try directory.admit(leaf: Array(line)) }
        return directory.current(person.text)?.hash ?? []
    }
}
