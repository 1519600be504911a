// SPDX-License-Identifier: EUPL-1.2

import Journal
package import Kernel
package import SQL

/// Gives somebody a role. Roles add up: nobody loses one by getting another.
package struct GiveRole: Sendable {
    private let database: any Database
    private let ids: any IDSource

    package init(database: any Database, ids: any IDSource) {
        self.database = database
        self.ids = ids
    }

    /// - Parameter organisation: for which they hold it; looked at only for roles of an organisation.
    /// - Throws: `PoolsError.notFound` for somebody whom the viewer does not answer for, `.roleHeldAlready`,
    ///   `.organisationNotYours`, those of `RoleRules.check`.
    package func callAsFunction(
        _ role: Role, to person: PersonID, for organisation: OrganisationID?, by viewer: Viewer, at: Timestamp
    ) async throws {
        let grant = ids.id(RoleGrantKind.self)
        let entry = ids.id(JournalKind.self)
        let scope = role.isOfOrganisation ? organisation : nil
        try await database.write { transaction in
            guard try Person.seen(person, by: viewer, on: at.day, in: transaction) != nil else {
                throw PoolsError.notFound
            }
            try RoleRules.check(giving: role, to: person, for: scope, by: viewer)
            if let scope, try transaction.first(PoolsSQL.organisation, viewer.pool, scope) == nil {
                throw PoolsError.organisationNotYours
            }
            let given = try transaction.rows(
                RoleSQL.give, viewer.pool, grant, person, role.rawValue, scope, scope?.text ?? "", at, viewer.person)
            guard !given.isEmpty else { throw PoolsError.roleHeldAlready }
            try transaction.run(PersonSQL.touch, viewer.pool, person)
            try Journal.record(
                in: transaction, pool: viewer.pool, at: at, id: entry,
                actor: JournalActor(viewer, as: viewer.has(.administrator) ? .administrator : .lead),
                PoolsAction.roleGiven, on: grant)
        }
    }
}
