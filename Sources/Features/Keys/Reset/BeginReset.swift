// SPDX-License-Identifier: EUPL-1.2

import Journal
import Kernel
import Pools
import SQL
import Seal

/// Keys are to start anew. It opens nothing of before, takes three days, and everybody whom it touches is told.
struct BeginReset: Sendable {
    private let person: PersonID
    private let pool: PoolID
    private let startedBy: PersonID
    private let now: Timestamp
    private let id: ResetID
    private let entry: JournalID
    private let mails: [OutboxID]

    /// - Parameter startedBy: the person, or an administrator who can do no more than begin it.
    init(for person: PersonID, pool: PoolID, by startedBy: PersonID, now: Timestamp, ids: any IDSource) {
        (self.person, self.pool, self.startedBy, self.now) = (person, pool, startedBy, now)
        id = ids.id()
        entry = ids.id()
        mails = (0..<8).map { _ in ids.id() }
    }

    /// - Throws: `KeysError.exists` while one is open, `.notFound` for somebody without keys.
    func run(in transaction: Transaction) throws {
        let none: Bytes = []
        // Writers of the log take turns, so two resets cannot begin at once.
        _ = try transaction.first(KeyLogSQL.lock, pool, none)
        guard try LoggedKeys.newest(of: person, pool: pool, in: transaction) != nil else { throw KeysError.notFound }
        guard try transaction.first(ResetSQL.open, pool, person) == nil else { throw KeysError.exists }
        let attesters = try Attester.list(for: person, startedBy: startedBy, pool: pool, in: transaction)
        let hasCounterparts = try !transaction.rows(ResetSQL.counterparts, pool, person).isEmpty
        let needed = hasCounterparts ? min(2, attesters.count) : 1
        try transaction.run(
            ResetSQL.begin, pool, id, person, now, startedBy, now.adding(hours: KeysTimes.resetHours), needed)
        try record(
            in: transaction, pool: pool, at: now, id: entry, actor: JournalActor(startedBy), KeysAction.resetStarted,
            on: id)
        try Notice.add(KeysLetter.reset, to: person, about: id, in: transaction, pool: pool, at: now, id: mails[0])
        for (attester, mail) in zip(attesters, mails.dropFirst()) {
            try Notice.add(
                KeysLetter.asked, to: attester.person, about: id, in: transaction, pool: pool, at: now, id: mail)
        }
    }
}
