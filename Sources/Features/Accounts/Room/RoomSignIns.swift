// SPDX-License-Identifier: EUPL-1.2

package import Journal
package import Kernel
package import SQL
import Seal
package import Web

package enum RoomSignInKind: JournalSubject { package static let subjectCode = "room-sign-in" }
package typealias RoomSignInID = ID<RoomSignInKind>

enum RoomRestWork: String, OutboxWork {
    /// The room of a sign-in may have rested too long by then. The subject is the room's sign-in.
    case rest = "accounts.room-rest"
}

enum RoomRestCode: String, OutboxValue {
    case used = "accounts.room-in-use"
}

/// Knows who is behind a token of the room, and locks a room that has rested for its idle time: its share is destroyed, so
/// that what the device keeps opens nothing (`protocol.md` 2.1).
package struct RoomSignIns: RoomSignInReader {
    private let database: any Database
    private let time: any TimeSource

    package init(database: any Database, time: any TimeSource) {
        self.database = database
        self.time = time
    }

    package func signIn(pool: PoolID, token: String, now: Timestamp) async throws -> RoomSignIn? {
        guard let hash = SignInToken.hash(token) else { return nil }
        let found = try await database.read { reader in
            try reader.first(RoomSignInSQL.find, pool, hash).map { try FoundRoom(pool, $0) }
        }
        guard let found, found.reason != "replaced", now < found.signIn.expires else { return nil }
        guard found.reason == nil, now >= found.signIn.seen.adding(minutes: found.signIn.idleMinutes) else {
            return found.signIn
        }
        try await database.write { try Self.rest(pool, found.id, seen: found.signIn.seen, now, in: $0) }
        return found.locked
    }

    package func used(_ signIn: RoomSignIn, now: Timestamp) async throws {
        guard now >= signIn.seen.adding(seconds: 20) else { return }
        // A database that can only be read just now must not keep people from reading: the next request tries again.
        _ = try? await database.write { transaction in
            try transaction.run(RoomSignInSQL.used, signIn.pool, signIn.id, now)
            try transaction.run(SignInSQL.seen, signIn.pool, signIn.id, now)
        }
    }

    /// Locks rooms that nobody comes back to.
    package func restHandler() -> OutboxHandler {
        .database(RoomRestWork.rest, retry: OutboxRetry(attempts: 2000, firstPause: 60, longestPause: 900)) { item in
            let id: RoomSignInID = item.subject()
            let now = time.now
            let open = try await database.read { reader in
                try reader.first(RoomSignInSQL.open, item.pool, id).map {
                    (seen: try $0.time("seen_at"), idle: try $0.int("idle_minutes"))
                }
            }
            guard let open else { return .done() }
            let due = open.seen.adding(minutes: open.idle)
            guard now >= due else { return .again(RoomRestCode.used, notBefore: due) }
            return .done { try Self.rest(item.pool, id, seen: open.seen, now, in: $0) }
        }
    }

    private static func rest(
        _ pool: PoolID, _ id: RoomSignInID, seen: Timestamp, _ now: Timestamp, in transaction: Transaction
    ) throws {
        guard let row = try transaction.first(RoomSignInSQL.rest, pool, id, seen, now) else { return }
        let signIn: SignInID = try row.id("sign_in_id")
        try transaction.run(RoomSignInSQL.dropShare, pool, signIn)
    }
}

private struct FoundRoom: Sendable {
    let id: RoomSignInID
    let reason: String?
    let signIn: RoomSignIn

    init(_ pool: PoolID, _ row: Row) throws {
        id = try row.id("id")
        reason = try row.optionalText("end_reason")
        signIn = RoomSignIn(
            id: try row.id("sign_in_id"), pool: pool, person: try row.id("person_id"),
            strength: RoomStrength(rawValue: try row.text("strength")) ?? .link,
            proofKey: (try? Seal.Base64URL.bytes(try row.text("proof_key"), count: 32)) ?? [],  // written by us
            isLocked: reason != nil, isShared: try row.bool("is_shared_device"),
            idleMinutes: try row.int("idle_minutes"),
            seen: try row.time("seen_at"), expires: try row.time("expires_at"))
    }

    var locked: RoomSignIn {
        RoomSignIn(
            id: signIn.id, pool: signIn.pool, person: signIn.person, strength: signIn.strength,
            proofKey: signIn.proofKey, isLocked: true, isShared: signIn.isShared, idleMinutes: signIn.idleMinutes,
            seen: signIn.seen, expires: signIn.expires)
    }
}
