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
        SELECT c.person_id, c.email_before,
            (SELECT n.letter_language FROM contact_choice n WHERE n.pool_id = $1 AND n.person_id = c.person_id
                ORDER BY n.chosen_at DESC, n.id DESC LIMIT 1) AS letter_language
        FROM address_change c
        WHERE c.pool_id = $1 AND c.id = $2
        """
    case bounce = """
        INSERT INTO address_bounce (pool_id, id, person_id, email_key, bounced_at, code) VALUES ($1, $2, $3, $4, $5, $6)
        """
}
