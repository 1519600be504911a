// SPDX-License-Identifier: EUPL-1.2

import Journal
import Kernel
import Pools
import SQL
import Seal
import Web

/// Somebody signed in with the kit alone. Whoever found the kit could have done it too, so it waits, loudly, until the time has passed
/// or somebody who knows says yes (decision 18).
struct BeginRecovery: Sendable {
    private let pool: PoolID
    private let now: Timestamp
    private let id: RecoveryID
    private let entry: JournalID
    private let mail: OutboxID

    init(pool: PoolID, now: Timestamp, ids: any IDSource) {
        self.pool = pool
        self.now = now
        id = ids.id()
        entry = ids.id()
        mail = ids.id()
    }

    /// Whether one that was begun before is open by now; one that waits goes on waiting.
    func run(for person: PersonID, in transaction: Transaction) throws -> Bool {
        if let row = try transaction.first(RecoverySQL.open, pool, person) {
            return try now >= row.time("due_at") || row.optionalTime("approved_at") != nil
        }
        try transaction.run(
            RecoverySQL.begin, pool, id, person, now, now.adding(hours: KeysTimes.recoveryHours))
        try record(
            in: transaction, pool: pool, at: now, id: entry, actor: JournalActor(person), KeysAction.recoveryStarted,
            on: id)
        try Notice.add(KeysLetter.recovery, to: person, about: id, in: transaction, pool: pool, at: now, id: mail)
        return false
    }
}

/// Somebody who may says yes to a recovery, or the person themselves ends it.
struct AnswerRecovery: Sendable {
    let signIn: RoomSignIn
    let recovery: RecoveryID
    let now: Timestamp
    let entry: JournalID

    func approve(in transaction: Transaction) throws -> CanonicalValue {
        try check("approve", in: transaction)
        guard
            try transaction.first(RecoverySQL.approve, signIn.pool, recovery, now, signIn.person) != nil
        else { throw KeysError.over }
        try record(
            in: transaction, pool: signIn.pool, at: now, id: entry, actor: JournalActor(signIn.person),
            KeysAction.recoveryApproved, on: recovery)
        return .done
    }

    func stop(in transaction: Transaction) throws -> CanonicalValue {
        try check("stop", in: transaction)
        try transaction.run(RecoverySQL.end, signIn.pool, recovery, now, "stopped")
        try record(
            in: transaction, pool: signIn.pool, at: now, id: entry, actor: JournalActor(signIn.person),
            KeysAction.recoveryStopped, on: recovery)
        return .done
    }

    private func check(_ act: String, in reader: Reader) throws {
        let open = try OpenRecovery.list(for: signIn, now: now, in: reader)
        guard let found = open.first(where: { $0.id == recovery }) else { throw KeysError.notFound }
        guard found.may.contains(act) else { throw found.person == signIn.person ? KeysError.over : KeysError.notFound }
    }
}
