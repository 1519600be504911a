// SPDX-License-Identifier: EUPL-1.2

import SQL

/// Invitations. Each statement that a steward runs begins with what they may see: everybody for an administrator, the
/// members of their organisations for a lead.
enum InvitationSQL: String, SQLStatement {
    case list = """
        WITH scope AS (
            SELECT h.role, h.organisation_id FROM role_held h
            WHERE h.pool_id = $1 AND h.person_id = $2 AND h.from_on <= $3 AND h.until_on >= $3
                AND h.role IN ('administrator', 'lead')
        )
        SELECT p.id, p.given_name, p.family_name, p.email, p.user_name, o.name AS organisation, a.came_at,
            i.invitation_id, i.way, i.send_at,
            EXISTS (SELECT 1 FROM address_bounce b
                WHERE b.pool_id = $1 AND b.person_id = p.id AND b.email_key = p.email_key AND b.sent_at > coalesce(
                    (SELECT max(t.trusted_at) FROM address_trust t WHERE t.pool_id = $1 AND t.person_id = p.id), '')) AS is_bounced
        FROM person p
        LEFT JOIN organisation o ON o.pool_id = $1 AND o.id = p.organisation_id
        LEFT JOIN arrival a ON a.pool_id = $1 AND a.person_id = p.id
        LEFT JOIN (
            SELECT n.person_id, n.id AS invitation_id, n.way, n.send_at
            FROM invitation n
            WHERE n.pool_id = $1
                AND NOT EXISTS (SELECT 1 FROM invitation_end e WHERE e.pool_id = $1 AND e.invitation_id = n.id)
        ) i ON i.person_id = p.id
        WHERE p.pool_id = $1
            AND EXISTS (SELECT 1 FROM scope s WHERE s.role = 'administrator' OR s.organisation_id = p.organisation_id)
            AND (CAST($4 AS TEXT) IS NULL OR p.organisation_id = $4)
            AND ((CAST($5 AS TEXT) = 'came' AND a.came_at IS NOT NULL)
                OR ($5 = 'not-come' AND a.came_at IS NULL)
                OR ($5 = 'not-invited' AND a.came_at IS NULL AND i.invitation_id IS NULL)
                OR ($5 = 'invited' AND a.came_at IS NULL AND i.invitation_id IS NOT NULL)
                OR ($5 = 'no-address' AND a.came_at IS NULL AND p.email_key IS NULL)
                OR ($5 = 'bounced' AND EXISTS (SELECT 1 FROM address_bounce b
                WHERE b.pool_id = $1 AND b.person_id = p.id AND b.email_key = p.email_key AND b.sent_at > coalesce(
                    (SELECT max(t.trusted_at) FROM address_trust t WHERE t.pool_id = $1 AND t.person_id = p.id), ''))))
            AND (p.name_key, p.id) > ($6, $7)
        ORDER BY p.name_key, p.id
        LIMIT $8
        """
    case place = "SELECT p.name_key FROM person p WHERE p.pool_id = $1 AND p.id = $2"
    case organisations = """
        WITH scope AS (
            SELECT h.role, h.organisation_id FROM role_held h
            WHERE h.pool_id = $1 AND h.person_id = $2 AND h.from_on <= $3 AND h.until_on >= $3
                AND h.role IN ('administrator', 'lead')
        )
        SELECT o.id, o.name FROM organisation o
        WHERE o.pool_id = $1
            AND EXISTS (SELECT 1 FROM scope s WHERE s.role = 'administrator' OR s.organisation_id = o.id)
        ORDER BY o.name_key, o.id
        LIMIT 500
        """
    /// One person whom a steward may invite, and what stands.
    case invitee = """
        WITH scope AS (
            SELECT h.role, h.organisation_id FROM role_held h
            WHERE h.pool_id = $1 AND h.person_id = $2 AND h.from_on <= $3 AND h.until_on >= $3
                AND h.role IN ('administrator', 'lead')
        )
        SELECT p.id, p.given_name, p.family_name, p.email, p.email_key, p.user_name, o.name AS organisation, a.came_at,
            (SELECT max(b.bounced_at) FROM address_bounce b
                WHERE b.pool_id = $1 AND b.person_id = p.id AND b.email_key = p.email_key AND b.sent_at > coalesce(
                    (SELECT max(t.trusted_at) FROM address_trust t WHERE t.pool_id = $1 AND t.person_id = p.id), '')) AS bounced_at,
            (SELECT max(n.number) FROM invitation n WHERE n.pool_id = $1 AND n.person_id = p.id) AS number,
            (SELECT count(*) FROM invitation n WHERE n.pool_id = $1 AND n.person_id = p.id
                AND NOT EXISTS (SELECT 1 FROM invitation_end e WHERE e.pool_id = $1 AND e.invitation_id = n.id)) AS open_count
        FROM person p
        LEFT JOIN organisation o ON o.pool_id = $1 AND o.id = p.organisation_id
        LEFT JOIN arrival a ON a.pool_id = $1 AND a.person_id = p.id
        WHERE p.pool_id = $1 AND p.id = $4
            AND EXISTS (SELECT 1 FROM scope s WHERE s.role = 'administrator' OR s.organisation_id = p.organisation_id)
        """
    case history = """
        SELECT n.id, n.way, n.invited_at, n.send_at, e.ended_at, e.reason, l.expires_at,
            (SELECT min(t.made_at) FROM sign_in_link_token t
                WHERE t.pool_id = $1 AND t.sign_in_link_id = n.sign_in_link_id) AS sent_at
        FROM invitation n
        JOIN sign_in_link l ON l.pool_id = $1 AND l.id = n.sign_in_link_id
        LEFT JOIN invitation_end e ON e.pool_id = $1 AND e.invitation_id = n.id
        WHERE n.pool_id = $1 AND n.person_id = $2
        ORDER BY n.number DESC
        LIMIT 50
        """
    /// Takes the turn of those who invite many, and says when the next mail may go.
    case pace = """
        INSERT INTO invitation_pace (pool_id, next_at) VALUES ($1, $2)
        ON CONFLICT (pool_id) DO UPDATE SET next_at = invitation_pace.next_at
        RETURNING next_at
        """
    case setPace = "UPDATE invitation_pace SET next_at = $2 WHERE pool_id = $1"
    case add = """
        INSERT INTO invitation (pool_id, id, person_id, number, sign_in_link_id, way, invited_at, invited_by, send_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """
    case endAll = """
        INSERT INTO invitation_end (pool_id, invitation_id, ended_at, ended_by, reason)
        SELECT n.pool_id, n.id, CAST($3 AS TEXT), CAST($4 AS TEXT), CAST($5 AS TEXT)
        FROM invitation n
        WHERE n.pool_id = $1 AND n.person_id = $2
        ON CONFLICT (pool_id, invitation_id) DO NOTHING
        RETURNING invitation_id
        """
}

/// Why an invitation is over.
enum InvitationEnd: String {
    case came, cancelled, replaced
}
