// SPDX-License-Identifier: EUPL-1.2

import Kernel
import SQL
import Seal
import Web

/// Somebody who can vouch, with their newest keys.
struct Attester: Sendable {
    let person: PersonID
    let name: String
    let seq: Int
    let signKey: Bytes

    init(_ row: Row) throws {
        person = try row.id("id")
        name = try row.text("given_name") + " " + (try row.text("family_name"))
        seq = try row.int("seq")
        signKey = try Seal.Base64URL.bytes(try row.text("sign_key"), count: 32)
    }

    var value: CanonicalValue {
        .object(["k": .integer(seq), "name": .plain(name), "user": .string(person.text)])
    }

    /// The other side of the person's engagements; where there is none, administrators who did not begin it.
    static func list(for person: PersonID, startedBy: PersonID, pool: PoolID, in reader: Reader) throws -> [Attester] {
        let others = try reader.rows(ResetSQL.counterparts, pool, person).map(Attester.init)
        if !others.isEmpty { return others }
        return try reader.rows(ResetSQL.administrators, pool, person, startedBy).map(Attester.init)
    }
}

/// A reset that is under way (T of `docs/room-api.md`, 11).
struct OpenReset: Sendable {
    let id: ResetID
    let person: PersonID
    let name: String
    let started: Timestamp
    let due: Timestamp
    let needed: Int
    let pending: PendingKeys?
    let attesters: [Attester]
    /// Signatures by who gave them.
    let attestations: [PersonID: Bytes]
    private let nextEpoch: Int

    private init(_ row: Row, pool: PoolID, in reader: Reader) throws {
        let (id, person): (ResetID, PersonID) = (try row.id("id"), try row.id("person_id"))
        self.id = id
        self.person = person
        name = try row.text("given_name") + " " + (try row.text("family_name"))
        started = try row.time("started_at")
        due = try row.time("due_at")
        needed = try row.int("needed")
        if case .bytes(let bytes) = try row.value("pending") {
            pending = try PendingKeys(stored: bytes, pool: pool, person: person, now: started)
        } else {
            pending = nil
        }
        attesters = try Attester.list(
            for: person, startedBy: try row.id("started_by"), pool: pool, in: reader)
        let given = try reader.rows(ResetSQL.attestations, pool, id).map { row -> (PersonID, Bytes) in
            (try row.id("person_id"), try Seal.Base64URL.bytes(try row.text("signature"), count: 64))
        }
        attestations = Dictionary(given) { first, _ in first }
        nextEpoch = (try reader.first(SlotSQL.bundle, pool, person)?.int("epoch") ?? 0) + 1
    }

    static func own(of signIn: RoomSignIn, now: Timestamp, in reader: Reader) throws -> OpenResetView? {
        try reader.first(ResetSQL.open, signIn.pool, signIn.person).map { row in
            try OpenReset(row, pool: signIn.pool, in: reader).view(for: signIn, now: now)
        }
    }

    /// - Throws: `KeysError.notFound` for one that is over, and for whom it is nothing to.
    static func find(_ id: ResetID, for signIn: RoomSignIn, now: Timestamp, in reader: Reader) throws -> OpenReset {
        guard let row = try reader.first(ResetSQL.find, signIn.pool, id) else { throw KeysError.notFound }
        let reset = try OpenReset(row, pool: signIn.pool, in: reader)
        let isParty = reset.person == signIn.person || reset.attesters.contains { $0.person == signIn.person }
        guard isParty else { throw KeysError.notFound }
        return reset
    }

    /// Their own, and those that they could vouch for.
    static func list(for signIn: RoomSignIn, now: Timestamp, in reader: Reader) throws -> [OpenResetView] {
        let own = try reader.first(ResetSQL.open, signIn.pool, signIn.person).map { [$0] } ?? []
        let others =
            try reader.rows(ResetSQL.ofOthers, signIn.pool, signIn.person)
            + reader.rows(ResetSQL.all, signIn.pool, signIn.person, now.day)
        var seen: Set<String> = []
        return try (own + others).compactMap { row in
            let id: ResetID = try row.id("id")
            guard seen.insert(id.text).inserted else { return nil }
            guard let reset = try? find(id, for: signIn, now: now, in: reader) else { return nil }  // not theirs
            return reset.view(for: signIn, now: now)
        }
    }

    /// Whether everything is there but the time.
    var isAttested: Bool {
        guard let pending else { return false }
        return pending.admit.keys.attesters.allSatisfy { attestations[PersonID(stored: $0.user)] != nil }
    }

    func view(for signIn: RoomSignIn, now: Timestamp) -> OpenResetView {
        var may: [String] = []
        if signIn.person == person {
            if signIn.strength == .keys { may.append("stop") }
            if signIn.strength == .link, now >= due, isAttested { may.append("finish") }
        } else if let pending, pending.admit.keys.attesters.contains(where: { $0.user == signIn.person.text }),
            attestations[signIn.person] == nil
        {
            may.append("attest")
        }
        return OpenResetView(reset: self, may: may, epoch: nextEpoch)
    }
}

struct OpenResetView: Sendable {
    let reset: OpenReset
    let may: [String]
    let epoch: Int

    var value: CanonicalValue {
        var members: [String: CanonicalValue] = [
            "attested": .array(reset.attestations.keys.map(\.text).sorted().map { .string($0) }),
            "attesters": .array(reset.attesters.map(\.value)), "due": .integer(reset.due.seconds),
            "epoch": .integer(epoch), "id": .string(reset.id.text), "may": .array(may.map { .string($0) }),
            "name": .plain(reset.name), "needed": .integer(reset.needed), "started": .integer(reset.started.seconds),
            "user": .string(reset.person.text),
        ]
        members["statement"] = reset.pending?.carrier
        return .object(members)
    }
}
