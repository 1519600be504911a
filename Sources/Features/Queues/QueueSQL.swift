// SPDX-License-Identifier: EUPL-1.2

import SQL

enum QueueSQL: String, SQLStatement {
    case put = """
        INSERT INTO queue_item (pool_id, id, kind, subject_id, person_id, organisation_id, since)
        SELECT m.pool_id, CAST($2 AS TEXT), CAST($3 AS TEXT), CAST($4 AS TEXT), m.id, m.organisation_id, CAST($6 AS TEXT)
        FROM person m
        WHERE m.pool_id = $1 AND m.id = $5
        ON CONFLICT (pool_id, kind, subject_id) WHERE ended_at IS NULL DO NOTHING
        """
    case end = """
        UPDATE queue_item SET ended_at = $4, ended_by = $5
        WHERE pool_id = $1 AND kind = $2 AND subject_id = $3 AND ended_at IS NULL
        """
    case ofPool = """
        SELECT q.id, q.kind, q.subject_id, q.person_id, q.since, m.given_name, m.family_name, o.name AS organisation
        FROM (
            SELECT i.id, i.kind, i.subject_id, i.person_id, i.since
            FROM queue_item i
            WHERE i.pool_id = $1 AND i.ended_at IS NULL AND (i.since, i.id) > ($2, $3)
            ORDER BY i.since, i.id
            LIMIT $4
        ) q
        JOIN person m ON m.pool_id = $1 AND m.id = q.person_id
        LEFT JOIN organisation o ON o.pool_id = $1 AND o.id = m.organisation_id
        ORDER BY q.since, q.id
        """
    case ofPoolAndKind = """
        SELECT q.id, q.kind, q.subject_id, q.person_id, q.since, m.given_name, m.family_name, o.name AS organisation
        FROM (
            SELECT i.id, i.kind, i.subject_id, i.person_id, i.since
            FROM queue_item i
            WHERE i.pool_id = $1 AND i.kind = $5 AND i.ended_at IS NULL AND (i.since, i.id) > ($2, $3)
            ORDER BY i.since, i.id
            LIMIT $4
        ) q
        JOIN person m ON m.pool_id = $1 AND m.id = q.person_id
        LEFT JOIN organisation o ON o.pool_id = $1 AND o.id = m.organisation_id
        ORDER BY q.since, q.id
        """
    case ofLead = """
        SELECT i.id, i.kind, i.subject_id, i.person_id, i.since, m.given_name, m.family_name, o.name AS organisation
        FROM role_held h
        JOIN queue_item i ON i.pool_id = h.pool_id AND i.organisation_id = h.scope_key AND i.ended_at IS NULL
        JOIN person m ON m.pool_id = i.pool_id AND m.id = i.person_id AND m.organisation_id = i.organisation_id
        JOIN organisation o ON o.pool_id = i.pool_id AND o.id = i.organisation_id
        WHERE h.pool_id = $1 AND h.person_id = $6 AND h.role = 'lead' AND h.from_on <= $7 AND h.until_on >= $7
            AND i.kind IN ('application', 'expertise', 'returning', 'lapse', 'code', 'renewal')
            AND (i.since, i.id) > ($2, $3) AND (CAST($5 AS TEXT) = '' OR i.kind = $5)
        GROUP BY i.id, i.kind, i.subject_id, i.person_id, i.since, m.given_name, m.family_name, o.name
        ORDER BY i.since, i.id
        LIMIT $4
        """
}
