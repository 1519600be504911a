// SPDX-License-Identifier: EUPL-1.2

import SQL

/// Sign-ins: who is behind a cookie, how one begins, how it ends.
enum SignInSQL: String, SQLStatement {
    /// On every request: the sign-in, the person and each role held today, by grant or as a deputy, in one statement.
    /// `CROSS JOIN` keeps SQLite to this order: from the person to their deputyships, never along those of the whole pool.
    case find = """
        WITH found AS (
            SELECT s.id, s.person_id, s.seen_at, s.expires_at, s.idle_minutes, p.given_name, p.family_name
            FROM sign_in s
            JOIN person p ON p.pool_id = s.pool_id AND p.id = s.person_id
            WHERE s.pool_id = $1 AND s.token_hash = $2
                AND NOT EXISTS (SELECT 1 FROM sign_in_end e WHERE e.pool_id = $1 AND e.sign_in_id = s.id)
        )
        SELECT f.id, f.person_id, f.seen_at, f.expires_at, f.idle_minutes, f.given_name, f.family_name,
            r.role, r.organisation_id, CAST(NULL AS TEXT) AS deputy_for
        FROM found f
        LEFT JOIN person_role r ON r.pool_id = $1 AND r.person_id = f.person_id AND r.ended_at IS NULL
        UNION ALL
        SELECT f.id, f.person_id, f.seen_at, f.expires_at, f.idle_minutes, f.given_name, f.family_name,
            r.role, r.organisation_id, r.person_id AS deputy_for
        FROM found f
        CROSS JOIN role_deputy d
        JOIN person_role r ON r.pool_id = $1 AND r.id = d.person_role_id AND r.ended_at IS NULL
        WHERE d.pool_id = $1 AND d.deputy_id = f.person_id
            AND d.until_on >= $3 AND d.from_on <= $3 AND d.ended_at IS NULL
        """
    case seen = "UPDATE sign_in SET seen_at = $3 WHERE pool_id = $1 AND id = $2 AND seen_at < $3"
    case start = """
        INSERT INTO sign_in
            (pool_id, id, token_hash, person_id, device, is_shared_device, idle_minutes, started_at, seen_at, expires_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9)
        """
    case end = """
        INSERT INTO sign_in_end (pool_id, sign_in_id, ended_at, reason)
        SELECT s.pool_id, s.id, CAST($4 AS TEXT), CAST($5 AS TEXT)
        FROM sign_in s WHERE s.pool_id = $1 AND s.id = $2 AND s.person_id = $3
        ON CONFLICT (pool_id, sign_in_id) DO NOTHING
        RETURNING sign_in_id
        """
    case endAll = """
        INSERT INTO sign_in_end (pool_id, sign_in_id, ended_at, reason)
        SELECT s.pool_id, s.id, CAST($3 AS TEXT), CAST($4 AS TEXT)
        FROM sign_in s WHERE s.pool_id = $1 AND s.person_id = $2 AND s.expires_at > $3
        ON CONFLICT (pool_id, sign_in_id) DO NOTHING
        """
    case open = """
        SELECT s.id, s.device, s.is_shared_device, s.started_at, s.seen_at, s.idle_minutes
        FROM sign_in s
        WHERE s.pool_id = $1 AND s.person_id = $2 AND s.expires_at > $3
            AND NOT EXISTS (SELECT 1 FROM sign_in_end e WHERE e.pool_id = $1 AND e.sign_in_id = s.id)
        ORDER BY s.started_at DESC, s.id
        LIMIT 200
        """
    case arrive = """
        INSERT INTO arrival (pool_id, person_id, came_at) VALUES ($1, $2, $3)
        ON CONFLICT (pool_id, person_id) DO NOTHING
        """
}
