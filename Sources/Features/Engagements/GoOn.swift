// SPDX-License-Identifier: EUPL-1.2

import Journal
package import Kernel
import Matching
import Practitioners
import SQL

extension EngagementDesk {
    /// The client goes on after a first conversation: the request ends and an engagement stands, waiting for its agreement. It takes
    /// over the place that was held.
    ///
    /// The client alone chooses, and owes no reason.
    ///
    /// - Throws: `MatchingError.notFound`, `.movedOn`.
    package func goOn(from request: RequestID, by viewer: Viewer) async throws -> EngagementID {
        let (now, step) = (time.now, StepIDs(ids))
        let (engagement, entry) = (ids.id(EngagementKind.self), ids.id(JournalKind.self))
        return try await database.write { tx in
            let pool = viewer.pool
            let chosen = try MatchingDesk.goOn(request, by: viewer, in: tx, at: now, step)
            try tx.run(EngagementSQL.insert, pool, engagement, request, chosen.discipline.rawValue, now)
            try tx.run(EngagementSQL.addParty, pool, engagement, chosen.client, Role.client.rawValue, now)
            try tx.run(EngagementSQL.addParty, pool, engagement, chosen.practitioner, Role.practitioner.rawValue, now)
            try tx.run(
                EngagementSQL.addStep, pool, engagement, 1, EngagementStep.contracting.rawValue, now, viewer.person)
            try Journal.record(
                in: tx, pool: pool, at: now, id: entry, actor: JournalActor(viewer.person), EngagementAction.begun,
                on: engagement)
            return engagement
        }
    }
}
