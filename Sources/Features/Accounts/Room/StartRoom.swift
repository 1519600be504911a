// SPDX-License-Identifier: EUPL-1.2

import Journal
package import Kernel
package import SQL
package import Web

/// Opens the room in a sign-in: a new token, bound to a key that stays on the device, and a new share. What was there of the
/// room in this sign-in before is over.
package struct StartRoom: Sendable {
    /// What the device is told, once; of the token only a hash is stored.
    package struct Opened: Sendable {
        package let signIn: RoomSignIn
        package let token: String
        package let share: [UInt8]
    }

    static let usualIdleMinutes = 15
    static let absoluteHours = 12

    private let pool: PoolID
    private let now: Timestamp
    private let proofKey: [UInt8]
    private let token: String
    private let share: [UInt8]
    private let id: RoomSignInID
    private let signIn: SignInID
    private let cookieHash: String
    private let rest: OutboxID
    private let entry: JournalID

    package init(pool: PoolID, proofKey: [UInt8], now: Timestamp, ids: any IDSource) {
        self.pool = pool
        self.now = now
        self.proofKey = proofKey
        token = ids.secret()
        share = ids.bytes(32)
        id = ids.id()
        signIn = ids.id()
        // A cookie that nobody holds until the room hands over.
        cookieHash = Base64URL.encode(ids.bytes(32))
        rest = ids.id()
        entry = ids.id()
    }

    /// In the sign-in of a code from the pool's pages.
    ///
    /// - Returns: `nil` for a code that is wrong, used or too old, and for a sign-in that is over.
    package func arrive(code: String, in transaction: Transaction) throws -> Opened? {
        guard let hash = SignInToken.hash(code),
            let row = try transaction.first(RoomSignInSQL.takeCode, pool, hash, RoomCodeWay.toRoom.rawValue),
            now < (try row.time("expires_at"))
        else { return nil }
        return try resume(try row.id("sign_in_id"), person: nil, strength: .link, in: transaction)
    }

    /// For somebody who showed a way to their keys: in the sign-in that a token names, if it is theirs and lives, else in a new one.
    package func enter(
        _ person: PersonID, strength: RoomStrength, resuming old: String?, device: Device, isShared: Bool,
        in transaction: Transaction
    ) throws -> Opened {
        if let hash = old.flatMap(SignInToken.hash), let row = try transaction.first(RoomSignInSQL.find, pool, hash),
            let opened = try resume(try row.id("sign_in_id"), person: person, strength: strength, in: transaction)
        {
            return opened
        }
        let idle = try idleMinutes(of: person, isShared: isShared, in: transaction)
        let expires = now.adding(hours: Self.absoluteHours)
        try transaction.run(
            SignInSQL.start, pool, signIn, cookieHash, person, device.code, isShared, idle, now, expires)
        _ = try transaction.run(SignInSQL.arrive, pool, person, now)
        try record(
            in: transaction, pool: pool, at: now, id: entry, actor: JournalActor(person), AccountsAction.signedIn,
            on: signIn)
        return try open(
            signIn, person: person, strength: strength, idle: idle, isShared: isShared, expires: expires,
            in: transaction)
    }

    private func resume(
        _ signIn: SignInID, person: PersonID?, strength: RoomStrength, in transaction: Transaction
    ) throws -> Opened? {
        guard let row = try transaction.first(RoomSignInSQL.signIn, pool, signIn) else { return nil }
        let (owner, expires): (PersonID, Timestamp) = (try row.id("person_id"), try row.time("expires_at"))
        guard now < expires, person == nil || person == owner else { return nil }
        let isShared = try row.bool("is_shared_device")
        let idle = try idleMinutes(of: owner, isShared: isShared, in: transaction)
        try transaction.run(SignInSQL.seen, pool, signIn, now)
        return try open(
            signIn, person: owner, strength: strength, idle: idle, isShared: isShared, expires: expires,
            in: transaction)
    }

    private func open(
        _ signIn: SignInID, person: PersonID, strength: RoomStrength, idle: Int, isShared: Bool, expires: Timestamp,
        in transaction: Transaction
    ) throws -> Opened {
        try transaction.run(RoomSignInSQL.replace, pool, signIn, now)
        try transaction.run(RoomSignInSQL.dropShare, pool, signIn)
        try transaction.run(
            RoomSignInSQL.start, pool, id, signIn, SignInToken.hash(token), Base64URL.encode(proofKey),
            strength.rawValue, idle, now)
        try transaction.run(RoomSignInSQL.keepShare, pool, signIn, share)
        try Outbox.add(
            in: transaction, pool: pool, at: now, id: rest, kind: RoomRestWork.rest, once: [id], subject: id,
            due: now.adding(minutes: idle))
        let opened = RoomSignIn(
            id: signIn, pool: pool, person: person, strength: strength, proofKey: proofKey, isLocked: false,
            isShared: isShared, idleMinutes: idle, seen: now, expires: expires)
        return Opened(signIn: opened, token: token, share: share)
    }

    private func idleMinutes(of person: PersonID, isShared: Bool, in reader: Reader) throws -> Int {
        let chosen = try reader.first(RoomSignInSQL.idle, pool, person)?.int("minutes") ?? Self.usualIdleMinutes
        return isShared ? min(chosen, Enter.sharedIdleMinutes) : chosen
    }
}
