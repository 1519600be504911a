// SPDX-License-Identifier: EUPL-1.2

import App
import HTTPTypes
import Kernel
import SQL
import Seal
import TestSupport
import Testing

@Suite("Other people's keys")
struct PeopleTests {
    @Test("Two people who work together check by phone and sign that it held", arguments: TestDatabase.engines)
    func together(engine: DatabaseEngine) async throws {
        try await withRoom(engine) { world in
            let (client, practitioner) = try await world.pair()
            let (one, oneRing) = try await world.withKeys(client)
            let (two, twoRing) = try await world.withKeys(practitioner)
            let known = try await one.send(.get, "/people").value.items
            #expect(
                known.contains { $0["user"]?.string == practitioner.text && $0["relation"]?.string == "practitioner" })
            #expect(known.contains { $0["user"]?.string == client.text && $0["relation"]?.string == "self" })
            let secrets = (world.ids.bytes(32), world.ids.bytes(32))
            func open(_ visitor: RoomVisitor, _ secret: Bytes, _ peer: PersonID) async throws -> Reply {
                try await visitor.send(
                    .post, "/checks",
                    .object(["commitment": CanonicalValue(sha256(secret)), "peer": .string(peer.text)]))
            }
            let first = try await open(one, secrets.0, practitioner)
            let id = try first.value["id"]?.string ?? ""
            let early = try await one.send(
                .put, "/checks/\(id)/secret", .object(["secret": CanonicalValue(secrets.0)]))
            #expect(early.code == "waiting", "nothing is shown before both are bound")
            #expect(try await open(two, secrets.1, client).value["id"]?.string == id)
            _ = try await one.send(.put, "/checks/\(id)/secret", .object(["secret": CanonicalValue(secrets.0)]))
            let seen = try #require(try await two.send(.get, "/checks").value.items.first)
            #expect(
                seen["commitment"] == CanonicalValue(sha256(secrets.0)) && seen["secret"] == CanonicalValue(secrets.0))
            let mine = try #require(try await one.send(.get, "/checks").value.items.first)
            #expect(mine["secret"] == nil)
            let statement = Verification(
                pool: oneRing.pool, holder: KeyHolder(user: client.text, k: 1),
                peer: KeyHolder(user: practitioner.text, k: 1), peerHash: try await world.digest(of: practitioner, one),
                at: one.now, seen: try await world.point(one))
            let good = try CanonicalParser.object(try Statement.sign(.verify, statement.value, by: [oneRing.sign]))
            let bad = try CanonicalParser.object(try Statement.sign(.verify, statement.value, by: [twoRing.sign]))
            #expect(try await one.send(.post, "/verifications", .object(["statement": bad])).code == "refused")
            #expect(try await two.send(.post, "/verifications", .object(["statement": good])).code == "refused")
            #expect(try await one.send(.post, "/verifications", .object(["statement": good])).status == .ok)
            #expect(try await one.send(.get, "/verifications").value.items.map { $0["statement"] } == [good])
            let invited = try await two.send(.post, "/invitations", .object(["peer": .string(client.text)]))
            let invitation = try invited.value["id"]?.string ?? ""
            let proof: CanonicalValue = .object(["proof": CanonicalValue(sha256([7]))])
            #expect(try await two.send(.post, "/invitations/\(invitation)/proof", proof).status == .notFound)
            #expect(try await one.send(.post, "/invitations/\(invitation)/proof", proof).status == .ok)
            #expect(try await one.send(.post, "/invitations/\(invitation)/proof", proof).status == .notFound, "once")
            #expect(try await two.send(.get, "/invitations").value.items.first?["proof"] == CanonicalValue(sha256([7])))
            let figures = try await one.send(.get, "/privacy").value
            let count = figures.items.first { $0["code"]?.string == "verifications" }?["count"]?.integer
            #expect(count == 1 && figures["witnessed"]?.boolean == false && figures["hosted_by"]?.string == "operator")
        }
    }

    @Test("Somebody who shares no work with a person cannot open a check or invite", arguments: TestDatabase.engines)
    func strangers(engine: DatabaseEngine) async throws {
        try await withRoom(engine) { world in
            let (one, _) = try await world.withKeys(world.demo.person(.administrator).person)
            let peer: CanonicalValue = .string(world.demo.person(.panel).person.text)
            let check: CanonicalValue = .object(["commitment": CanonicalValue(sha256([1])), "peer": peer])
            #expect(try await one.send(.post, "/checks", check).status == .notFound)
            #expect(try await one.send(.post, "/invitations", .object(["peer": peer])).status == .notFound)
            #expect(try await one.send(.get, "/people").value.items.count == 1)
        }
    }
}
