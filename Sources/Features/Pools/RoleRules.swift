// SPDX-License-Identifier: EUPL-1.2

package import Kernel

/// A role that somebody was given.
package struct RoleGrant: Hashable, Sendable {
    package let id: RoleGrantID
    package let person: PersonID
    package let personName: String
    package let role: Role
    package let organisation: OrganisationID?
    package let organisationName: String?
    package let givenAt: Timestamp
}

/// Who may give and end which role, and to whom.
package enum RoleRules {
    /// What a lead may give to people of their organisations. What opens duties towards the whole pool, or towards people of
    /// another organisation, is the administrator's; a practitioner is only an applicant until the pool has approved them.
    package static let givenByLeads: Set<Role> = [.client, .practitioner, .sponsor]

    /// The roles that a viewer may give and end for people they see.
    package static func mayGive(_ viewer: Viewer) -> Set<Role> {
        if viewer.has(.administrator) { return Set(Role.allCases) }
        return viewer.has(.lead) ? givenByLeads : []
    }

    /// Whether a grant can stand, whoever asks for it.
    ///
    /// Nobody gives themselves a role of duty: the second person in every control has to be another person.
    ///
    /// - Throws: `roleNotYours`, `notToYourself`, `organisationNeeded`.
    package static func check(
        giving role: Role, to person: PersonID, for organisation: OrganisationID?, by viewer: Viewer
    ) throws(PoolsError) {
        guard mayGive(viewer).contains(role) else { throw .roleNotYours }
        if role.canHaveDeputy, person == viewer.person { throw .notToYourself }
        if role.isOfOrganisation, organisation == nil { throw .organisationNeeded }
    }
}

/// Somebody who stands in for the holder of a role from one day to another, both included.
package struct Deputyship: Hashable, Sendable {
    package let id: DeputyID
    package let grant: RoleGrantID
    package let deputy: PersonID
    package let deputyName: String
    package let from: Day
    package let until: Day

    /// A year and a day: longer than that somebody holds the role themselves.
    package static let mostDays = 366

    /// Whether days can be the days of a deputy.
    ///
    /// - Throws: `daysBackwards`, `daysPast`, `daysTooMany`.
    package static func check(from: Day, until: Day, today: Day) throws(PoolsError) {
        if until < from { throw .daysBackwards }
        if until < today { throw .daysPast }
        if until.number - from.number >= mostDays { throw .daysTooMany }
    }
}
