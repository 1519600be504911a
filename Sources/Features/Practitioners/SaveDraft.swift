// SPDX-License-Identifier: EUPL-1.2

package import Kernel
import SQL

extension PractitionerDesk {
    /// Keeps what a practitioner wrote where only they see it.
    ///
    /// - Throws: `PractitionersError.notFound` for somebody who is no practitioner.
    package func saveDraft(_ profile: Profile, by viewer: Viewer) async throws {
        let (now, key) = (time.now, shuffleKey)
        try await database.write { tx in
            try PractitionerStore.begin(in: tx, pool: viewer.pool, viewer.person, shuffleKey: key, at: now)
            try PractitionerStore.save(
                profile, as: .draft, in: tx, pool: viewer.pool, viewer.person, at: now, by: viewer.person)
        }
    }
}
