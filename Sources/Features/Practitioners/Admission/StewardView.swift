// SPDX-License-Identifier: EUPL-1.2

import Codes
package import Kernel
import Pools
import SQL

/// Everything that a steward decides by about one practitioner, in one snapshot.
package struct StewardPractice: Sendable {
    package let person: PersonID
    package let name: String
    package let standing: Standing
    package let hidden: HiddenStanding?
    package let admission: Admission?
    package let rules: AdmissionRules
    package let gate: Gate?
    package let lapse: Lapse?
    package let claims: [Claim]
    package let accepted: Int
    package let neededToEnter: Int
    package let isPublished: Bool
}

extension PractitionerDesk {
    /// - Throws: `PractitionersError.notFound` for somebody whom the viewer does not answer for, or who is no practitioner.
    package func steward(of person: PersonID, for viewer: Viewer) async throws -> StewardPractice {
        let day = time.now.day
        return try await database.read { reader in
            let pool = viewer.pool
            guard let found = try Person.seen(person, by: viewer, on: day, in: reader),
                try reader.first(PractitionersSQL.person, pool, person) != nil
            else { throw PractitionersError.notFound }
            return StewardPractice(
                person: person, name: found.name,
                standing: try PractitionerStore.standing(in: reader, pool: pool, person),
                hidden: try HiddenStanding.read(person, in: reader, pool: pool),
                admission: try Admission.open(of: person, in: reader, pool: pool),
                rules: try AdmissionRules.read(in: reader, pool: pool),
                gate: try Gates.gate(of: person, in: reader, pool: pool),
                lapse: try BookingGate.lapse(of: person, in: reader, pool: pool),
                claims: try ClaimStore.claims(of: person, in: reader, pool: pool),
                accepted: try CodesDesk.accepted(by: person, in: reader, pool: pool).first?.number ?? 0,
                neededToEnter: try CodeEditions.read(in: reader, pool: pool).neededToEnter,
                isPublished: try PractitionerStore.profile(in: reader, pool: pool, person, .published) != nil)
        }
    }
}
