// SPDX-License-Identifier: EUPL-1.2

import SQL

/// Pools, host names, settings, organisations.
enum PoolsSQL: String, SQLStatement {
    case sites = """
        SELECT p.id, p.short_name, p.name, h.host, h.room_host, c.value AS contact, e.value AS crisis_en,
            w.value AS crisis_cy
        FROM pool p
        LEFT JOIN pool_setting c ON c.pool_id = p.id AND c.name = 'contact'
        LEFT JOIN pool_setting e ON e.pool_id = p.id AND e.name = 'crisis_text_en'
        LEFT JOIN pool_setting w ON w.pool_id = p.id AND w.name = 'crisis_text_cy'
        LEFT JOIN pool_host h ON h.pool_id = p.id
        ORDER BY p.id, h.host
        """
    case poolOf = "SELECT id FROM pool WHERE short_name = $1"
    case insertPool = "INSERT INTO pool (id, short_name, name, created_at) VALUES ($1, $2, $3, $4)"
    case insertHost = "INSERT INTO pool_host (host, pool_id, room_host) VALUES ($1, $2, $3)"
    case settings = "SELECT name, value FROM pool_setting WHERE pool_id = $1"
    case setSetting = """
        INSERT INTO pool_setting (pool_id, name, value, set_at, set_by) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (pool_id, name) DO UPDATE SET value = excluded.value, set_at = excluded.set_at, set_by = excluded.set_by
        """
    case organisationsSeen = """
        SELECT o.id, o.name,
            (SELECT count(*) FROM person p WHERE p.pool_id = o.pool_id AND p.organisation_id = o.id) AS people
        FROM organisation o
        WHERE o.pool_id = $1 AND EXISTS (
            SELECT 1 FROM role_held h
            WHERE h.pool_id = $1 AND h.person_id = $2 AND h.from_on <= $3 AND h.until_on >= $3
                AND (h.role = 'administrator' OR (h.role = 'lead' AND h.scope_key = o.id)))
        ORDER BY o.name_key, o.id
        """
    case organisation = "SELECT id, name FROM organisation WHERE pool_id = $1 AND id = $2"
    case organisationKeys = "SELECT id, name_key FROM organisation WHERE pool_id = $1"
    case insertOrganisation = """
        INSERT INTO organisation (pool_id, id, name, name_key, created_at) VALUES ($1, $2, $3, $4, $5)
        """
    case renameOrganisation = "UPDATE organisation SET name = $3, name_key = $4 WHERE pool_id = $1 AND id = $2"
}
