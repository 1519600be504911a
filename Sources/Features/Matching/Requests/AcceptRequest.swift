// SPDX-License-Identifier: EUPL-1.2

import Journal
package import Kernel
import Practitioners
import SQL

extension MatchingDesk {
    /// Accepts a request: one of the practitioner's places is taken at this moment and held until the client chooses or the
    /// pool's number of days has passed. Whoever is last finds none and changes nothing.
    ///
    /// - Parameter pausing: take no new clients from now on.
    /// - Throws: `MatchingError.notFound`, `.movedOn`, `.noPlace`.
    package func accept(_ request: RequestID, pausing: Bool = false, by viewer: Viewer) async throws {
        let (now, step, pause) = (time.now, StepIDs(ids), PauseIDs(ids))
        try await database.write { tx in
            let pool = viewer.pool
            let moved = try RequestStore.move(
                request, to: .accepted, in: tx, pool: pool, by: viewer.person, at: now, step)
            if pausing { try PractitionerDesk.pause(in: tx, pool: pool, viewer.person, until: nil, at: now, pause) }
            let rules = try RequestRules.read(in: tx, pool: pool)
            try Outbox.add(
                in: tx, pool: pool, at: now, id: step.item, kind: MatchingWork.lapse, once: [request], subject: request,
                due: now.adding(days: rules.holdDays))
            try MatchingLetter.post(
                .accepted, to: moved.client, about: request, number: moved.number, in: tx, pool: pool, at: now,
                step.letters[0])
        }
    }
}
