// SPDX-License-Identifier: EUPL-1.2

import SQL

/// Signing in with the kit alone, which waits.
enum RecoverySQL: String, SQLStatement {
    case open = """
        SELECT r.id, r.person_id, r.started_at, r.due_at, r.approved_at, p.given_name, p.family_name
        FROM key_recovery r
        JOIN person p ON p.pool_id = r.pool_id AND p.id = r.person_id
        WHERE r.pool_id = $1 AND r.person_id = $2 AND r.ended_at IS NULL
        """
    case find = """
        SELECT r.id, r.person_id, r.started_at, r.due_at, r.approved_at, p.given_name, p.family_name
        FROM key_recovery r
        JOIN person p ON p.pool_id = r.pool_id AND p.id = r.person_id
        WHERE r.pool_id = $1 AND r.id = $2 AND r.ended_at IS NULL
        """
    /// Those of people who share an engagement with somebody.
    case ofOthers = """
        SELECT DISTINCT r.id, r.person_id, r.started_at, r.due_at, r.approved_at, p.given_name, p.family_name
        FROM engagement_party mine
        CROSS JOIN engagement_party theirs
        JOIN key_recovery r ON r.pool_id = $1 AND r.person_id = theirs.person_id AND r.ended_at IS NULL
        JOIN person p ON p.pool_id = $1 AND p.id = r.person_id
        WHERE theirs.pool_id = $1 AND theirs.engagement_id = mine.engagement_id
            AND theirs.person_id <> mine.person_id AND theirs.role IN ('client', 'practitioner')
            AND mine.pool_id = $1 AND mine.person_id = $2 AND mine.role IN ('client', 'practitioner')
            AND NOT EXISTS (SELECT 1 FROM engagement_step s
                WHERE s.pool_id = $1 AND s.engagement_id = mine.engagement_id AND s.step = 'ended')
        ORDER BY r.started_at, r.id
        LIMIT 200
        """
    case begin = """
        INSERT INTO key_recovery (pool_id, id, person_id, started_at, due_at) VALUES ($1, $2, $3, $4, $5)
        """
    case approve = """
        UPDATE key_recovery SET approved_at = $3, approved_by = $4
        WHERE pool_id = $1 AND id = $2 AND ended_at IS NULL AND approved_at IS NULL
        RETURNING id
        """
    case end = """
        UPDATE key_recovery SET ended_at = $3, end_reason = $4 WHERE pool_id = $1 AND id = $2 AND ended_at IS NULL
        RETURNING id
        """
}
