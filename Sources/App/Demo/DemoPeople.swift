// SPDX-License-Identifier: EUPL-1.2

import Kernel
import SQL

private enum DemoSQL: String, SQLStatement {
    case people = """
        SELECT p.id, p.given_name, p.family_name, o.name AS organisation, r.role
        FROM person p
        JOIN organisation o ON o.pool_id = p.pool_id AND o.id = p.organisation_id
        JOIN person_role r ON r.pool_id = p.pool_id AND r.person_id = p.id AND r.ended_at IS NULL
        WHERE p.pool_id = $1
        ORDER BY p.email_key, r.role
        """
}

/// Who is in the demonstration.
struct DemoPeople {
    let database: any Database

    func all(in pool: PoolID) async throws -> [DemoPool.Somebody] {
        let rows = try await database.read { try $0.rows(DemoSQL.people, pool) }
        var people: [DemoPool.Somebody] = []
        for row in rows {
            let person: PersonID = try row.id("id")
            guard let role = Role(rawValue: try row.text("role")) else { continue }
            let earlier = people.last?.person == person ? people.removeLast().roles : []
            people.append(
                DemoPool.Somebody(
                    person: person, name: try row.text("given_name") + " " + (try row.text("family_name")),
                    organisation: try row.text("organisation"), roles: earlier + [role]))
        }
        return people
    }
}
