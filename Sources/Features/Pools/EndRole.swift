// SPDX-License-Identifier: EUPL-1.2

import Journal
package import Kernel
package import SQL

/// Ends a role; the row stays, with who and when. Whoever stood in for it stops at the same moment.
package struct EndRole: Sendable {
    private let database: any Database
    private let ids: any IDSource

    package init(database: any Database, ids: any IDSource) {
        self.database = database
        self.ids = ids
    }

    /// - Throws: `PoolsError.notFound`, `.roleNotYours`, `.changedMeanwhile` where it has ended, `.lastAdministrator`.
    package func callAsFunction(_ grant: RoleGrantID, by viewer: Viewer, at: Timestamp) async throws -> RoleGrant {
        let entry = ids.id(JournalKind.self)
        return try await database.write { transaction in
            guard let row = try transaction.first(RoleSQL.grant, viewer.pool, grant, viewer.person, at.day) else {
                throw PoolsError.notFound
            }
            let found = try RoleGrant(row: row)
            guard RoleRules.mayGive(viewer).contains(found.role) else { throw PoolsError.notFound }
            if found.role == .administrator {
                // Two who end each other's role at the same moment must not both succeed.
                try transaction.run(RoleSQL.lockAdministrators, viewer.pool)
                let left = try transaction.first(RoleSQL.administrators, viewer.pool)?.int("administrators") ?? 0
                if left <= 1 { throw PoolsError.lastAdministrator }
            }
            guard try transaction.run(RoleSQL.end, viewer.pool, grant, at, viewer.person) == 1 else {
                throw PoolsError.changedMeanwhile
            }
            try transaction.run(PersonSQL.touch, viewer.pool, found.person)
            try Journal.record(
                in: transaction, pool: viewer.pool, at: at, id: entry,
                actor: JournalActor(viewer, as: viewer.has(.administrator) ? .administrator : .lead),
                PoolsAction.roleEnded, on: grant)
            return found
        }
    }
}
