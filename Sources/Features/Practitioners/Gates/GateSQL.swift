// SPDX-License-Identifier: EUPL-1.2

import SQL

enum GateSQL: String, SQLStatement {
    case facts = """
        SELECT p.person_id, f.choices, f.open_choices, g.is_open, g.services, g.lacks, g.expertise, g.next_on,
            CASE WHEN EXISTS (
                SELECT 1 FROM practitioner_standing s
                WHERE s.pool_id = p.pool_id AND s.person_id = p.person_id AND s.standing = 'listed' AND s.ended_at IS NULL)
            THEN 1 ELSE 0 END AS is_listed
        FROM practitioner p
        LEFT JOIN practitioner_profile f
            ON f.pool_id = p.pool_id AND f.person_id = p.person_id AND f.edition = 'published'
        LEFT JOIN practitioner_gate g ON g.pool_id = p.pool_id AND g.person_id = p.person_id
        WHERE p.pool_id = $1 AND p.person_id >= $2 AND p.person_id <= $3
        ORDER BY p.person_id
        LIMIT $4
        """
    case save = """
        INSERT INTO practitioner_gate (pool_id, person_id, is_open, services, expertise, lacks, judged_on, next_on)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        ON CONFLICT (pool_id, person_id) DO UPDATE SET
            is_open = excluded.is_open, services = excluded.services, expertise = excluded.expertise,
            lacks = excluded.lacks, judged_on = excluded.judged_on, next_on = excluded.next_on
        """
    case saveOpenChoices = """
        UPDATE practitioner_profile SET open_choices = $3
        WHERE pool_id = $1 AND person_id = $2 AND edition = 'published'
        """
    case gate = """
        SELECT is_open, services, expertise, lacks, next_on FROM practitioner_gate WHERE pool_id = $1 AND person_id = $2
        """
    case openLapse = """
        SELECT id, lacks, began_on, decided_at, decided_by, may_book_until FROM practitioner_lapse
        WHERE pool_id = $1 AND person_id = $2 AND ended_at IS NULL
        """
    case beginLapse = """
        INSERT INTO practitioner_lapse (pool_id, id, person_id, lacks, began_on) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (pool_id, person_id) WHERE ended_at IS NULL DO NOTHING
        RETURNING id
        """
    case endLapse = """
        UPDATE practitioner_lapse SET ended_at = $3
        WHERE pool_id = $1 AND person_id = $2 AND ended_at IS NULL
        RETURNING id
        """
    case decideLapse = """
        UPDATE practitioner_lapse SET decided_at = $3, decided_by = $4, deputy_for = $5, may_book_until = $6
        WHERE pool_id = $1 AND person_id = $2 AND ended_at IS NULL
        RETURNING id
        """
    case leadsOf = """
        SELECT r.person_id
        FROM person_role r
        WHERE r.pool_id = $1 AND r.role = 'lead' AND r.ended_at IS NULL
            AND r.scope_key = (SELECT m.organisation_id FROM person m WHERE m.pool_id = $1 AND m.id = $2)
        ORDER BY r.given_at, r.id
        LIMIT 10
        """
}
