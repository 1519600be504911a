// SPDX-License-Identifier: EUPL-1.2

import SQL

enum AdmissionSQL: String, SQLStatement {
    case apply = """
        INSERT INTO admission (pool_id, id, person_id, applied_at, version) VALUES ($1, $2, $3, $4, 1)
        ON CONFLICT (pool_id, person_id) WHERE ended_at IS NULL DO NOTHING
        RETURNING id
        """
    case open = """
        SELECT id, applied_at FROM admission WHERE pool_id = $1 AND person_id = $2 AND ended_at IS NULL
        """
    case move = """
        UPDATE admission SET version = version + 1
        WHERE pool_id = $1 AND person_id = $2 AND ended_at IS NULL
        RETURNING id
        """
    case steps = """
        SELECT a.step, a.detail, a.taken_at, a.taken_by, a.deputy_for, b.given_name, b.family_name
        FROM admission_step a
        JOIN person b ON b.pool_id = a.pool_id AND b.id = a.taken_by
        WHERE a.pool_id = $1 AND a.admission_id = $2
        ORDER BY a.taken_at, a.id
        """
    case addStep = """
        INSERT INTO admission_step (pool_id, id, admission_id, step, detail, taken_at, taken_by, deputy_for)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        """
    case end = """
        UPDATE admission SET ended_at = $3, outcome = $4
        WHERE pool_id = $1 AND person_id = $2 AND ended_at IS NULL
        """

    // The way back
    case hidden = """
        SELECT s.id, s.begun_at, s.begun_by, s.until_on, r.asked_at, r.approved_at, r.approved_by, r.deputy_for
        FROM practitioner_standing s
        LEFT JOIN standing_return r ON r.pool_id = s.pool_id AND r.standing_id = s.id
        WHERE s.pool_id = $1 AND s.person_id = $2 AND s.standing = 'hidden' AND s.ended_at IS NULL
        """
    case askReturn = """
        INSERT INTO standing_return (pool_id, standing_id, asked_at, asked_by) VALUES ($1, $2, $3, $4)
        ON CONFLICT (pool_id, standing_id) DO NOTHING
        RETURNING standing_id
        """
    case approveReturn = """
        UPDATE standing_return SET approved_at = $3, approved_by = $4, deputy_for = $5
        WHERE pool_id = $1 AND standing_id = $2 AND approved_at IS NULL
        RETURNING standing_id
        """
}
