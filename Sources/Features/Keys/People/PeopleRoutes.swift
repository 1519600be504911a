// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Kernel
import SQL
import Seal
import Web

/// Other people's keys: who they are, comparing, invitations; and what the server sees of oneself.
struct PeopleRoutes: Sendable {
    private static let figures = [
        "roles", "sign_ins", "devices", "keys", "slots", "verifications", "requests", "engagements", "journal",
        "invitations",
    ]

    let desk: KeysDesk

    func add(to routes: Routes) {
        routes.room(.get, "/people", for: AnyRoom.self) { call in
            let signIn = call.who.signIn
            let people = try await desk.database.read { reader -> [CanonicalValue] in
                let own = try reader.rows(SessionSQL.person, signIn.pool, signIn.person).map { row in
                    Self.person(try Self.name(row), "self", signIn.person)
                }
                return try own
                    + reader.rows(PeopleSQL.known, signIn.pool, signIn.person).map { row in
                        Self.person(try Self.name(row), try row.text("role"), try row.id("id"))
                    }
            }
            return .value(.list(people))
        }
        routes.room(.post, "/verifications", for: KeysRoom.self) { call in
            let statement = try call.fields("statement")["statement"]
            let verify = try Verify(statement, call.who.signIn, now: call.now, ids: desk.ids)
            return try await Once(call).run(in: desk.database) { try verify.run(in: $0) }
        }
        routes.room(.get, "/verifications", for: KeysRoom.self) { call in
            let own = try await desk.database.read { reader in
                try reader.rows(PeopleSQL.verifications, call.who.pool, call.who.person).map { row -> CanonicalValue in
                    .object(["statement": try CanonicalParser.object(try row.bytes("statement"))])
                }
            }
            return .value(.list(own))
        }
        addChecks(to: routes)
        addInvitations(to: routes)
        routes.room(.get, "/privacy", for: AnyRoom.self) { call in
            let signIn = call.who.signIn
            let row = try await desk.database.read {
                try $0.first(PeopleSQL.figures, signIn.pool, signIn.person, call.now)
            }
            guard let row else { throw RoomRefusal.signInNeeded }
            let items = try Self.figures.map { code -> CanonicalValue in
                .object(["code": .string(code), "count": .integer(try row.int(code))])
            }
            return .value(
                .object([
                    "hosted_by": .string(call.visit.hostedBy),
                    "items": .array([.object(["code": "account", "count": 1])] + items), "witnessed": false,
                ]))
        }
    }

    private func addChecks(to routes: Routes) {
        routes.room(.post, "/checks", for: KeysRoom.self) { call in
            let fields = try call.fields("commitment peer")
            guard let commitment = try? fields.bytes("commitment", count: 32), let peer = try? fields.id("peer") else {
                throw RoomRefusal.unreadable
            }
            let open = OpenPhoneCheck(
                signIn: call.who.signIn, peer: PersonID(stored: peer), commitment: commitment, now: call.now,
                id: desk.ids.id())
            return try await Once(call).run(in: desk.database) { try open.run(in: $0) }
        }
        routes.room(.get, "/checks", for: KeysRoom.self, keepsOpen: false) { call in
            let list = try await desk.database.read {
                try PhoneRelay.list(for: call.who.signIn, now: call.now, in: $0)
            }
            return .value(.list(list.map(\.value)))
        }
        routes.room(.put, "/checks/:id/secret", for: KeysRoom.self) { call in
            let (signIn, now, id) = (call.who.signIn, call.now, try call.id("id", CheckKind.self))
            let fields = try call.fields("secret")
            guard let secret = try? fields.bytes("secret", count: 32) else { throw RoomRefusal.unreadable }
            return try await Once(call).run(in: desk.database) { transaction in
                let check = try PhoneRelay.find(id, for: signIn, now: now, in: transaction)
                guard check.isComplete else { throw KeysError.waiting }
                let text = Seal.Base64URL.text(secret)
                try transaction.run(
                    check.isFirst ? PeopleSQL.revealFirst : .revealSecond, signIn.pool, id, text)
                return try PhoneRelay.find(id, for: signIn, now: now, in: transaction).value
            }
        }
    }

    private func addInvitations(to routes: Routes) {
        routes.room(.post, "/invitations", for: KeysRoom.self) { call in
            let fields = try call.fields("peer")
            guard let peer = try? fields.id("peer") else { throw RoomRefusal.unreadable }
            let (signIn, now, id) = (call.who.signIn, call.now, desk.ids.id(KeyInvitationKind.self))
            return try await Once(call).run(in: desk.database) { transaction in
                guard
                    try transaction.first(PeopleSQL.isKnown, signIn.pool, signIn.person, PersonID(stored: peer)) != nil
                else { throw KeysError.notFound }
                try transaction.run(
                    PeopleSQL.invite, signIn.pool, id, signIn.person, PersonID(stored: peer), now)
                return .object(["id": .string(id.text)])
            }
        }
        routes.room(.post, "/invitations/:id/proof", for: KeysRoom.self) { call in
            let fields = try call.fields("proof")
            guard let bytes = try? fields.bytes("proof", count: 32) else { throw RoomRefusal.unreadable }
            let proof = InvitationProof(
                id: try call.id("id"), proof: bytes, person: call.who.person, pool: call.who.pool)
            return try await Once(call).run(in: desk.database) { transaction in
                try proof.keep(now: call.now, in: transaction)
                return .done
            }
        }
        routes.room(.get, "/invitations", for: KeysRoom.self) { call in
            let rows = try await desk.database.read {
                try $0.rows(PeopleSQL.invitations, call.who.pool, call.who.person)
            }
            return .value(.list(try rows.map(Self.invitation)))
        }
    }

    private static func invitation(_ row: Row) throws -> CanonicalValue {
        var members: [String: CanonicalValue] = [
            "id": .string(try row.text("id")), "made": .integer(try row.time("made_at").seconds),
            "peer": .string(try row.text("peer_id")),
        ]
        members["proof"] = try row.optionalText("proof").map { .string($0) }
        return .object(members)
    }

    private static func person(_ name: String, _ relation: String, _ id: PersonID) -> CanonicalValue {
        .object(["name": .plain(name), "relation": .string(relation), "user": .string(id.text)])
    }

    private static func name(_ row: Row) throws -> String {
        try row.text("given_name") + " " + (try row.text("family_name"))
    }
}
