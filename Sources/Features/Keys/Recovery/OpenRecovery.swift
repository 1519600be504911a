// SPDX-License-Identifier: EUPL-1.2

import Journal
import Kernel
import SQL
import Seal
import Web

/// A recovery that is under way, as one reader sees it (R of `docs/room-api.md`, 10).
struct OpenRecovery: Sendable {
    let id: RecoveryID
    let person: PersonID
    let name: String
    let started: Timestamp
    let due: Timestamp
    let isOpen: Bool
    let may: [String]

    private init(_ row: Row, now: Timestamp, may: (PersonID) -> [String]) throws {
        id = try row.id("id")
        person = try row.id("person_id")
        name = try row.text("given_name") + " " + (try row.text("family_name"))
        started = try row.time("started_at")
        due = try row.time("due_at")
        isOpen = try now >= due || row.optionalTime("approved_at") != nil
        self.may = isOpen ? may(person).filter { $0 != "approve" } : may(person)
    }

    /// That of the person themselves.
    static func own(of signIn: RoomSignIn, now: Timestamp, in reader: Reader) throws -> OpenRecovery? {
        try reader.first(RecoverySQL.open, signIn.pool, signIn.person).map { row in
            try OpenRecovery(row, now: now) { _ in signIn.strength == .keys ? ["approve", "stop"] : [] }
        }
    }

    /// Their own, and those that they may approve as the other party.
    static func list(for signIn: RoomSignIn, now: Timestamp, in reader: Reader) throws -> [OpenRecovery] {
        let others = try reader.rows(RecoverySQL.ofOthers, signIn.pool, signIn.person).map { row in
            try OpenRecovery(row, now: now) { _ in ["approve"] }
        }
        return [try own(of: signIn, now: now, in: reader)].compactMap { $0 } + others
    }

    /// Whether slots and bundle may be told to this sign-in.
    static func isOpen(for signIn: RoomSignIn, now: Timestamp, in reader: Reader) throws -> Bool {
        if signIn.strength == .keys { return true }
        return try own(of: signIn, now: now, in: reader)?.isOpen ?? false
    }

    /// New ways in are put: the recovery is over.
    ///
    /// - Throws: `KeysError.waiting` before its time, and where there is none.
    static func finish(_ signIn: RoomSignIn, now: Timestamp, entry: JournalID, in transaction: Transaction) throws {
        guard let open = try own(of: signIn, now: now, in: transaction), open.isOpen else { throw KeysError.waiting }
        try transaction.run(RecoverySQL.end, signIn.pool, open.id, now, "done")
        try record(
            in: transaction, pool: signIn.pool, at: now, id: entry, actor: JournalActor(signIn.person),
            KeysAction.recoveryDone, on: open.id)
    }

    var value: CanonicalValue {
        .object([
            "due": .integer(due.seconds), "id": .string(id.text), "may": .array(may.map { .string($0) }),
            "name": .plain(name), "open": .boolean(isOpen), "started": .integer(started.seconds),
            "user": .string(person.text),
        ])
    }
}
