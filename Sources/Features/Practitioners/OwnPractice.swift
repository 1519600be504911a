// SPDX-License-Identifier: EUPL-1.2

import Codes
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
    package let hidden: HiddenStanding?
    package let admission: Admission?
    package let claims: [Claim]
    /// Whether the newest edition of the code is accepted.
    package let hasCode: Bool
    /// What is lacking for the kinds of work that they offer.
    package let lacks: Set<GateLack>

    /// What they go on writing at.
    package var inHand: Profile { draft ?? published ?? imported ?? Profile() }

    /// How the draft will read once it is published.
    package func preview(_ person: PersonID) -> PublicProfile {
        PublicProfile(
            person: person, name: name, jobTitle: jobTitle, organisation: organisation, profile: inHand,
            takesClients: true, claims: claims.filter { $0.details.kind.isShown && $0.step == .verified })
    }
}

extension PractitionerDesk {
    /// - Throws: `PractitionersError.notFound` for somebody who is no practitioner.
    package func ownPractice(of viewer: Viewer) async throws -> OwnPractice {
        let day = time.now.day
        return try await database.read { reader in
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
                placesFree: try Places.free(in: reader, pool: viewer.pool, with: viewer.person),
                hidden: try HiddenStanding.read(viewer.person, in: reader, pool: viewer.pool),
                admission: try Admission.open(of: viewer.person, in: reader, pool: viewer.pool),
                claims: try ClaimStore.claims(of: viewer.person, in: reader, pool: viewer.pool)
                    .filter { $0.step != .verified || $0.isGood(on: day) },
                hasCode: (try CodesDesk.accepted(by: viewer.person, in: reader, pool: viewer.pool).first?.number ?? 0)
                    >= (try CodeEditions.read(in: reader, pool: viewer.pool)).neededToEnter,
                lacks: try Gates.gate(of: viewer.person, in: reader, pool: viewer.pool)?.lacks ?? [])
        }
    }
}
