// SPDX-License-Identifier: EUPL-1.2

import Kernel
import SQL
import Seal
import Web

/// A check by phone as one side sees it (K of `docs/room-api.md`, 9): the other's commitment at once, what it stands for once they
/// have sent it.
struct PhoneRelay: Sendable {
    let id: CheckID
    let peer: PersonID
    let isFirst: Bool
    let isComplete: Bool
    private let commitment: String?
    private let reveal: String?
    private let expires: Timestamp

    private init(_ row: Row, for person: PersonID) throws {
        id = try row.id("id")
        let (first, second): (PersonID, PersonID) = (try row.id("first_id"), try row.id("second_id"))
        isFirst = first == person
        peer = isFirst ? second : first
        let joined = try row.optionalText("second_commitment")
        isComplete = joined != nil
        commitment = isFirst ? joined : try row.text("first_commitment")
        reveal = try row.optionalText(isFirst ? "second_reveal" : "first_reveal")
        expires = try row.time("expires_at")
    }

    static func list(for signIn: RoomSignIn, now: Timestamp, in reader: Reader) throws -> [PhoneRelay] {
        try reader.rows(PeopleSQL.checks, signIn.pool, signIn.person, now).map {
            try PhoneRelay($0, for: signIn.person)
        }
    }

    /// - Throws: `KeysError.notFound`.
    static func find(_ id: CheckID, for signIn: RoomSignIn, now: Timestamp, in reader: Reader) throws -> PhoneRelay {
        guard let found = try list(for: signIn, now: now, in: reader).first(where: { $0.id == id }) else {
            throw KeysError.notFound
        }
        return found
    }

    var value: CanonicalValue {
        var members: [String: CanonicalValue] = [
            "ends": .integer(expires.seconds), "id": .string(id.text), "peer": .string(peer.text),
        ]
        members["commitment"] = commitment.map { .string($0) }
        members["secret"] = reveal.map { .string($0) }
        return .object(members)
    }
}

/// Opens a check by phone, or joins the one that the other side opened.
struct OpenPhoneCheck: Sendable {
    let signIn: RoomSignIn
    let peer: PersonID
    let commitment: Bytes
    let now: Timestamp
    let id: CheckID

    /// - Throws: `KeysError.notFound` for somebody who shares no engagement with the person.
    func run(in transaction: Transaction) throws -> CanonicalValue {
        let pool = signIn.pool
        guard try transaction.first(PeopleSQL.isKnown, pool, signIn.person, peer) != nil else {
            throw KeysError.notFound
        }
        let text = Seal.Base64URL.text(commitment)
        let open = try PhoneRelay.list(for: signIn, now: now, in: transaction).filter { $0.peer == peer }
        if let theirs = open.first(where: { !$0.isFirst && !$0.isComplete }) {
            guard try transaction.first(PeopleSQL.joinCheck, pool, theirs.id, text) != nil else {
                throw KeysError.stale
            }
            return try PhoneRelay.find(theirs.id, for: signIn, now: now, in: transaction).value
        }
        try transaction.run(PeopleSQL.forgetChecks, pool, signIn.person, now)
        try transaction.run(
            PeopleSQL.addCheck, pool, id, signIn.person, peer, text, now.adding(minutes: KeysTimes.checkMinutes))
        return try PhoneRelay.find(id, for: signIn, now: now, in: transaction).value
    }
}
