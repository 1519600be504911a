// SPDX-License-Identifier: EUPL-1.2

import SQL

/// Each stops at the first row that answers.
enum FirstDaySQL: String, SQLStatement {
    case organisations = "SELECT count(*) AS n FROM organisation WHERE pool_id = $1"
    case withoutLead = """
        SELECT count(*) AS n
        FROM organisation o
        WHERE o.pool_id = $1 AND NOT EXISTS (
            SELECT 1 FROM person_role r
            WHERE r.pool_id = $1 AND r.role = 'lead' AND r.scope_key = o.id AND r.ended_at IS NULL)
        """
    case withoutDeputy = """
        SELECT count(*) AS n
        FROM (
            SELECT r.id
            FROM person_role r
            WHERE r.pool_id = $1 AND r.role = 'lead' AND r.ended_at IS NULL AND NOT EXISTS (
                SELECT 1 FROM role_deputy d
                WHERE d.pool_id = $1 AND d.person_role_id = r.id AND d.ended_at IS NULL AND d.until_on >= $2)
            ORDER BY r.given_at, r.id
            LIMIT 100
        ) lonely
        """
    case ofRole = """
        SELECT count(*) AS n
        FROM (
            SELECT r.id FROM person_role r
            WHERE r.pool_id = $1 AND r.role = $2 AND r.ended_at IS NULL
            ORDER BY r.given_at, r.id
            LIMIT 10
        ) few
        """
    case came = """
        SELECT count(*) AS n
        FROM (
            SELECT i.id
            FROM invitation i
            JOIN invitation_end e ON e.pool_id = i.pool_id AND e.invitation_id = i.id AND e.reason = 'came'
            WHERE i.pool_id = $1
            ORDER BY i.id
            LIMIT 1
        ) one
        """
}
