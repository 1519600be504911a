// SPDX-License-Identifier: EUPL-1.2

package import Kernel
package import SQL

/// The roles that somebody holds on a day: what they were given and has not ended, and those they stand in for.
///
/// The same rows are the view `role_held` (columns `pool_id, person_id, role, organisation_id, scope_key, deputy_for, from_on,
/// until_on`), for statements of any feature that need them in a join.
package enum RolesReader {
    package static func held(in reader: Reader, pool: PoolID, person: PersonID, on day: Day) throws -> Set<HeldRole> {
        Set(
            try reader.rows(RoleSQL.held, pool, person, day).compactMap { row in
                guard let role = Role(rawValue: try row.text("role")) else { return nil }
                return HeldRole(
                    role: role, organisation: try row.optionalID("organisation_id"),
                    deputyFor: try row.optionalID("deputy_for"))
            })
    }
}
