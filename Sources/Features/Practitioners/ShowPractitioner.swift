// SPDX-License-Identifier: EUPL-1.2

package import Kernel
package import SQL

/// A profile as somebody of the pool reads it.
package struct PublicProfile: Sendable {
    package let person: PersonID
    package let name: String
    package let jobTitle: String
    package let organisation: String?
    package let profile: Profile
    /// Whether this reader can ask them. Full, paused, hidden and of the reader's own line look the same.
    package let takesClients: Bool
}

extension PractitionerDesk {
    /// A profile that the pool may see.
    ///
    /// - Throws: `PractitionersError.notFound` for an applicant and anybody who is no practitioner.
    package func profile(of person: PersonID, for viewer: Viewer) async throws -> PublicProfile {
        try await database.read { try Self.profile(of: person, for: viewer, in: $0) }
    }

    package static func profile(of person: PersonID, for viewer: Viewer, in reader: Reader) throws -> PublicProfile {
        guard let row = try reader.first(PractitionersSQL.publicProfile, viewer.pool, person, viewer.person) else {
            throw PractitionersError.notFound
        }
        return PublicProfile(
            person: person, name: try PractitionerStore.name(from: row), jobTitle: try row.text("job_title"),
            organisation: try row.optionalText("organisation"), profile: try PractitionerStore.profile(from: row),
            takesClients: try row.bool("takes_clients"))
    }
}
