// SPDX-License-Identifier: EUPL-1.2

package import Kernel
import SQL

extension MatchingDesk {
    /// The client takes the request back, whatever the practitioner has done. Nobody asks why.
    ///
    /// - Throws: `MatchingError.notFound`, `.movedOn`.
    package func withdraw(_ request: RequestID, by viewer: Viewer) async throws {
        let (now, step) = (time.now, StepIDs(ids))
        try await database.write { tx in
            let moved = try RequestStore.move(
                request, to: .withdrawn, in: tx, pool: viewer.pool, by: viewer.person, at: now, step)
            try MatchingLetter.post(
                .withdrawn, to: moved.practitioner, about: request, number: moved.number, in: tx, pool: viewer.pool,
                at: now,
                step.letters[0])
        }
    }
}
