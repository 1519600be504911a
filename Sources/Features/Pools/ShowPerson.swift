// SPDX-License-Identifier: EUPL-1.2

package import Kernel
package import SQL

/// Somebody with their roles and who stands in for them.
package struct PersonWithRoles: Sendable {
    package let person: Person
    package let roles: [RoleWithDeputies]
}

package struct RoleWithDeputies: Sendable {
    package let grant: RoleGrant
    /// Those of today and of days to come.
    package let deputies: [Deputyship]
}

/// Shows somebody to those who answer for them.
package struct ShowPerson: Sendable {
    private let database: any Database

    package init(database: any Database) {
        self.database = database
    }

    /// - Throws: `PoolsError.notFound` where the viewer does not answer for them.
    package func callAsFunction(_ person: PersonID, for viewer: Viewer, on day: Day) async throws -> PersonWithRoles {
        try await database.read { reader in
            guard let found = try Person.seen(person, by: viewer, on: day, in: reader) else {
                throw PoolsError.notFound
            }
            return PersonWithRoles(person: found, roles: try Self.roles(of: person, viewer.pool, day, reader))
        }
    }

    /// The viewer's own roles.
    package func own(_ viewer: Viewer, on day: Day) async throws -> [RoleWithDeputies] {
        try await database.read { try Self.roles(of: viewer.person, viewer.pool, day, $0) }
    }

    /// One role of somebody: for its holder and for those who answer for them.
    ///
    /// - Throws: `PoolsError.notFound`.
    package func role(_ grant: RoleGrantID, for viewer: Viewer, on day: Day) async throws -> RoleGrant {
        try await database.read { reader in
            guard let row = try reader.first(RoleSQL.grant, viewer.pool, grant, viewer.person, day) else {
                throw PoolsError.notFound
            }
            return try RoleGrant(row: row)
        }
    }

    private static func roles(of person: PersonID, _ pool: PoolID, _ day: Day, _ reader: Reader) throws
        -> [RoleWithDeputies]
    {
        try reader.rows(RoleSQL.grantsOf, pool, person).map { row in
            let grant = try RoleGrant(row: row)
            let deputies = try reader.rows(RoleSQL.deputiesOf, pool, grant.id, day).map(Deputyship.init(row:))
            return RoleWithDeputies(grant: grant, deputies: deputies)
        }
    }
}
