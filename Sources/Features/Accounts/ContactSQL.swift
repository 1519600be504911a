// SPDX-License-Identifier: EUPL-1.2

import SQL

/// Where and in which language to write to somebody.
enum ContactSQL: String, SQLStatement {
    case person = """
        SELECT p.given_name, p.family_name, p.email, p.email_key, p.user_name, p.language,
            (SELECT c.email FROM address_change c
                JOIN sign_in_link l ON l.pool_id = $1 AND l.id = c.sign_in_link_id
                WHERE c.pool_id = $1 AND c.person_id = p.id AND l.expires_at > $3
                    AND NOT EXISTS (SELECT 1 FROM sign_in_link_end e WHERE e.pool_id = $1 AND e.sign_in_link_id = l.id)
                ORDER BY c.asked_at DESC, c.id DESC LIMIT 1) AS waiting_email
        FROM person p
        WHERE p.pool_id = $1 AND p.id = $2
        """
    case latest = """
        SELECT c.service_language, c.letter_language FROM contact_choice c
        WHERE c.pool_id = $1 AND c.person_id = $2
        ORDER BY c.chosen_at DESC, c.id DESC
        LIMIT 1
        """
    case choose = """
        INSERT INTO contact_choice (pool_id, id, person_id, service_language, letter_language, chosen_at)
        VALUES ($1, $2, $3, $4, $5, $6)
        """
    case ask = """
        INSERT INTO address_change (pool_id, id, person_id, sign_in_link_id, email, email_key, email_before, asked_at)
        VALUES ($1, $2, $3, $4, $5, $6, (SELECT p.email FROM person p WHERE p.pool_id = $1 AND p.id = $3), $7)
        """
    /// What a confirmation link would change, for the person whom it belongs to.
    case change = """
        SELECT c.id, c.email, c.email_before FROM address_change c
        WHERE c.pool_id = $1 AND c.sign_in_link_id = $2 AND c.person_id = $3
        """
    /// To whom to tell that another address counts now.
    case forMail = """
        SELECT c.email_before AS email, p.language,
            (SELECT h.host FROM pool_host h WHERE h.pool_id = $1 ORDER BY h.host LIMIT 1) AS host
        FROM address_change c
        JOIN person p ON p.pool_id = $1 AND p.id = c.person_id
        WHERE c.pool_id = $1 AND c.id = $2
        """
    /// To whom to tell that something waits.
    case forNotice = """
        SELECT p.email, p.language,
            (SELECT h.host FROM pool_host h WHERE h.pool_id = $1 ORDER BY h.host LIMIT 1) AS host
        FROM person p
        WHERE p.pool_id = $1 AND p.id = $2
        """
    /// Mail about a link came back: to the address that it was to make count, else to the person's own.
    case bounceOfLink = """
        INSERT INTO address_bounce (pool_id, id, person_id, email_key, sent_at, bounced_at, status)
        SELECT l.pool_id, CAST($3 AS TEXT), l.person_id,
            coalesce(
                (SELECT a.email_key FROM address_change a WHERE a.pool_id = $1 AND a.sign_in_link_id = l.id), p.email_key),
            CAST($4 AS TEXT), CAST($5 AS TEXT), CAST($6 AS TEXT)
        FROM sign_in_link l
        JOIN person p ON p.pool_id = $1 AND p.id = l.person_id
        WHERE l.pool_id = $1 AND l.id = $2 AND p.email_key IS NOT NULL
        RETURNING person_id
        """
    case bounceOfPerson = """
        INSERT INTO address_bounce (pool_id, id, person_id, email_key, sent_at, bounced_at, status)
        SELECT p.pool_id, CAST($3 AS TEXT), p.id, p.email_key, CAST($4 AS TEXT), CAST($5 AS TEXT), CAST($6 AS TEXT)
        FROM person p
        WHERE p.pool_id = $1 AND p.id = $2 AND p.email_key IS NOT NULL
        RETURNING person_id
        """
    case trust = """
        INSERT INTO address_trust (pool_id, id, person_id, trusted_at, trusted_by) VALUES ($1, $2, $3, $4, $5)
        """
}
