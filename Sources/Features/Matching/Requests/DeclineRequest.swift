// SPDX-License-Identifier: EUPL-1.2

package import Kernel
import Practitioners
import SQL

extension MatchingDesk {
    /// Declines a request with a kind reason, and names somebody else where the practitioner knows one. A place that was held
    /// is free again.
    ///
    /// - Throws: `MatchingError.notFound`, `.movedOn`, `.cannotBeSuggested`.
    package func decline(
        _ request: RequestID, because reason: RefusalReason, suggesting other: PersonID? = nil, by viewer: Viewer
    ) async throws {
        let (now, step) = (time.now, StepIDs(ids))
        try await database.write { tx in
            let pool = viewer.pool
            let moved = try RequestStore.move(
                request, to: .declined, in: tx, pool: pool, by: viewer.person, at: now, step)
            if let other {
                // not found: nobody to suggest
                let shown = try? PractitionerDesk.profile(of: other, for: viewer, on: now.day, in: tx)
                guard let shown, shown.takesClients, other != moved.client else {
                    throw MatchingError.cannotBeSuggested
                }
            }
            try tx.run(RequestSQL.addRefusal, pool, request, reason.rawValue, other)
            try MatchingLetter.post(
                .declined, to: moved.client, about: request, number: moved.number, in: tx, pool: pool, at: now,
                step.letters[0])
        }
    }
}
