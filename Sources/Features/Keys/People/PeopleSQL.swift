// SPDX-License-Identifier: EUPL-1.2

import SQL

/// Other people's keys: who they are to the person, comparing, invitations, and what is kept of oneself.
enum PeopleSQL: String, SQLStatement {
    case known = """
        SELECT DISTINCT p.id, p.given_name, p.family_name, theirs.role
        FROM engagement_party mine
        CROSS JOIN engagement_party theirs
        CROSS JOIN person p
        WHERE p.pool_id = $1 AND p.id = theirs.person_id AND theirs.pool_id = $1 AND theirs.engagement_id = mine.engagement_id
            AND theirs.person_id <> mine.person_id
            AND mine.pool_id = $1 AND mine.person_id = $2
        ORDER BY p.id, theirs.role
        LIMIT 500
        """
    case isKnown = """
        SELECT p.id FROM engagement_party mine
        CROSS JOIN engagement_party theirs
        CROSS JOIN person p
        WHERE p.pool_id = $1 AND p.id = theirs.person_id AND theirs.pool_id = $1 AND theirs.engagement_id = mine.engagement_id
            AND theirs.person_id = $3
            AND mine.pool_id = $1 AND mine.person_id = $2 AND mine.person_id <> $3
        ORDER BY p.id
        LIMIT 1
        """
    case verify = """
        INSERT INTO key_verification (pool_id, id, person_id, peer_id, statement, verified_at) VALUES ($1, $2, $3, $4, $5, $6)
        """
    case verifications = """
        SELECT v.statement FROM key_verification v
        WHERE v.pool_id = $1 AND v.person_id = $2 AND NOT EXISTS (
            SELECT 1 FROM key_verification n
            WHERE n.pool_id = $1 AND n.person_id = $2 AND n.peer_id = v.peer_id
                AND (n.verified_at, n.id) > (v.verified_at, v.id))
        ORDER BY v.verified_at, v.id
        LIMIT 500
        """
    case checks = """
        SELECT id, first_id, second_id, first_commitment, second_commitment, first_reveal, second_reveal, expires_at
        FROM key_check WHERE pool_id = $1 AND first_id = $2 AND expires_at > $3
        UNION ALL
        SELECT id, first_id, second_id, first_commitment, second_commitment, first_reveal, second_reveal, expires_at
        FROM key_check WHERE pool_id = $1 AND second_id = $2 AND expires_at > $3
        ORDER BY expires_at, id
        """
    case addCheck = """
        INSERT INTO key_check (pool_id, id, first_id, second_id, first_commitment, expires_at)
        VALUES ($1, $2, $3, $4, $5, $6)
        """
    case joinCheck = """
        UPDATE key_check SET second_commitment = $3 WHERE pool_id = $1 AND id = $2 AND second_commitment IS NULL
        RETURNING id
        """
    case revealFirst = """
        UPDATE key_check SET first_reveal = $3 WHERE pool_id = $1 AND id = $2 AND first_reveal IS NULL
        """
    case revealSecond = """
        UPDATE key_check SET second_reveal = $3 WHERE pool_id = $1 AND id = $2 AND second_reveal IS NULL
        """
    case forgetChecks = "DELETE FROM key_check WHERE pool_id = $1 AND first_id = $2 AND expires_at < $3"
    case invite = """
        INSERT INTO key_invitation (pool_id, id, inviter_id, peer_id, made_at) VALUES ($1, $2, $3, $4, $5)
        """
    case invitations = """
        SELECT id, peer_id, made_at, proof FROM key_invitation
        WHERE pool_id = $1 AND inviter_id = $2
        ORDER BY made_at DESC, id
        LIMIT 200
        """
    case prove = """
        UPDATE key_invitation SET proof = $4, proved_at = $5
        WHERE pool_id = $1 AND id = $2 AND peer_id = $3 AND proof IS NULL
        RETURNING id
        """
    /// How much of each kind the server holds of a person in clear.
    case figures = """
        SELECT
            (SELECT count(*) FROM person_role r
                WHERE r.pool_id = $1 AND r.person_id = $2 AND r.ended_at IS NULL) AS roles,
            (SELECT count(*) FROM sign_in s WHERE s.pool_id = $1 AND s.person_id = $2) AS sign_ins,
            (SELECT count(*) FROM sign_in s
                WHERE s.pool_id = $1 AND s.person_id = $2 AND s.expires_at > $3
                    AND NOT EXISTS (SELECT 1 FROM sign_in_end e
                        WHERE e.pool_id = $1 AND e.sign_in_id = s.id)) AS devices,
            (SELECT count(*) FROM key_statement k WHERE k.pool_id = $1 AND k.person_id = $2) AS keys,
            (SELECT count(*) FROM key_slot l WHERE l.pool_id = $1 AND l.person_id = $2) AS slots,
            (SELECT count(*) FROM key_verification v
                WHERE v.pool_id = $1 AND v.person_id = $2) AS verifications,
            (SELECT count(*) FROM match_request q WHERE q.pool_id = $1 AND q.client_id = $2)
                + (SELECT count(*) FROM match_request q
                    WHERE q.pool_id = $1 AND q.practitioner_id = $2) AS requests,
            (SELECT count(*) FROM engagement_party g WHERE g.pool_id = $1 AND g.person_id = $2) AS engagements,
            (SELECT count(*) FROM journal_entry j
                WHERE j.pool_id = $1 AND j.subject_kind = 'person' AND j.subject_id = $2) AS journal,
            (SELECT count(*) FROM invitation i WHERE i.pool_id = $1 AND i.person_id = $2) AS invitations
        FROM person p
        WHERE p.pool_id = $1 AND p.id = $2
        """
}
