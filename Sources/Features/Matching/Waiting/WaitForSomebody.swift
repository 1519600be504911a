// SPDX-License-Identifier: EUPL-1.2

package import Journal
package import Kernel
import Pools
import Practitioners
import SQL

package enum WaitingSubject {}

extension MatchingDesk {
    /// Waits until somebody who fits the search is free. Whoever waits already keeps their place and looks for something else.
    ///
    /// - Throws: `MatchingError.notFound` before the first search.
    package func wait(by viewer: Viewer) async throws {
        let (now, id, item) = (time.now, ids.id(WaitingSubject.self), ids.id(OutboxKind.self))
        try await database.write { tx in
            guard try tx.first(WaitingSQL.join, viewer.pool, id, viewer.person, now, viewer.signIn) != nil else {
                throw MatchingError.notFound
            }
            try Self.askAgain(in: tx, pool: viewer.pool, at: now, item)
        }
    }

    package func stopWaiting(by viewer: Viewer) async throws {
        let now = time.now
        try await database.write { _ = try $0.run(WaitingSQL.leave, viewer.pool, viewer.person, now) }
    }

    /// The viewer's place in the line, from 1; 0 for somebody who does not wait. Counting stops at a thousand.
    package func position(of viewer: Viewer) async throws -> Int {
        try await database.read { try $0.first(WaitingSQL.position, viewer.pool, viewer.person)?.int("n") ?? 0 }
    }

    /// Looks once a day, in the order of the line, whether somebody fits and has a place; as many are told of one practitioner as
    /// there are places, nobody twice within a week. Nobody loses their place by being told.
    package func waitingHandler() -> OutboxHandler {
        .database(MatchingWork.waiting) { [time, ids] item in
            let now = time.now
            let letters = (0..<Self.lineBatch).map { _ in ids.id(OutboxKind.self) }
            let next = ids.id(OutboxKind.self)
            return .done { tx in
                let start = item.payload.time("since")?.text ?? ""
                let rows = try tx.rows(
                    WaitingSQL.line, item.pool, start, item.payload.code("after") ?? "", Self.lineBatch)
                var told: [PersonID: Int] = [:]
                for (row, letter) in zip(rows, letters) {
                    try Self.tell(row, &told, in: tx, pool: item.pool, at: now, letter)
                }
                if rows.count == Self.lineBatch, let last = rows.last {
                    let id: ID<WaitingSubject> = try last.id("id")
                    try Outbox.add(
                        in: tx, pool: item.pool, at: now, id: next, kind: MatchingWork.waiting,
                        once: [item.pool, now.day, id], subject: item.pool,
                        payload: ["since": try last.time("since"), "after": id])
                } else if !rows.isEmpty || item.payload.code("after") != nil {
                    try Self.askAgain(in: tx, pool: item.pool, at: now, next)
                }
            }
        }
    }

    private static let lineBatch = 100

    private static func askAgain(in tx: Transaction, pool: PoolID, at now: Timestamp, _ id: OutboxID) throws {
        let day = now.day.adding(days: 1)
        try Outbox.add(
            in: tx, pool: pool, at: now, id: id, kind: MatchingWork.waiting, once: [pool, day], subject: pool,
            due: day.start.adding(hours: 6))
    }

    private static func tell(
        _ row: Row, _ told: inout [PersonID: Int], in tx: Transaction, pool: PoolID, at now: Timestamp,
        _ letter: OutboxID
    ) throws {
        if let last = try row.optionalTime("told_at"), now < last.adding(days: 7) { return }
        let client: PersonID = try row.id("client_id")
        let place: ID<WaitingSubject> = try row.id("id")
        // The search asks who looks, not how they came in.
        let viewer = Viewer(pool: pool, person: client, name: "", signIn: ID(stored: client.text), roles: [])
        let query = DirectoryQuery(
            choices: Choices(stored: try row.text("choices")), withOwnTeam: try row.bool("with_own_team"), seed: 0)
        let found = try DirectorySearch(for: viewer).results(for: query, limit: 5, in: tx)
        for result in found.items
        where told[result.person, default: 0] < (try Places.free(in: tx, pool: pool, with: result.person)) {
            told[result.person, default: 0] += 1
            try tx.run(WaitingSQL.told, pool, place, now)
            try Notice.add(
                MatchingLetter.somebodyFree, to: client, about: place, once: [now.day], in: tx, pool: pool, at: now,
                id: letter)
            return
        }
    }
}
