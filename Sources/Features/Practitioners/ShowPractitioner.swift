// SPDX-License-Identifier: EUPL-1.2

package import Codes
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
    /// What was checked and is good today, and only that.
    package let claims: [Claim]
    /// The newest edition of the code that they accepted.
    package let code: CodeAcceptance?

    package init(
        person: PersonID, name: String, jobTitle: String, organisation: String?, profile: Profile, takesClients: Bool,
        claims: [Claim] = [], code: CodeAcceptance? = nil
    ) {
        self.code = code
        self.person = person
        self.name = name
        self.jobTitle = jobTitle
        self.organisation = organisation
        self.profile = profile
        self.takesClients = takesClients
        self.claims = claims
    }
}

extension PractitionerDesk {
    /// A profile that the pool may see.
    ///
    /// - Throws: `PractitionersError.notFound` for an applicant and anybody who is no practitioner.
    package func profile(of person: PersonID, for viewer: Viewer) async throws -> PublicProfile {
        let day = time.now.day
        return try await database.read { try Self.profile(of: person, for: viewer, on: day, in: $0) }
    }

    package static func profile(
        of person: PersonID, for viewer: Viewer, on day: Day, in reader: Reader
    ) throws -> PublicProfile {
        guard let row = try reader.first(PractitionersSQL.publicProfile, viewer.pool, person, viewer.person) else {
            throw PractitionersError.notFound
        }
        let claims = try ClaimStore.claims(of: person, in: reader, pool: viewer.pool)
        let isApart = try Ties.read(for: viewer, in: reader).contains(person)
        return PublicProfile(
            person: person, name: try PractitionerStore.name(from: row), jobTitle: try row.text("job_title"),
            organisation: try row.optionalText("organisation"), profile: try PractitionerStore.profile(from: row),
            takesClients: try row.bool("takes_clients") && !isApart,
            claims: claims.filter { $0.details.kind.isShown && $0.isGood(on: day) },
            code: try CodesDesk.accepted(by: person, in: reader, pool: viewer.pool).first)
    }
}
