// SPDX-License-Identifier: EUPL-1.2

import SQL

/// Roles and deputies. The view `role_held` answers who holds what on a day (`docs/model.md`).
enum RoleSQL: String, SQLStatement {
    case held = """
        SELECT role, organisation_id, deputy_for
        FROM role_held
        WHERE pool_id = $1 AND person_id = $2 AND from_on <= $3 AND until_on >= $3
        """
    case grantsOf = """
        SELECT r.id, r.person_id, p.given_name, p.family_name, r.role, r.organisation_id, o.name AS organisation_name, r.given_at
        FROM person_role r
        JOIN person p ON p.pool_id = r.pool_id AND p.id = r.person_id
        LEFT JOIN organisation o ON o.pool_id = r.pool_id AND o.id = r.organisation_id
        WHERE r.pool_id = $1 AND r.person_id = $2 AND r.ended_at IS NULL
        ORDER BY r.role, o.name_key, r.id
        """
    case grant = """
        SELECT r.id, r.person_id, p.given_name, p.family_name, r.role, r.organisation_id, o.name AS organisation_name, r.given_at
        FROM person_role r
        JOIN person p ON p.pool_id = r.pool_id AND p.id = r.person_id
        LEFT JOIN organisation o ON o.pool_id = r.pool_id AND o.id = r.organisation_id
        WHERE r.pool_id = $1 AND r.id = $2 AND r.ended_at IS NULL AND (r.person_id = $3 OR EXISTS (
            SELECT 1 FROM role_held h
            WHERE h.pool_id = $1 AND h.person_id = $3 AND h.from_on <= $4 AND h.until_on >= $4
                AND (h.role = 'administrator' OR (h.role = 'lead' AND h.scope_key = p.organisation_id))))
        """
    case give = """
        INSERT INTO person_role (pool_id, id, person_id, role, organisation_id, scope_key, given_at, given_by)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        ON CONFLICT (pool_id, person_id, role, scope_key) WHERE ended_at IS NULL DO NOTHING
        RETURNING id
        """
    case end = """
        UPDATE person_role SET ended_at = $3, ended_by = $4 WHERE pool_id = $1 AND id = $2 AND ended_at IS NULL
        """
    case lockAdministrators = "UPDATE pool SET name = name WHERE id = $1"
    case administrators = """
        SELECT count(*) AS administrators FROM person_role
        WHERE pool_id = $1 AND role = 'administrator' AND scope_key = '' AND ended_at IS NULL
        """
    case rolesOf = """
        SELECT role, scope_key FROM person_role
        WHERE pool_id = $1 AND person_id = $2 AND ended_at IS NULL
        ORDER BY role, scope_key
        """
    case deputiesOf = """
        SELECT d.id, d.person_role_id, d.deputy_id, p.given_name, p.family_name, d.from_on, d.until_on
        FROM role_deputy d
        JOIN person p ON p.pool_id = d.pool_id AND p.id = d.deputy_id
        WHERE d.pool_id = $1 AND d.person_role_id = $2 AND d.ended_at IS NULL AND d.until_on >= $3
        ORDER BY d.from_on, d.id
        """
    case nameDeputy = """
        INSERT INTO role_deputy (pool_id, id, person_role_id, deputy_id, from_on, until_on, named_at, named_by)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        """
    case deputy = """
        SELECT d.id, d.person_role_id, d.deputy_id, p.given_name, p.family_name, d.from_on, d.until_on
        FROM role_deputy d
        JOIN person p ON p.pool_id = d.pool_id AND p.id = d.deputy_id
        WHERE d.pool_id = $1 AND d.id = $2 AND d.ended_at IS NULL
        """
    case endDeputy = """
        UPDATE role_deputy SET ended_at = $3, ended_by = $4 WHERE pool_id = $1 AND id = $2 AND ended_at IS NULL
        """
}
