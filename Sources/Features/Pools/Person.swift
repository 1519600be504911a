// SPDX-License-Identifier: EUPL-1.2

package import Kernel

/// What a pool knows of somebody: how to address them, how to reach them, where they work. An address is not an identity: it
/// may change, and some people have none; those have a user name and get their codes by post or from the lead.
package struct PersonDetails: Hashable, Sendable {
    package var givenName: String
    package var familyName: String
    package var email: String?
    package var userName: String?
    package var organisation: OrganisationID?
    package var jobTitle: String
    package var grade: String
    package var department: String
    /// Says who their line is; the manager need not be in the pool.
    package var managerEmail: String?
    /// The language of their letters; `nil` until they have chosen.
    package var language: Language?

    package init(
        givenName: String, familyName: String, email: String? = nil, userName: String? = nil,
        organisation: OrganisationID? = nil, jobTitle: String = "", grade: String = "", department: String = "",
        managerEmail: String? = nil, language: Language? = nil
    ) {
        self.givenName = givenName
        self.familyName = familyName
        self.email = email
        self.userName = userName
        self.organisation = organisation
        self.jobTitle = jobTitle
        self.grade = grade
        self.department = department
        self.managerEmail = managerEmail
        self.language = language
    }

    package var name: String { [givenName, familyName].filter { !$0.isEmpty }.joined(separator: " ") }

    /// Orders lists: family name first.
    package var nameKey: String { NameKey.of(familyName + " " + givenName) }

    /// Finds somebody by the name they are called by.
    package var givenKey: String { NameKey.of(givenName + " " + familyName) }
}

/// Somebody of a pool.
package struct Person: Hashable, Sendable {
    package let pool: PoolID
    package let id: PersonID
    package let details: PersonDetails
    package let organisationName: String?
    /// Rises with each change; a form carries it, so that two who edit at once do not undo each other.
    package let version: Int

    package var name: String { details.name }

    /// Whether their codes go by post or through the lead. There is no second mark for it that could disagree.
    package var getsCodesByPost: Bool { details.email == nil }
}
