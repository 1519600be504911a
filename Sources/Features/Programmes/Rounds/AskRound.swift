// SPDX-License-Identifier: EUPL-1.2

import Journal
package import Kernel
import SQL

extension ProgrammeDesk {
    /// Asks for a new round over everybody who is with nobody and every place that is free. It is solved by the outbox, on
    /// whichever node is first.
    ///
    /// - Throws: `ProgrammesError.notFound`, `.solving` while another one is.
    package func askRound(of id: ProgrammeID, by viewer: Viewer) async throws -> RoundID {
        let (now, round, entry, item) = (
            time.now, ids.id(RoundKind.self), ids.id(JournalKind.self), ids.id(OutboxKind.self)
        )
        let seed = Int64(truncatingIfNeeded: ids.seed() >> 2)
        try await database.write { tx in
            _ = try ProgrammeStore.run(id, by: viewer, on: now.day, in: tx)
            guard try tx.first(ProgrammeSQL.touch, viewer.pool, id) != nil else { throw ProgrammesError.notFound }
            guard try tx.first(RoundSQL.solving, viewer.pool, id) == nil else { throw ProgrammesError.solving }
            let last = try tx.first(RoundSQL.next, viewer.pool, id)?.int("last") ?? 0
            try tx.run(RoundSQL.insert, viewer.pool, round, id, last + 1, "draft", seed, now, viewer.person)
            try tx.run(RoundSQL.tellProgress, viewer.pool, round, SolveStep.waiting.rawValue, 0, 0, now)
            try Outbox.add(
                in: tx, pool: viewer.pool, at: now, id: item, kind: ProgrammesWork.round, once: [round], subject: round)
            try Journal.record(
                in: tx, pool: viewer.pool, at: now, id: entry, actor: Self.actor(viewer), ProgrammesAction.roundAsked,
                on: round)
        }
        return round
    }

    /// Asks that solving should stop. Nothing happens to a round that has been solved meanwhile.
    ///
    /// - Throws: `ProgrammesError.notFound`.
    package func stopRound(_ id: RoundID, by viewer: Viewer) async throws {
        let (now, entry) = (time.now, ids.id(JournalKind.self))
        try await database.write { tx in
            let (round, _) = try RoundStore.round(id, for: viewer, on: now.day, in: tx)
            guard round.outcome == nil else { return }
            try tx.run(RoundSQL.stop, viewer.pool, id, now, viewer.person)
            try Journal.record(
                in: tx, pool: viewer.pool, at: now, id: entry, actor: Self.actor(viewer),
                ProgrammesAction.roundStopped, on: id)
        }
    }
}
