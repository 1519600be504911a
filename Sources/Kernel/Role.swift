// SPDX-License-Identifier: EUPL-1.2

/// What a person may be in a pool. The codes stand in tables, statements and request contexts (`docs/glossary.md`).
package enum Role: String, CaseIterable, Sendable, Hashable {
    case client, practitioner, supervisor, sponsor, guardian, lead, administrator, panel, safeguarding, records

    /// Whether somebody can stand in for it from one day to another.
    package var canHaveDeputy: Bool {
        switch self {
        case .lead, .administrator, .panel, .safeguarding, .records: true
        case .client, .practitioner, .supervisor, .sponsor, .guardian: false
        }
    }

    /// Whether it is held for one organisation rather than the whole pool.
    package var isOfOrganisation: Bool { self == .lead }
}

/// One role that a person holds today, by grant or as a deputy.
package struct HeldRole: Hashable, Sendable {
    package let role: Role
    /// The organisation it is limited to; `nil` for the whole pool.
    package let organisation: OrganisationID?
    /// The person they stand in for, when they hold it as a deputy.
    package let deputyFor: PersonID?

    package init(role: Role, organisation: OrganisationID? = nil, deputyFor: PersonID? = nil) {
        self.role = role
        self.organisation = organisation
        self.deputyFor = deputyFor
    }
}
