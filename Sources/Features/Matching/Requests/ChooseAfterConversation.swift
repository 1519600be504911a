// SPDX-License-Identifier: EUPL-1.2

package import Kernel
package import SQL

extension MatchingDesk {
    /// The client does not go on; the practitioner is told so, without a reason, and has the place back.
    ///
    /// - Throws: `MatchingError.notFound`, `.movedOn`.
    package func notThisTime(_ request: RequestID, by viewer: Viewer) async throws {
        let (now, step) = (time.now, StepIDs(ids))
        try await database.write { tx in
            let moved = try RequestStore.move(
                request, to: .notThisTime, in: tx, pool: viewer.pool, by: viewer.person, at: now, step)
            try MatchingLetter.post(
                .notThisTime, to: moved.practitioner, about: request, number: moved.number, in: tx, pool: viewer.pool,
                at: now,
                step.letters[0])
        }
    }

    /// The client goes on. Called by `Engagements` in the transaction in which the engagement begins, which takes over the place.
    ///
    /// - Throws: `MatchingError.notFound`, `.movedOn`.
    package static func goOn(
        _ request: RequestID, by viewer: Viewer, in tx: Transaction, at now: Timestamp, _ step: StepIDs
    ) throws -> MovedRequest {
        let moved = try RequestStore.move(
            request, to: .chosen, in: tx, pool: viewer.pool, by: viewer.person, at: now, step)
        try tx.run(WaitingSQL.leave, viewer.pool, viewer.person, now)
        try MatchingLetter.post(
            .chosen, to: moved.practitioner, about: request, number: moved.number, in: tx, pool: viewer.pool, at: now,
            step.letters[0])
        return moved
    }
}
