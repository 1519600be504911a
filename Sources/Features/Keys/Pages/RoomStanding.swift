// SPDX-License-Identifier: EUPL-1.2

import Kernel
import SQL

/// How somebody stands with their keys, as far as the pool's pages tell them.
struct RoomStanding: Sendable {
    /// The number of their newest keys, 0 for none.
    let seq: Int
    let isKitKept: Bool
    /// When a recovery opens, a reset can end, that waits.
    let recovery: Timestamp?
    let reset: Timestamp?

    static func read(of viewer: Viewer, now: Timestamp, in reader: Reader) throws -> RoomStanding {
        let (pool, person) = (viewer.pool, viewer.person)
        return RoomStanding(
            seq: try reader.first(SessionSQL.keys, pool, person)?.optionalInt("seq") ?? 0,
            isKitKept: try reader.first(SlotSQL.kit, pool, person)?.bool("is_kept") ?? false,
            recovery: try reader.first(RecoverySQL.open, pool, person)?.time("due_at"),
            reset: try reader.first(ResetSQL.open, pool, person)?.time("due_at"))
    }
}

/// Somebody whose keys an administrator may have start anew.
struct ResetCandidate: Sendable {
    let person: PersonID
    let name: String
    let hasKeys: Bool
    /// When the open one can end.
    let due: Timestamp?

    /// - Throws: `KeysError.notFound` for nobody of this pool, and for oneself.
    static func find(_ person: PersonID, for viewer: Viewer, in reader: Reader) throws -> ResetCandidate {
        guard person != viewer.person, let row = try reader.first(SessionSQL.person, viewer.pool, person) else {
            throw KeysError.notFound
        }
        return ResetCandidate(
            person: person, name: try row.text("given_name") + " " + (try row.text("family_name")),
            hasKeys: try LoggedKeys.newest(of: person, pool: viewer.pool, in: reader) != nil,
            due: try reader.first(ResetSQL.open, viewer.pool, person)?.time("due_at"))
    }
}
