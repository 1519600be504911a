// SPDX-License-Identifier: EUPL-1.2

import Journal
package import Kernel
package import SQL

/// Adds somebody to the pool or changes what it knows of them.
package struct SavePerson: Sendable {
    private let database: any Database
    private let ids: any IDSource

    package init(database: any Database, ids: any IDSource) {
        self.database = database
        self.ids = ids
    }

    /// Adds a person with one role. Without an address they get a user name.
    ///
    /// - Throws: `PoolsError.emailTaken`, `.userNameTaken`, `.organisationNotYours`, those of `RoleRules.check`.
    package func add(_ details: PersonDetails, as role: Role, by viewer: Viewer, at: Timestamp) async throws -> PersonID
    {
        let person = ids.id(PersonKind.self)
        let grant = ids.id(RoleGrantKind.self)
        let entries = (ids.id(JournalKind.self), ids.id(JournalKind.self))
        let scope = role.isOfOrganisation ? details.organisation : nil
        try RoleRules.check(giving: role, to: person, for: scope, by: viewer)
        try await translating {
            try await database.write { transaction in
                try Self.checkOrganisation(details.organisation, viewer, at.day, transaction)
                let complete = try Self.named(details, viewer.pool, transaction)
                try transaction.each(
                    PersonSQL.insert, [complete.insertArguments(pool: viewer.pool, id: person, at: at)])
                try transaction.run(
                    RoleSQL.give, viewer.pool, grant, person, role.rawValue, scope, scope?.text ?? "", at, viewer.person
                )
                let actor = JournalActor(viewer, as: viewer.has(.administrator) ? .administrator : .lead)
                try Journal.record(
                    in: transaction, pool: viewer.pool, at: at, id: entries.0, actor: actor, PoolsAction.personAdded,
                    on: person)
                try Journal.record(
                    in: transaction, pool: viewer.pool, at: at, id: entries.1, actor: actor, PoolsAction.roleGiven,
                    on: grant)
            }
        }
        return person
    }

    /// Changes somebody whom the viewer answers for.
    ///
    /// - Parameter version: of the person as the form showed them.
    /// - Throws: `PoolsError.notFound`, `.changedMeanwhile`, `.emailTaken`, `.userNameTaken`, `.organisationNotYours`,
    ///   `.addressNotYours`.
    package func change(
        _ person: PersonID, to details: PersonDetails, version: Int, by viewer: Viewer, at: Timestamp
    ) async throws {
        let entry = ids.id(JournalKind.self)
        try await translating {
            try await database.write { transaction in
                guard let before = try Person.seen(person, by: viewer, on: at.day, in: transaction) else {
                    throw PoolsError.notFound
                }
                if details.organisation != before.details.organisation {
                    try Self.checkOrganisation(details.organisation, viewer, at.day, transaction)
                }
                var complete = details
                complete.userName = details.userName ?? before.details.userName
                complete = try Self.named(complete, viewer.pool, transaction)
                try Self.checkAddress(complete, before, viewer, at.day, transaction)
                if complete == before.details, version == before.version { return }
                let results = try transaction.each(
                    PersonSQL.update, [complete.updateArguments(pool: viewer.pool, id: person, version: version)])
                guard results.first?.changed == 1 else { throw PoolsError.changedMeanwhile }
                try Journal.record(
                    in: transaction, pool: viewer.pool, at: at, id: entry,
                    actor: JournalActor(viewer, as: viewer.has(.administrator) ? .administrator : .lead),
                    PoolsAction.personChanged, on: person)
            }
        }
    }

    /// Leads put people into their own organisations only, and nobody outside all of them.
    private static func checkOrganisation(
        _ organisation: OrganisationID?, _ viewer: Viewer, _ day: Day, _ transaction: Transaction
    ) throws {
        let held = try RolesReader.held(in: transaction, pool: viewer.pool, person: viewer.person, on: day)
        guard
            held.contains(where: { $0.role == .administrator || ($0.role == .lead && $0.organisation == organisation) })
        else {
            throw PoolsError.organisationNotYours
        }
        if let organisation, try transaction.first(PoolsSQL.organisation, viewer.pool, organisation) == nil {
            throw PoolsError.organisationNotYours
        }
    }

    /// Whoever sets an address receives the links that sign in with it. So a lead sets none for somebody who is more in the
    /// pool than a lead could make them.
    private static func checkAddress(
        _ details: PersonDetails, _ before: Person, _ viewer: Viewer, _ day: Day, _ transaction: Transaction
    ) throws {
        if viewer.has(.administrator) || viewer.person == before.id { return }
        if details.email == before.details.email, details.userName == before.details.userName { return }
        let held = try RolesReader.held(in: transaction, pool: viewer.pool, person: before.id, on: day)
        guard held.allSatisfy({ RoleRules.givenByLeads.contains($0.role) }) else { throw PoolsError.addressNotYours }
    }

    private static func named(_ details: PersonDetails, _ pool: PoolID, _ transaction: Transaction) throws
        -> PersonDetails
    {
        guard details.email == nil, details.userName == nil else { return details }
        let base = UserName.base(details)
        let taken = try transaction.rows(PersonSQL.userNamesFrom, pool, base, NameKey.end(of: base)).map {
            try $0.text("user_name")
        }
        var named = details
        named.userName = UserName.free(base: base, taken: Set(taken))
        return named
    }

    private func translating(_ work: () async throws -> Void) async throws {
        do {
            try await work()
        } catch DatabaseError.unique("person__pool_id_email_key__key") {
            throw PoolsError.emailTaken
        } catch DatabaseError.unique("person__pool_id_user_name__key") {
            throw PoolsError.userNameTaken
        }
    }
}
