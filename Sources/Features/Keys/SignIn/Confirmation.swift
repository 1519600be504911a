// SPDX-License-Identifier: EUPL-1.2

import Kernel
import SQL
import Seal
import Web

/// A `login.v1` with the key that is said to have signed it: what signing in and confirming have in common.
struct SignedLogin: Sendable {
    let kind: Way.Kind
    let key: Bytes
    let bytes: Bytes
    let user: String
    let nonce: String
    let purpose: Login.Purpose
    let proof: Bytes

    /// - Throws: `RoomRefusal.login` for anything that cannot be one.
    init(kind: String, key: CanonicalValue?, login: CanonicalValue?) throws {
        do {
            guard let login, let kind = Way.Kind(rawValue: kind), case .string(let keyText)? = key else {
                throw SealError.login
            }
            let bytes = try login.serialised()
            let statement = try Statement(bytes, kind: .login)
            let body = try Fields(statement.value, "at nonce origin pool proof purpose user", else: .login)
            guard let purpose = Login.Purpose(rawValue: try body.string("purpose")) else { throw SealError.login }
            self.kind = kind
            self.bytes = bytes
            self.purpose = purpose
            self.key = try Seal.Base64URL.bytes(keyText, count: 32)
            (user, nonce) = (try body.id("user"), try body.id("nonce"))
            proof = try body.bytes("proof", count: 32)
        } catch {
            throw RoomRefusal.login
        }
    }

    /// The way in whose key this is, verified; `nil` when anything is amiss. A person, way or key that is not there takes the same
    /// steps, with a key that never accepts (attack test 38).
    func verified(_ visit: RoomVisit, wayIn: Row?, unknown: UnknownPerson) throws -> Bool {
        let isKnown = try wayIn?.text("kind") == kind.rawValue
        let expected = Login.Expected(
            origin: visit.origin, pool: visit.site.id.text, user: user, nonce: nonce, purpose: purpose,
            now: visit.now.seconds)
        let holds = (try? Login.verify(bytes, expected, by: isKnown ? key : unknown.verifyingKey)) != nil
        return isKnown && holds
    }

    /// Takes its nonce away.
    ///
    /// - Throws: `RoomRefusal.login` for one that is not there or too old.
    func takeNonce(pool: PoolID, now: Timestamp, in transaction: Transaction) throws {
        guard let row = try transaction.first(SlotSQL.takeNonce, pool, nonce), now <= (try row.time("expires_at"))
        else { throw RoomRefusal.login }
    }
}

/// The person showed once more that a way in is theirs, before a weighty act (`docs/room-api.md`, 4).
struct Confirmation: Sendable {
    private let login: SignedLogin

    /// - Throws: `RoomRefusal.strength` where it is missing, `.login` where it does not hold.
    init(_ value: CanonicalValue?, for signIn: RoomSignIn) throws {
        guard let value else { throw RoomRefusal.strength }
        do {
            let fields = try Fields(value, "key kind login", else: .login)
            login = try SignedLogin(kind: try fields.string("kind"), key: fields["key"], login: fields["login"])
        } catch {
            throw RoomRefusal.login
        }
        guard login.purpose == .confirm, login.user == signIn.person.text, login.proof == signIn.proofKey else {
            throw RoomRefusal.login
        }
    }

    /// - Throws: `RoomRefusal.login`.
    func check(_ visit: RoomVisit, unknown: UnknownPerson, in transaction: Transaction) throws {
        let (pool, person) = (visit.site.id, PersonID(stored: login.user))
        let way = try transaction.first(SlotSQL.way, pool, person, Seal.Base64URL.text(login.key))
        guard try login.verified(visit, wayIn: way, unknown: unknown) else { throw RoomRefusal.login }
        try login.takeNonce(pool: pool, now: visit.now, in: transaction)
    }
}
