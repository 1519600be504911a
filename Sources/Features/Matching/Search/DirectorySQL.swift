// SPDX-License-Identifier: EUPL-1.2

import SQL

enum DirectorySQL: String, SQLStatement {
    case rarity = """
        SELECT count(*) AS entries
        FROM (
            SELECT d.person_id
            FROM directory_entry d
            WHERE d.pool_id = $1 AND d.code = $2
            ORDER BY d.shuffle_key, d.person_id
            LIMIT $3
        ) few
        """
    case candidates = """
        SELECT e.shuffle_key, e.person_id, coalesce(f.open_choices, f.choices) AS choices, substr(f.approach, 1, 240) AS opening,
            m.given_name, m.family_name, m.job_title, o.name AS organisation,
            CASE WHEN m.id = v.id
                OR coalesce(m.email_key = v.manager_email_key, FALSE)
                OR coalesce(v.email_key = m.manager_email_key, FALSE)
                OR NOT EXISTS (
                    SELECT 1 FROM person_role r
                    WHERE r.pool_id = m.pool_id AND r.person_id = m.id AND r.role = 'practitioner' AND r.ended_at IS NULL)
            THEN 1 ELSE 0 END AS is_apart,
            CASE WHEN m.organisation_id = v.organisation_id AND m.department_key = v.department_key AND m.department_key <> ''
            THEN 1 ELSE 0 END AS is_own_team
        FROM (
            SELECT d.shuffle_key, d.person_id
            FROM directory_entry d
            WHERE d.pool_id = $1 AND d.code = $2 AND (d.shuffle_key, d.person_id) > ($3, $4) AND d.shuffle_key < $5
            ORDER BY d.shuffle_key, d.person_id
            LIMIT $6
        ) e
        JOIN person v ON v.pool_id = $1 AND v.id = $7
        JOIN person m ON m.pool_id = $1 AND m.id = e.person_id
        JOIN practitioner_profile f ON f.pool_id = $1 AND f.person_id = e.person_id AND f.edition = 'published'
        LEFT JOIN organisation o ON o.pool_id = $1 AND o.id = m.organisation_id
        ORDER BY e.shuffle_key, e.person_id
        """
    case store = """
        INSERT INTO directory_search (pool_id, sign_in_id, choices, with_own_team, seed, made_at)
        VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (pool_id, sign_in_id) DO UPDATE SET
            choices = excluded.choices, with_own_team = excluded.with_own_team, seed = excluded.seed, made_at = excluded.made_at
        """
    case dropOld = "DELETE FROM directory_search WHERE pool_id = $1 AND made_at < $2"
    case searched = "SELECT choices FROM directory_search WHERE pool_id = $1 AND sign_in_id = $2"
    case stored = """
        SELECT choices, with_own_team, seed FROM directory_search
        WHERE pool_id = $1 AND sign_in_id = $2
        """
}
