// SPDX-License-Identifier: EUPL-1.2

import Journal
import Kernel
import SQL
import Web

/// One of somebody's sign-ins that is not over.
struct OpenSignIn: Sendable {
    let id: SignInID
    let device: Device
    let isShared: Bool
    let started: Timestamp
    let seen: Timestamp

    /// Theirs, newest first, without those that have rested too long.
    static func list(of viewer: Viewer, now: Timestamp, in reader: Reader) throws -> [OpenSignIn] {
        try reader.rows(SignInSQL.open, viewer.pool, viewer.person, now).compactMap { row in
            let seen = try row.time("seen_at")
            guard now < seen.adding(minutes: try row.int("idle_minutes")) else { return nil }
            return OpenSignIn(
                id: try row.id("id"), device: Device(code: try row.text("device")),
                isShared: try row.bool("is_shared_device"),
                started: try row.time("started_at"), seen: seen)
        }
    }
}

/// Somebody ends one of their sign-ins: this one, or one on another device.
struct SignOut: Sendable {
    let viewer: Viewer
    let signIn: SignInID
    let now: Timestamp
    private let entry: JournalID

    init(_ viewer: Viewer, _ signIn: SignInID, now: Timestamp, ids: any IDSource) {
        self.viewer = viewer
        self.signIn = signIn
        self.now = now
        entry = ids.id()
    }

    /// What is over already, and what is somebody else's, stays as it is.
    func run(in database: any Database) async throws {
        let reason = signIn == viewer.signIn ? SignInEnd.signedOut : .signedOutElsewhere
        try await database.write { transaction in
            let ended = try transaction.first(SignInSQL.end, viewer.pool, signIn, viewer.person, now, reason.rawValue)
            guard ended != nil else { return }
            try transaction.run(RoomSignInSQL.dropShares, viewer.pool, viewer.person)
            try record(
                in: transaction, pool: viewer.pool, at: now, id: entry, actor: JournalActor(viewer.person),
                AccountsAction.signedOut, on: signIn)
        }
    }
}

/// Somebody ends all their sign-ins, and the links that are under way to them with it.
struct SignOutEverywhere: Sendable {
    let viewer: Viewer
    let now: Timestamp
    private let entry: JournalID

    init(_ viewer: Viewer, now: Timestamp, ids: any IDSource) {
        self.viewer = viewer
        self.now = now
        entry = ids.id()
    }

    func run(in database: any Database) async throws {
        try await database.write { transaction in
            try transaction.run(
                SignInSQL.endAll, viewer.pool, viewer.person, now, SignInEnd.signedOutElsewhere.rawValue)
            try transaction.run(RoomSignInSQL.dropShares, viewer.pool, viewer.person)
            for purpose in [LinkPurpose.asked, .code] {
                try transaction.run(
                    LinkSQL.endOthers, viewer.pool, viewer.person, purpose.rawValue, "", now, LinkEnd.cancelled.rawValue
                )
            }
            try record(
                in: transaction, pool: viewer.pool, at: now, id: entry, actor: JournalActor(viewer.person),
                AccountsAction.signedOutEverywhere, on: viewer.person)
        }
    }
}
