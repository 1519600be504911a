// SPDX-License-Identifier: EUPL-1.2

import Journal
package import Kernel
package import SQL

/// Adds an organisation or gives it another name. For administrators: the caller's audience has checked that.
package struct SaveOrganisation: Sendable {
    private let database: any Database
    private let ids: any IDSource

    package init(database: any Database, ids: any IDSource) {
        self.database = database
        self.ids = ids
    }

    /// - Throws: `PoolsError.organisationTaken` where one of that name, accents and case apart, is there already.
    package func add(_ name: String, by viewer: Viewer, at: Timestamp) async throws -> OrganisationID {
        let organisation = ids.id(OrganisationKind.self)
        let entry = ids.id(JournalKind.self)
        try await translating {
            try await database.write { transaction in
                try transaction.run(PoolsSQL.insertOrganisation, viewer.pool, organisation, name, NameKey.of(name), at)
                try Journal.record(
                    in: transaction, pool: viewer.pool, at: at, id: entry,
                    actor: JournalActor(viewer, as: .administrator),
                    PoolsAction.organisationAdded, on: organisation)
            }
        }
        return organisation
    }

    /// - Throws: `PoolsError.notFound`, `.organisationTaken`.
    package func rename(_ organisation: OrganisationID, to name: String, by viewer: Viewer, at: Timestamp) async throws
    {
        let entry = ids.id(JournalKind.self)
        try await translating {
            try await database.write { transaction in
                let changed = try transaction.run(
                    PoolsSQL.renameOrganisation, viewer.pool, organisation, name, NameKey.of(name))
                guard changed == 1 else { throw PoolsError.notFound }
                try Journal.record(
                    in: transaction, pool: viewer.pool, at: at, id: entry,
                    actor: JournalActor(viewer, as: .administrator),
                    PoolsAction.organisationRenamed, on: organisation)
            }
        }
    }

    private func translating(_ work: () async throws -> Void) async throws {
        do {
            try await work()
        } catch DatabaseError.unique("organisation__pool_id_name_key__key") {
            throw PoolsError.organisationTaken
        }
    }
}
