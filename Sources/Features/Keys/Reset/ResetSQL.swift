// SPDX-License-Identifier: EUPL-1.2

import SQL

/// Keys that start anew.
enum ResetSQL: String, SQLStatement {
    case open = """
        SELECT r.id, r.person_id, r.started_at, r.started_by, r.due_at, r.needed, r.pending, p.given_name, p.family_name
        FROM key_reset r
        JOIN person p ON p.pool_id = r.pool_id AND p.id = r.person_id
        WHERE r.pool_id = $1 AND r.person_id = $2 AND r.ended_at IS NULL
        """
    case find = """
        SELECT r.id, r.person_id, r.started_at, r.started_by, r.due_at, r.needed, r.pending, p.given_name, p.family_name
        FROM key_reset r
        JOIN person p ON p.pool_id = r.pool_id AND p.id = r.person_id
        WHERE r.pool_id = $1 AND r.id = $2 AND r.ended_at IS NULL
        """
    /// Those of people who share an engagement with somebody that goes on.
    case ofOthers = """
        SELECT DISTINCT r.id, r.started_at
        FROM engagement_party mine
        CROSS JOIN engagement_party theirs
        JOIN key_reset r ON r.pool_id = $1 AND r.person_id = theirs.person_id AND r.ended_at IS NULL
        WHERE theirs.pool_id = $1 AND theirs.engagement_id = mine.engagement_id
            AND theirs.person_id <> mine.person_id AND theirs.role IN ('client', 'practitioner')
            AND mine.pool_id = $1 AND mine.person_id = $2 AND mine.role IN ('client', 'practitioner')
            AND NOT EXISTS (SELECT 1 FROM engagement_step s
                WHERE s.pool_id = $1 AND s.engagement_id = mine.engagement_id AND s.step = 'ended')
        ORDER BY r.started_at, r.id
        LIMIT 200
        """
    /// All that are open, for administrators, of whom one may have to vouch.
    case all = """
        SELECT r.id FROM key_reset r
        WHERE r.pool_id = $1 AND r.ended_at IS NULL AND EXISTS (
            SELECT 1 FROM role_held h
            WHERE h.pool_id = $1 AND h.person_id = $2 AND h.role = 'administrator'
                AND h.from_on <= $3 AND h.until_on >= $3)
        ORDER BY r.started_at, r.id
        LIMIT 200
        """
    /// The other side of each engagement that goes on, with their newest keys.
    case counterparts = """
        SELECT DISTINCT p.id, p.given_name, p.family_name, k.seq, k.sign_key
        FROM engagement_party mine
        CROSS JOIN engagement_party theirs
        CROSS JOIN person p
        JOIN key_statement k ON k.pool_id = $1 AND k.person_id = p.id
            AND k.seq = (SELECT max(n.seq) FROM key_statement n WHERE n.pool_id = $1 AND n.person_id = p.id)
        WHERE p.pool_id = $1 AND p.id = theirs.person_id AND theirs.pool_id = $1 AND theirs.engagement_id = mine.engagement_id
            AND theirs.person_id <> mine.person_id AND theirs.role IN ('client', 'practitioner')
            AND mine.pool_id = $1 AND mine.person_id = $2 AND mine.role IN ('client', 'practitioner')
            AND NOT EXISTS (SELECT 1 FROM engagement_step s
                WHERE s.pool_id = $1 AND s.engagement_id = mine.engagement_id AND s.step = 'ended')
        ORDER BY p.id
        LIMIT 200
        """
    /// Administrators with keys, but for the person and whoever began it.
    case administrators = """
        SELECT DISTINCT p.id, p.given_name, p.family_name, k.seq, k.sign_key
        FROM person_role r
        JOIN person p ON p.pool_id = $1 AND p.id = r.person_id
        JOIN key_statement k ON k.pool_id = $1 AND k.person_id = p.id
            AND k.seq = (SELECT max(n.seq) FROM key_statement n WHERE n.pool_id = $1 AND n.person_id = p.id)
        WHERE r.pool_id = $1 AND r.role = 'administrator' AND r.ended_at IS NULL AND p.id <> $2 AND p.id <> $3
        ORDER BY p.id
        LIMIT 200
        """
    case begin = """
        INSERT INTO key_reset (pool_id, id, person_id, started_at, started_by, due_at, needed)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        """
    case put = "UPDATE key_reset SET pending = $3 WHERE pool_id = $1 AND id = $2 AND ended_at IS NULL RETURNING id"
    case attest = """
        INSERT INTO key_attestation (pool_id, key_reset_id, person_id, signature, attested_at)
        VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (pool_id, key_reset_id, person_id) DO NOTHING
        """
    case attestations = """
        SELECT person_id, signature FROM key_attestation WHERE pool_id = $1 AND key_reset_id = $2 ORDER BY person_id
        """
    case end = """
        UPDATE key_reset SET ended_at = $3, end_reason = $4, pending = NULL
        WHERE pool_id = $1 AND id = $2 AND ended_at IS NULL
        RETURNING id
        """
}
