// SPDX-License-Identifier: EUPL-1.2

package import Kernel
import Practitioners
import SQL

extension MatchingDesk {
    /// Notes how and when the two talk for the first time. Either of them can, as often as it changes.
    ///
    /// - Throws: `MatchingError.notFound`, `.movedOn`.
    package func arrange(_ conversation: FirstConversation, for request: RequestID, by viewer: Viewer) async throws {
        let (now, step) = (time.now, StepIDs(ids))
        try await database.write { tx in
            let pool = viewer.pool
            let moved = try RequestStore.move(
                request, to: .arranged, in: tx, pool: pool, by: viewer.person, at: now, step)
            try tx.run(
                RequestSQL.addConversation, pool, request, moved.number, conversation.format.rawValue, conversation.day,
                conversation.time)
            let other = viewer.person == moved.client ? moved.practitioner : moved.client
            try MatchingLetter.post(
                .arranged, to: other, about: request, number: moved.number, in: tx, pool: pool, at: now, step.letters[0]
            )
        }
    }
}
