// SPDX-License-Identifier: EUPL-1.2

import Journal
package import Kernel
import Queues
package import SQL

/// What somebody accepted, and when.
package struct CodeAcceptance: Sendable {
    package let number: Int
    package let acceptedAt: Timestamp
    package let packs: [String]
}

extension CodesDesk {
    /// Writes down that somebody accepted an edition, in a transaction of whoever lets them be found.
    ///
    /// - Throws: `CodesError.changedMeanwhile` unless it is the newest.
    package static func accept(
        _ number: Int, in tx: Transaction, by viewer: Viewer, at now: Timestamp, entry: JournalID
    ) throws {
        guard number > 0, try CodeEditions.read(in: tx, pool: viewer.pool).neededToEnter == number else {
            throw CodesError.changedMeanwhile
        }
        guard try tx.first(CodesSQL.accept, viewer.pool, viewer.person, number, now) != nil else { return }
        try Queue.done(.code, viewer.person, in: tx, pool: viewer.pool, at: now, by: viewer.person)
        try Journal.record(
            in: tx, pool: viewer.pool, at: now, id: entry, actor: JournalActor(viewer.person), CodesAction.accepted,
            on: viewer.person)
    }

    /// What somebody accepted, newest first.
    package static func accepted(
        by person: PersonID, in reader: Reader, pool: PoolID
    ) throws -> [CodeAcceptance] {
        try reader.rows(CodesSQL.accepted, pool, person).map { row in
            CodeAcceptance(
                number: try row.int("number"), acceptedAt: try row.time("accepted_at"),
                packs: try row.text("packs").split(separator: " ").map(String.init))
        }
    }

    /// The number of the newest edition that each of the people between two ids, both included, has accepted.
    package static func accepted(
        from first: String, through last: String, in reader: Reader, pool: PoolID
    ) throws -> [PersonID: Int] {
        var numbers: [PersonID: Int] = [:]
        for row in try reader.rows(CodesSQL.acceptedBetween, pool, first, last) {
            numbers[try row.id("person_id")] = try row.int("number")
        }
        return numbers
    }
}
