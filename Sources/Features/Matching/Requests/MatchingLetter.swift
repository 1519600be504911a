// SPDX-License-Identifier: EUPL-1.2

import Journal
import Kernel
import Pools
import Practitioners
import SQL

/// A notice by mail: tells that something stands in the pool, never what it is about. Its words are the messages
/// `<code>.subject` and `<code>.body`.
package enum MatchingLetter: String, NoticeCode, CaseIterable {
    case asked = "matching.letter.asked"
    case accepted = "matching.letter.accepted"
    case arranged = "matching.letter.arranged"
    case declined = "matching.letter.declined"
    case withdrawn = "matching.letter.withdrawn"
    case expired = "matching.letter.expired"
    case lapsed = "matching.letter.lapsed"
    case chosen = "matching.letter.chosen"
    case notThisTime = "matching.letter.not-this-time"
    /// A programme's round has found somebody for a client.
    case found = "matching.letter.found"
    case somebodyFree = "matching.letter.somebody-free"

    /// Puts it into the outbox with the change that it tells of.
    static func post(
        _ letter: MatchingLetter, to person: PersonID, about request: RequestID, number: Int, in tx: Transaction,
        pool: PoolID, at now: Timestamp, _ id: OutboxID
    ) throws {
        try Notice.add(letter, to: person, about: request, once: [number], in: tx, pool: pool, at: now, id: id)
    }
}
