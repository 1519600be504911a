// SPDX-License-Identifier: EUPL-1.2

package import Journal
package import Kernel
import SQL

extension PractitionerDesk {
    /// Makes an applicant somebody whom clients can find.
    ///
    /// This is the one place where that happens: whatever a pool requires of its practitioners is asked here. In any case they have
    /// published a profile themselves.
    ///
    /// - Throws: `PractitionersError.notFound`, `.noProfile`.
    package func list(_ person: PersonID, by viewer: Viewer) async throws {
        try await list(person, pool: viewer.pool, actor: JournalActor(viewer, as: .administrator))
    }

    /// The same for the operator and for a pool of fictional people.
    package func list(_ person: PersonID, pool: PoolID, actor: JournalActor) async throws {
        let (now, key) = (time.now, shuffleKey)
        let (standing, entry) = (ids.id(StandingKind.self), ids.id(JournalKind.self))
        try await database.write { tx in
            try PractitionerStore.begin(in: tx, pool: pool, person, shuffleKey: key, at: now)
            guard try PractitionerStore.profile(in: tx, pool: pool, person, .published) != nil else {
                throw PractitionersError.noProfile
            }
            guard
                try tx.first(
                    PractitionersSQL.beginStanding, pool, standing, person, StandingCode.listed.rawValue, now,
                    actor.person, Day?.none) != nil
            else { return }
            try DirectoryIndex.refresh(in: tx, pool: pool, person)
            try Journal.record(
                in: tx, pool: pool, at: now, id: entry, actor: actor, PractitionersAction.listed, on: person)
        }
    }
}

package enum StandingKind {}
