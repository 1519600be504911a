// SPDX-License-Identifier: EUPL-1.2

import SQL

/// What the room tells a person of themselves.
enum SessionSQL: String, SQLStatement {
    case person = """
        SELECT p.given_name, p.family_name, p.email, p.user_name, p.language, o.name AS organisation,
            (SELECT c.service_language FROM contact_choice c
                WHERE c.pool_id = $1 AND c.person_id = $2
                ORDER BY c.chosen_at DESC, c.id DESC LIMIT 1) AS chosen_language
        FROM person p
        LEFT JOIN organisation o ON o.pool_id = $1 AND o.id = p.organisation_id
        WHERE p.pool_id = $1 AND p.id = $2
        """
    case roles = """
        SELECT DISTINCT h.role FROM role_held h
        WHERE h.pool_id = $1 AND h.person_id = $2 AND h.from_on <= $3 AND h.until_on >= $3
        ORDER BY h.role
        """
    case keys = "SELECT max(seq) AS seq FROM key_statement WHERE pool_id = $1 AND person_id = $2"
}
