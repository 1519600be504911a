// SPDX-License-Identifier: EUPL-1.2

import SQL

enum ClaimSQL: String, SQLStatement {
    case add = """
        INSERT INTO practice_claim (pool_id, id, person_id, kind, title, issuer, number, from_on, until_on, made_at, version)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1)
        """
    case addStep = """
        INSERT INTO practice_claim_step (pool_id, claim_id, number, step, taken_at, taken_by, deputy_for, method)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        """
    case move = """
        UPDATE practice_claim SET version = version + 1
        WHERE pool_id = $1 AND id = $2 AND version = $3
        RETURNING person_id, kind, version
        """
    case step = "SELECT step FROM practice_claim_step WHERE pool_id = $1 AND claim_id = $2 AND number = $3"
    case find = """
        SELECT c.id, c.person_id, c.kind, c.title, c.issuer, c.number, c.from_on, c.until_on, c.made_at, c.version,
            s.step, s.taken_at, s.method, b.given_name AS by_given, b.family_name AS by_family
        FROM practice_claim c
        JOIN practice_claim_step s ON s.pool_id = c.pool_id AND s.claim_id = c.id AND s.number = c.version
        JOIN person b ON b.pool_id = c.pool_id AND b.id = s.taken_by
        WHERE c.pool_id = $1 AND c.id = $2
        """
    case ofPerson = """
        SELECT c.id, c.person_id, c.kind, c.title, c.issuer, c.number, c.from_on, c.until_on, c.made_at, c.version,
            s.step, s.taken_at, s.method, b.given_name AS by_given, b.family_name AS by_family
        FROM practice_claim c
        JOIN practice_claim_step s ON s.pool_id = c.pool_id AND s.claim_id = c.id AND s.number = c.version
        JOIN person b ON b.pool_id = c.pool_id AND b.id = s.taken_by
        WHERE c.pool_id = $1 AND c.person_id = $2 AND s.step <> 'withdrawn'
        ORDER BY c.made_at DESC, c.id DESC
        LIMIT 100
        """
    case verifiedBetween = """
        SELECT c.id, c.person_id, c.kind, c.title, c.from_on, c.until_on
        FROM practice_claim c
        JOIN practice_claim_step s ON s.pool_id = c.pool_id AND s.claim_id = c.id AND s.number = c.version
        WHERE c.pool_id = $1 AND c.person_id >= $2 AND c.person_id <= $3 AND s.step = 'verified'
        ORDER BY c.person_id, c.id
        """
    case holdOwn = """
        UPDATE practice_claim SET version = version
        WHERE pool_id = $1 AND id = $2 AND person_id = $3
        RETURNING id
        """
    case addEvidence = """
        INSERT INTO practice_evidence (pool_id, id, claim_id, file_name, kind, bytes, size, added_at, added_by)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """
    case evidenceOf = """
        SELECT id, file_name, kind, size, added_at FROM practice_evidence
        WHERE pool_id = $1 AND claim_id = $2
        ORDER BY added_at, id
        LIMIT 5
        """
    case evidence = """
        SELECT file_name, kind, bytes FROM practice_evidence WHERE pool_id = $1 AND claim_id = $2 AND id = $3
        """
}
