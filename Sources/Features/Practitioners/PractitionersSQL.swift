// SPDX-License-Identifier: EUPL-1.2

import SQL

enum PractitionersSQL: String, SQLStatement {
    // Root
    case begin = """
        INSERT INTO practitioner (pool_id, person_id, shuffle_key, places, taken, begun_at, version)
        SELECT r.pool_id, r.person_id, CAST($3 AS BIGINT), 0, 0, CAST($4 AS TEXT), 1
        FROM person_role r
        WHERE r.pool_id = $1 AND r.person_id = $2 AND r.role = 'practitioner' AND r.ended_at IS NULL
        ON CONFLICT (pool_id, person_id) DO UPDATE SET version = practitioner.version + 1
        RETURNING places, taken
        """
    case touch = """
        UPDATE practitioner SET version = version + 1
        WHERE pool_id = $1 AND person_id = $2
        RETURNING places, taken
        """
    case setPlaces = """
        UPDATE practitioner SET places = $3
        WHERE pool_id = $1 AND person_id = $2 AND taken <= $3
        RETURNING places
        """
    case takePlace = """
        UPDATE practitioner SET taken = taken + 1, version = version + 1
        WHERE pool_id = $1 AND person_id = $2 AND taken < places
            AND EXISTS (
                SELECT 1 FROM practitioner_standing s
                WHERE s.pool_id = $1 AND s.person_id = $2 AND s.standing = 'listed' AND s.ended_at IS NULL)
            AND NOT EXISTS (
                SELECT 1 FROM practitioner_standing s
                WHERE s.pool_id = $1 AND s.person_id = $2 AND s.standing = 'hidden' AND s.ended_at IS NULL)
            AND NOT EXISTS (
                SELECT 1 FROM practitioner_gate g
                WHERE g.pool_id = $1 AND g.person_id = $2 AND g.is_open = FALSE)
        RETURNING places, taken
        """
    case giveBackPlace = """
        UPDATE practitioner SET taken = taken - 1, version = version + 1
        WHERE pool_id = $1 AND person_id = $2
        RETURNING places, taken
        """
    case places = "SELECT places, taken FROM practitioner WHERE pool_id = $1 AND person_id = $2"

    // Profile
    case saveProfile = """
        INSERT INTO practitioner_profile (pool_id, person_id, edition, approach, methods, choices, places, saved_at, saved_by)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        ON CONFLICT (pool_id, person_id, edition) DO UPDATE SET
            approach = excluded.approach, methods = excluded.methods, choices = excluded.choices, places = excluded.places,
            saved_at = excluded.saved_at, saved_by = excluded.saved_by
        """
    case dropDraft = "DELETE FROM practitioner_profile WHERE pool_id = $1 AND person_id = $2 AND edition = 'draft'"
    case profile = """
        SELECT approach, methods, choices, places
        FROM practitioner_profile
        WHERE pool_id = $1 AND person_id = $2 AND edition = $3
        """

    // Standing
    case beginStanding = """
        INSERT INTO practitioner_standing (pool_id, id, person_id, standing, begun_at, begun_by, until_on)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (pool_id, person_id, standing) WHERE ended_at IS NULL DO NOTHING
        RETURNING id
        """
    case endStanding = """
        UPDATE practitioner_standing SET ended_at = $4, ended_by = $5
        WHERE pool_id = $1 AND person_id = $2 AND standing = $3 AND ended_at IS NULL
        RETURNING id
        """
    case endPauseThatRanOut = """
        UPDATE practitioner_standing SET ended_at = $3
        WHERE pool_id = $1 AND person_id = $2 AND standing = 'paused' AND ended_at IS NULL AND until_on <= $4
        RETURNING id
        """
    case standings = """
        SELECT standing, until_on FROM practitioner_standing
        WHERE pool_id = $1 AND person_id = $2 AND ended_at IS NULL
        """

    // Directory
    case entry = """
        SELECT p.shuffle_key, coalesce(f.open_choices, f.choices) AS choices
        FROM practitioner p
        JOIN practitioner_profile f
            ON f.pool_id = p.pool_id AND f.person_id = p.person_id AND f.edition = 'published'
        WHERE p.pool_id = $1 AND p.person_id = $2 AND p.taken < p.places
            AND EXISTS (
                SELECT 1 FROM practitioner_standing s
                WHERE s.pool_id = p.pool_id AND s.person_id = p.person_id AND s.standing = 'listed' AND s.ended_at IS NULL)
            AND NOT EXISTS (
                SELECT 1 FROM practitioner_standing s
                WHERE s.pool_id = p.pool_id AND s.person_id = p.person_id AND s.standing IN ('paused', 'hidden')
                    AND s.ended_at IS NULL)
            AND NOT EXISTS (
                SELECT 1 FROM practitioner_gate g
                WHERE g.pool_id = p.pool_id AND g.person_id = p.person_id AND g.is_open = FALSE)
        """
    case removeEntries = "DELETE FROM directory_entry WHERE pool_id = $1 AND person_id = $2"
    case addEntry = "INSERT INTO directory_entry (pool_id, code, shuffle_key, person_id) VALUES ($1, $2, $3, $4)"

    // Pages
    case publicProfile = """
        SELECT m.given_name, m.family_name, m.job_title, o.name AS organisation, f.approach, f.methods,
            coalesce(f.open_choices, f.choices) AS choices, f.places,
            CASE WHEN m.id <> v.id AND p.taken < p.places
                AND EXISTS (
                    SELECT 1 FROM person_role r
                    WHERE r.pool_id = m.pool_id AND r.person_id = m.id AND r.role = 'practitioner' AND r.ended_at IS NULL)
                AND NOT EXISTS (
                    SELECT 1 FROM practitioner_standing s
                    WHERE s.pool_id = m.pool_id AND s.person_id = m.id AND s.standing IN ('paused', 'hidden')
                        AND s.ended_at IS NULL)
                AND NOT EXISTS (
                    SELECT 1 FROM practitioner_gate g
                    WHERE g.pool_id = m.pool_id AND g.person_id = m.id AND g.is_open = FALSE)
                AND NOT coalesce(m.email_key = v.manager_email_key, FALSE)
                AND NOT coalesce(v.email_key = m.manager_email_key, FALSE)
            THEN 1 ELSE 0 END AS takes_clients
        FROM practitioner p
        JOIN person m ON m.pool_id = p.pool_id AND m.id = p.person_id
        JOIN person v ON v.pool_id = p.pool_id AND v.id = $3
        JOIN practitioner_profile f ON f.pool_id = p.pool_id AND f.person_id = p.person_id AND f.edition = 'published'
        LEFT JOIN organisation o ON o.pool_id = m.pool_id AND o.id = m.organisation_id
        WHERE p.pool_id = $1 AND p.person_id = $2
            AND EXISTS (
                SELECT 1 FROM practitioner_standing s
                WHERE s.pool_id = p.pool_id AND s.person_id = p.person_id AND s.standing = 'listed' AND s.ended_at IS NULL)
        """
    case person = """
        SELECT m.given_name, m.family_name, m.job_title, o.name AS organisation
        FROM person m
        LEFT JOIN organisation o ON o.pool_id = m.pool_id AND o.id = m.organisation_id
        WHERE m.pool_id = $1 AND m.id = $2
            AND EXISTS (
                SELECT 1 FROM person_role r
                WHERE r.pool_id = m.pool_id AND r.person_id = m.id AND r.role = 'practitioner' AND r.ended_at IS NULL)
        """
    case newest = """
        SELECT n.id, n.given_at, n.person_id, m.given_name, m.family_name, o.name AS organisation,
            CASE WHEN EXISTS (
                SELECT 1 FROM practitioner_standing s
                WHERE s.pool_id = $1 AND s.person_id = n.person_id AND s.standing = 'listed' AND s.ended_at IS NULL)
            THEN 1 ELSE 0 END AS is_listed,
            CASE WHEN EXISTS (
                SELECT 1 FROM practitioner_standing s
                WHERE s.pool_id = $1 AND s.person_id = n.person_id AND s.standing = 'paused' AND s.ended_at IS NULL)
            THEN 1 ELSE 0 END AS is_paused,
            CASE WHEN EXISTS (
                SELECT 1 FROM practitioner_standing s
                WHERE s.pool_id = $1 AND s.person_id = n.person_id AND s.standing = 'hidden' AND s.ended_at IS NULL)
            THEN 1 ELSE 0 END AS is_hidden,
            CASE WHEN EXISTS (
                SELECT 1 FROM admission a
                JOIN admission_step t ON t.pool_id = a.pool_id AND t.admission_id = a.id AND t.step = 'approved'
                WHERE a.pool_id = $1 AND a.person_id = n.person_id AND a.ended_at IS NULL)
            THEN 1 ELSE 0 END AS is_approved
        FROM (
            SELECT r.id, r.given_at, r.person_id
            FROM person_role r
            WHERE r.pool_id = $1 AND r.role = 'practitioner' AND r.ended_at IS NULL AND (r.given_at, r.id) < ($2, $3)
            ORDER BY r.given_at DESC, r.id DESC
            LIMIT $4
        ) n
        JOIN person m ON m.pool_id = $1 AND m.id = n.person_id
        LEFT JOIN organisation o ON o.pool_id = m.pool_id AND o.id = m.organisation_id
        ORDER BY n.given_at DESC, n.id DESC
        """
}
