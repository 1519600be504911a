// SPDX-License-Identifier: EUPL-1.2

import Codes
import Journal
package import Kernel
import Pools
import Practitioners
package import SQL

/// What began a request that nobody asked by hand; only a name, its meaning belongs to who began it.
package enum OriginKind {}

/// A pair that a programme's round has found, with the ids of its request.
package struct FoundPair: Sendable {
    package let request: RequestID
    package let client: PersonID
    package let practitioner: PersonID
    package let wish: RequestWish
    fileprivate let ids: StepIDs

    package init(
        request: RequestID, client: PersonID, practitioner: PersonID, wish: RequestWish, ids: StepIDs
    ) {
        self.request = request
        self.client = client
        self.practitioner = practitioner
        self.wish = wish
        self.ids = ids
    }
}

extension MatchingDesk {
    /// Begins the ordinary chain for many pairs at once, in the transaction of whoever found them: each practitioner is asked, each
    /// client is told. No place is taken before somebody accepts. What the pool allows one client to ask for by hand does not
    /// count here. When such a request ends without an engagement, `MatchingWork.ended` comes into the outbox.
    package static func begin<Of>(
        _ found: [FoundPair], origin: ID<Of>, in tx: Transaction, pool: PoolID, at now: Timestamp
    ) throws {
        let answerBy = now.adding(days: try RequestRules.read(in: tx, pool: pool).answerDays)
        let edition = try CodeEditions.read(in: tx, pool: pool).newest?.number
        try tx.each(
            RequestSQL.insertFound,
            found.map {
                [
                    pool, $0.request, $0.client, $0.practitioner, $0.wish.discipline.rawValue, $0.wish.format.rawValue,
                    $0.wish.choices.text, now, answerBy, origin, edition,
                ]
            })
        try tx.each(
            RequestSQL.addStep,
            found.map { [pool, $0.request, 1, RequestStep.asked.rawValue, now, PersonID?.none] })
        try Journal.record(
            in: tx, pool: pool, at: now, actor: .program, MatchingAction.asked,
            on: found.map { (entry: $0.ids.entry, subject: $0.request) })
        try Outbox.add(
            in: tx, pool: pool, at: now, kind: MatchingWork.expiry,
            found.map { NewOutboxItem(id: $0.ids.item, once: [$0.request], subject: $0.request, due: answerBy) })
        try Notice.add(
            MatchingLetter.asked,
            to: found.map { (person: $0.practitioner, about: $0.request, id: $0.ids.letters[0]) }, once: [1], in: tx,
            pool: pool, at: now)
        try Notice.add(
            MatchingLetter.found, to: found.map { (person: $0.client, about: $0.request, id: $0.ids.letters[1]) },
            once: [1], in: tx, pool: pool, at: now)
    }
}
