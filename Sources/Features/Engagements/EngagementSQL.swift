// SPDX-License-Identifier: EUPL-1.2

import SQL

enum EngagementSQL: String, SQLStatement {
    case insert = """
        INSERT INTO engagement (pool_id, id, request_id, discipline, begun_at, version) VALUES ($1, $2, $3, $4, $5, 1)
        """
    case addParty = """
        INSERT INTO engagement_party (pool_id, engagement_id, person_id, role, joined_at) VALUES ($1, $2, $3, $4, $5)
        """
    case addStep = """
        INSERT INTO engagement_step (pool_id, engagement_id, number, step, taken_at, taken_by)
        VALUES ($1, $2, $3, $4, $5, $6)
        """
    case move = """
        UPDATE engagement SET version = version + 1
        WHERE pool_id = $1 AND id = $2 AND EXISTS (
            SELECT 1 FROM engagement_party p
            WHERE p.pool_id = $1 AND p.engagement_id = $2 AND p.person_id = $3 AND p.role IN ('client', 'practitioner'))
        RETURNING version
        """
    case step = "SELECT step FROM engagement_step WHERE pool_id = $1 AND engagement_id = $2 AND number = $3"
    case parties = """
        SELECT person_id, role FROM engagement_party
        WHERE pool_id = $1 AND engagement_id = $2
        ORDER BY role, person_id
        """
    case clientsOf = """
        SELECT c.person_id
        FROM engagement_party c
        WHERE c.pool_id = $1 AND c.role = 'client' AND c.engagement_id IN (
            SELECT p.engagement_id
            FROM engagement_party p
            JOIN engagement e ON e.pool_id = p.pool_id AND e.id = p.engagement_id
            JOIN engagement_step s ON s.pool_id = e.pool_id AND s.engagement_id = e.id AND s.number = e.version
            WHERE p.pool_id = $1 AND p.person_id = $2 AND p.role = 'practitioner' AND s.step <> 'ended')
        ORDER BY c.engagement_id, c.person_id
        LIMIT $3
        """
    case seen = """
        SELECT e.id, e.discipline, e.begun_at, s.step, s.taken_at, s.taken_by, mine.role,
            c.id AS client_id, c.given_name AS client_given, c.family_name AS client_family, c.email AS client_email,
            p.id AS practitioner_id, p.given_name AS practitioner_given, p.family_name AS practitioner_family,
            p.email AS practitioner_email
        FROM engagement_party mine
        JOIN engagement e ON e.pool_id = mine.pool_id AND e.id = mine.engagement_id
        JOIN engagement_step s ON s.pool_id = e.pool_id AND s.engagement_id = e.id AND s.number = e.version
        JOIN engagement_party cp ON cp.pool_id = e.pool_id AND cp.engagement_id = e.id AND cp.role = 'client'
        JOIN person c ON c.pool_id = cp.pool_id AND c.id = cp.person_id
        JOIN engagement_party pp ON pp.pool_id = e.pool_id AND pp.engagement_id = e.id AND pp.role = 'practitioner'
        JOIN person p ON p.pool_id = pp.pool_id AND p.id = pp.person_id
        WHERE mine.pool_id = $1 AND mine.engagement_id = $2 AND mine.person_id = $3
        """
    /// `CROSS JOIN` keeps SQLite to this order: from the person to their engagements, in the order of the page.
    case mine = """
        SELECT e.id, e.discipline, e.begun_at, s.step, s.taken_at, s.taken_by, mine.role,
            c.id AS client_id, c.given_name AS client_given, c.family_name AS client_family, c.email AS client_email,
            p.id AS practitioner_id, p.given_name AS practitioner_given, p.family_name AS practitioner_family,
            p.email AS practitioner_email
        FROM engagement_party mine
        CROSS JOIN engagement e
        CROSS JOIN engagement_step s
        CROSS JOIN engagement_party cp
        CROSS JOIN engagement_party pp
        JOIN person c ON c.pool_id = cp.pool_id AND c.id = cp.person_id
        JOIN person p ON p.pool_id = pp.pool_id AND p.id = pp.person_id
        WHERE mine.pool_id = $1 AND mine.person_id = $2 AND e.pool_id = $1 AND e.id = mine.engagement_id
            AND s.pool_id = $1 AND s.engagement_id = e.id AND s.number = e.version
            AND cp.pool_id = $1 AND cp.engagement_id = e.id AND cp.role = 'client'
            AND pp.pool_id = $1 AND pp.engagement_id = e.id AND pp.role = 'practitioner'
        ORDER BY mine.joined_at DESC, mine.engagement_id DESC
        LIMIT $3
        """
}
