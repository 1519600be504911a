// SPDX-License-Identifier: EUPL-1.2

package import Kernel
package import SQL

/// One line of the list of members.
package struct Member: Hashable, Sendable {
    package let id: PersonID
    package let name: String
    package let email: String?
    package let userName: String?
    package let organisation: String?
    package let jobTitle: String
    package let roles: [Role]
}

/// The people whom a viewer answers for, by name: one page read by key, so that its time does not grow with the pool.
package struct ListMembers: Sendable {
    package static let pageSize = 50

    private let database: any Database

    package init(database: any Database) {
        self.database = database
    }

    /// - Parameter after: the last person of the page before. An id and no name, since it stands in an address.
    package func callAsFunction(for viewer: Viewer, after: PersonID?, on day: Day) async throws -> Page<Member> {
        try await database.read { reader in
            let from = try Self.position(after, viewer.pool, reader)
            let statement: PersonSQL = viewer.has(.administrator) ? .listOfPool : .listOfLead
            let rows = try reader.rows(
                statement, viewer.pool, viewer.person, day, from.key, from.id, Self.pageSize + 1)
            return try Self.page(rows, viewer.pool, reader)
        }
    }

    /// Those whose name begins so, either way round, or whose address or user name is exactly that.
    package func search(_ words: String, for viewer: Viewer, after: PersonID?, on day: Day) async throws -> Page<Member>
    {
        let key = NameKey.of(words)
        let exact = Text.emailKey(words)
        return try await database.read { reader in
            let from = try Self.position(after, viewer.pool, reader)
            let rows = try reader.rows(
                PersonSQL.search, viewer.pool, viewer.person, day, key, NameKey.end(of: key), exact, from.key, from.id,
                Self.pageSize + 1)
            return try Self.page(rows, viewer.pool, reader)
        }
    }

    private static func position(_ after: PersonID?, _ pool: PoolID, _ reader: Reader) throws -> (
        key: String, id: String
    ) {
        guard let after, let row = try reader.first(PersonSQL.position, pool, after) else { return ("", "") }
        return (try row.text("name_key"), after.text)
    }

    private static func page(_ rows: [Row], _ pool: PoolID, _ reader: Reader) throws -> Page<Member> {
        let ids = try rows.map { try $0.id("id", PersonKind.self) }
        let roles = try reader.each(RoleSQL.rolesOf, ids.map { [pool, $0] })
        let members = try zip(rows, zip(ids, roles)).map { row, found in
            var held: [Role] = []
            for role in try found.1.rows.compactMap({ Role(rawValue: try $0.text("role")) }) where !held.contains(role)
            {
                held.append(role)
            }
            return Member(
                id: found.0,
                name: PersonDetails(givenName: try row.text("given_name"), familyName: try row.text("family_name"))
                    .name,
                email: try row.optionalText("email"), userName: try row.optionalText("user_name"),
                organisation: try row.optionalText("organisation_name"), jobTitle: try row.text("job_title"),
                roles: held)
        }
        return Page(overRead: members, limit: pageSize) { $0.id.text }
    }
}
