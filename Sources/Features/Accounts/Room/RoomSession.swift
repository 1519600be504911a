// SPDX-License-Identifier: EUPL-1.2

import Journal
package import Kernel
package import SQL
package import Web

/// What the room may do with the sign-in that it is in. Each runs in the caller's transaction.
package struct RoomSession: Sendable {
    private let signIn: RoomSignIn
    private let now: Timestamp
    private let entry: JournalID

    package init(_ signIn: RoomSignIn, now: Timestamp, ids: any IDSource) {
        self.signIn = signIn
        self.now = now
        entry = ids.id()
    }

    /// The share, `nil` once the room is locked.
    package static func share(of signIn: RoomSignIn, in reader: Reader) throws -> [UInt8]? {
        try reader.first(RoomSignInSQL.share, signIn.pool, signIn.id)?.bytes("share")
    }

    /// The room is shut; the sign-in stays.
    package func lock(in transaction: Transaction) throws {
        try transaction.run(RoomSignInSQL.end, signIn.pool, signIn.id, now, "locked")
        try transaction.run(RoomSignInSQL.dropShare, signIn.pool, signIn.id)
    }

    /// Ends the sign-in, or another one of the same person.
    package func end(_ other: SignInID? = nil, in transaction: Transaction) throws {
        let which = other ?? signIn.id
        let reason = which == signIn.id ? SignInEnd.signedOut : .signedOutElsewhere
        guard
            try transaction.first(SignInSQL.end, signIn.pool, which, signIn.person, now, reason.rawValue) != nil
        else { return }
        try transaction.run(RoomSignInSQL.dropShares, signIn.pool, signIn.person)
        try record(
            in: transaction, pool: signIn.pool, at: now, id: entry, actor: JournalActor(signIn.person),
            AccountsAction.signedOut, on: which)
    }

    /// Ends every sign-in of the person, and the links that are under way to them.
    package func endAll(in transaction: Transaction) throws {
        try transaction.run(
            SignInSQL.endAll, signIn.pool, signIn.person, now, SignInEnd.signedOutElsewhere.rawValue)
        try transaction.run(RoomSignInSQL.dropShares, signIn.pool, signIn.person)
        for purpose in [LinkPurpose.asked, .code] {
            try transaction.run(
                LinkSQL.endOthers, signIn.pool, signIn.person, purpose.rawValue, "", now, LinkEnd.cancelled.rawValue)
        }
        try record(
            in: transaction, pool: signIn.pool, at: now, id: entry, actor: JournalActor(signIn.person),
            AccountsAction.signedOutEverywhere, on: signIn.person)
    }

    /// Ends every other sign-in of the person.
    package func endOthers(in transaction: Transaction) throws {
        try transaction.run(RoomSignInSQL.endOthers, signIn.pool, signIn.person, signIn.id, now)
        try transaction.run(RoomSignInSQL.dropShares, signIn.pool, signIn.person)
    }

    /// From now on and for coming sign-ins.
    package func setIdle(_ minutes: Int, in transaction: Transaction) throws {
        try transaction.run(RoomSignInSQL.setIdle, signIn.pool, signIn.person, minutes, now)
        let here = signIn.isShared ? min(minutes, Enter.sharedIdleMinutes) : minutes
        try transaction.run(RoomSignInSQL.setIdleNow, signIn.pool, signIn.id, here)
    }

    /// The person has shown in this sign-in that the keys are theirs.
    package func strengthen(in transaction: Transaction) throws {
        try transaction.run(RoomSignInSQL.strengthen, signIn.pool, signIn.id)
    }
}

/// An open sign-in as the list of devices shows it.
package struct RoomDevice: Sendable {
    package let id: SignInID
    package let device: String
    package let isShared: Bool
    package let hasRoom: Bool
    package let started: Timestamp
    package let seen: Timestamp

    package static func list(of signIn: RoomSignIn, now: Timestamp, in reader: Reader) throws -> [RoomDevice] {
        try reader.rows(RoomSignInSQL.devices, signIn.pool, signIn.person, now).map { row in
            RoomDevice(
                id: try row.id("id"), device: Device(code: try row.text("device")).code,
                isShared: try row.bool("is_shared_device"), hasRoom: try row.bool("has_room"),
                started: try row.time("started_at"), seen: try row.time("seen_at"))
        }
    }
}
