// SPDX-License-Identifier: EUPL-1.2

package import Kernel
import Pools
import SQL

/// What a practitioner sees of their own practice.
package struct OwnPractice: Sendable {
    package let name: String
    package let jobTitle: String
    package let organisation: String?
    package let draft: Profile?
    package let published: Profile?
    /// What the pool's list said of them when they were brought in.
    package let imported: Profile?
    package let standing: Standing
    package let placesFree: Int

    /// What they go on writing at.
    package var inHand: Profile { draft ?? published ?? imported ?? Profile() }

    /// How the draft will read once it is published.
    package func preview(_ person: PersonID) -> PublicProfile {
        PublicProfile(
            person: person, name: name, jobTitle: jobTitle, organisation: organisation, profile: inHand,
            takesClients: true)
    }
}

extension PractitionerDesk {
    /// - Throws: `PractitionersError.notFound` for somebody who is no practitioner.
    package func ownPractice(of viewer: Viewer) async throws -> OwnPractice {
        try await database.read { reader in
            guard let row = try reader.first(PractitionersSQL.person, viewer.pool, viewer.person) else {
                throw PractitionersError.notFound
            }
            return OwnPractice(
                name: try PractitionerStore.name(from: row), jobTitle: try row.text("job_title"),
                organisation: try row.optionalText("organisation"),
                draft: try PractitionerStore.profile(in: reader, pool: viewer.pool, viewer.person, .draft),
                published: try PractitionerStore.profile(in: reader, pool: viewer.pool, viewer.person, .published),
                imported: try ImportDetail.kept(for: viewer.person, in: reader, pool: viewer.pool).map(imported),
                standing: try PractitionerStore.standing(in: reader, pool: viewer.pool, viewer.person),
                placesFree: try Places.free(in: reader, pool: viewer.pool, with: viewer.person))
        }
    }
}
