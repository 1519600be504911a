// SPDX-License-Identifier: EUPL-1.2

import Journal
import Kernel
import SQL

/// A notice by mail: tells that something stands in the pool, never what it is about.
package enum MatchingLetter: String, OutboxValue, CaseIterable {
    case asked, accepted, arranged, declined, withdrawn, expired, lapsed, chosen
    case notThisTime = "not-this-time"

    /// Keys of its words.
    package var subject: String { "matching.letter.\(rawValue).subject" }
    package var body: String { "matching.letter.\(rawValue).body" }

    /// Puts it into the outbox with the change that it tells of.
    static func post(
        _ letter: MatchingLetter, to person: PersonID, about request: RequestID, number: Int, in tx: Transaction,
        pool: PoolID,
        at now: Timestamp, _ id: OutboxID
    ) throws {
        try Outbox.add(
            in: tx, pool: pool, at: now, id: id, kind: MatchingWork.letter, once: [request, number, person],
            subject: request,
            payload: ["letter": letter, "person": person])
    }
}
