// SPDX-License-Identifier: EUPL-1.2

package import Kernel
package import SQL

/// The organisations that a viewer answers for: all of the pool for administrators, their own for leads.
package struct ListOrganisations: Sendable {
    private let database: any Database

    package init(database: any Database) {
        self.database = database
    }

    package func callAsFunction(for viewer: Viewer, on day: Day) async throws -> [Organisation] {
        try await database.read { reader in
            try reader.rows(PoolsSQL.organisationsSeen, viewer.pool, viewer.person, day).map {
                Organisation(id: try $0.id("id"), name: try $0.text("name"), people: try $0.int("people"))
            }
        }
    }
}
