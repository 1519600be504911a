// SPDX-License-Identifier: EUPL-1.2

import SQL

/// Links and codes.
enum LinkSQL: String, SQLStatement {
    /// Finds the person by address or user name and writes the link in one statement, whether anybody has that name or
    /// not: both do the same work.
    case ask = """
        INSERT INTO sign_in_link (pool_id, id, person_id, purpose, made_at, expires_at)
        VALUES (
            $1, $2,
            coalesce(
                (SELECT p.id FROM person p WHERE p.pool_id = $1 AND p.email_key = $3),
                (SELECT p.id FROM person p WHERE p.pool_id = $1 AND p.user_name = $3)),
            'asked', $4, $5)
        """
    case make = """
        INSERT INTO sign_in_link (pool_id, id, person_id, purpose, made_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6)
        """
    case addToken = """
        INSERT INTO sign_in_link_token (pool_id, token_hash, sign_in_link_id, made_at) VALUES ($1, $2, $3, $4)
        """
    case find = """
        SELECT l.id, l.person_id, l.purpose, l.made_at, l.expires_at, p.given_name, p.family_name, p.email,
            e.ended_at, e.reason
        FROM sign_in_link_token t
        JOIN sign_in_link l ON l.pool_id = $1 AND l.id = t.sign_in_link_id
        JOIN person p ON p.pool_id = $1 AND p.id = l.person_id
        LEFT JOIN sign_in_link_end e ON e.pool_id = $1 AND e.sign_in_link_id = l.id
        WHERE t.pool_id = $1 AND t.token_hash = $2
        """
    /// Whoever gets a row back is the one who ended it.
    case end = """
        INSERT INTO sign_in_link_end (pool_id, sign_in_link_id, ended_at, reason) VALUES ($1, $2, $3, $4)
        ON CONFLICT (pool_id, sign_in_link_id) DO NOTHING
        RETURNING sign_in_link_id
        """
    /// Ends what somebody has of one purpose, all but one.
    case endOthers = """
        INSERT INTO sign_in_link_end (pool_id, sign_in_link_id, ended_at, reason)
        SELECT l.pool_id, l.id, CAST($5 AS TEXT), CAST($6 AS TEXT)
        FROM sign_in_link l
        WHERE l.pool_id = $1 AND l.person_id = $2 AND l.purpose = $3 AND l.id <> $4
        ON CONFLICT (pool_id, sign_in_link_id) DO NOTHING
        """
    /// What a mail about a link needs: whether it may still be sent, to whom, in which language.
    case forMail = """
        SELECT l.person_id, l.purpose, l.expires_at, p.email, p.language, e.reason AS end_reason,
            (SELECT a.email FROM address_change a WHERE a.pool_id = $1 AND a.sign_in_link_id = l.id) AS new_email,
            (SELECT count(*) FROM sign_in_link o
                WHERE o.pool_id = $1 AND o.person_id = l.person_id AND o.purpose = 'asked' AND o.expires_at > $3 AND o.id <> l.id
                    AND EXISTS (SELECT 1 FROM sign_in_link_token t WHERE t.pool_id = $1 AND t.sign_in_link_id = o.id)
                    AND NOT EXISTS (SELECT 1 FROM sign_in_link_end oe WHERE oe.pool_id = $1 AND oe.sign_in_link_id = o.id)
            ) AS others_open,
            (SELECT h.host FROM pool_host h WHERE h.pool_id = $1 ORDER BY h.host LIMIT 1) AS host,
            EXISTS (SELECT 1 FROM arrival a WHERE a.pool_id = $1 AND a.person_id = l.person_id) AS has_come
        FROM sign_in_link l
        LEFT JOIN person p ON p.pool_id = $1 AND p.id = l.person_id
        LEFT JOIN sign_in_link_end e ON e.pool_id = $1 AND e.sign_in_link_id = l.id
        WHERE l.pool_id = $1 AND l.id = $2
        """
    /// A link that was asked for with a name that nobody has is forgotten once its mail would have been due.
    case forget = "DELETE FROM sign_in_link WHERE pool_id = $1 AND id = $2 AND person_id IS NULL"
}
