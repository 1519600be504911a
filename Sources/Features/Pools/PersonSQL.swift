// SPDX-License-Identifier: EUPL-1.2

import SQL

/// People. A statement that shows somebody takes the viewer's person and the day: administrators see the pool, leads the people
/// of the organisations for which they hold that role on that day.
enum PersonSQL: String, SQLStatement {
    case seen = """
        SELECT p.id, p.given_name, p.family_name, p.email, p.user_name, p.organisation_id, o.name AS organisation_name,
            p.job_title, p.grade, p.department, p.manager_email_key, p.language, p.version
        FROM person p
        LEFT JOIN organisation o ON o.pool_id = p.pool_id AND o.id = p.organisation_id
        WHERE p.pool_id = $1 AND p.id = $2 AND EXISTS (
            SELECT 1 FROM role_held h
            WHERE h.pool_id = $1 AND h.person_id = $3 AND h.from_on <= $4 AND h.until_on >= $4
                AND (h.role = 'administrator' OR (h.role = 'lead' AND h.scope_key = p.organisation_id)))
        """
    case byID = """
        SELECT p.id, p.given_name, p.family_name, p.email, p.user_name, p.organisation_id, o.name AS organisation_name,
            p.job_title, p.grade, p.department, p.manager_email_key, p.language, p.version
        FROM person p
        LEFT JOIN organisation o ON o.pool_id = p.pool_id AND o.id = p.organisation_id
        WHERE p.pool_id = $1 AND p.id = $2
        """
    case byEmail = """
        SELECT p.id, p.given_name, p.family_name, p.email, p.user_name, p.organisation_id, o.name AS organisation_name,
            p.job_title, p.grade, p.department, p.manager_email_key, p.language, p.version
        FROM person p
        LEFT JOIN organisation o ON o.pool_id = p.pool_id AND o.id = p.organisation_id
        WHERE p.pool_id = $1 AND p.email_key = $2
        """
    case byUserName = """
        SELECT p.id, p.given_name, p.family_name, p.email, p.user_name, p.organisation_id, o.name AS organisation_name,
            p.job_title, p.grade, p.department, p.manager_email_key, p.language, p.version
        FROM person p
        LEFT JOIN organisation o ON o.pool_id = p.pool_id AND o.id = p.organisation_id
        WHERE p.pool_id = $1 AND p.user_name = $2
        """
    case insert = """
        INSERT INTO person (pool_id, id, given_name, family_name, name_key, given_key, email, email_key, user_name,
            organisation_id, job_title, grade, department, department_key, manager_email_key, language, created_at, version)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, 1)
        """
    case update = """
        UPDATE person SET given_name = $3, family_name = $4, name_key = $5, given_key = $6, email = $7, email_key = $8,
            user_name = $9, organisation_id = $10, job_title = $11, grade = $12, department = $13, department_key = $14,
            manager_email_key = $15, language = $16, version = version + 1
        WHERE pool_id = $1 AND id = $2 AND version = $17
        """
    case touch = "UPDATE person SET version = version + 1 WHERE pool_id = $1 AND id = $2"
    case userNamesFrom = """
        SELECT user_name FROM person WHERE pool_id = $1 AND user_name >= $2 AND user_name < $3
        """
    case position = "SELECT name_key, id FROM person WHERE pool_id = $1 AND id = $2"
    case listOfPool = """
        SELECT p.id, p.given_name, p.family_name, p.email, p.user_name, o.name AS organisation_name, p.job_title
        FROM person p
        LEFT JOIN organisation o ON o.pool_id = p.pool_id AND o.id = p.organisation_id
        WHERE p.pool_id = $1 AND (p.name_key, p.id) > ($4, $5) AND EXISTS (
            SELECT 1 FROM role_held h
            WHERE h.pool_id = $1 AND h.person_id = $2 AND h.from_on <= $3 AND h.until_on >= $3 AND h.role = 'administrator')
        ORDER BY p.name_key, p.id
        LIMIT $6
        """
    /// `CROSS JOIN` keeps SQLite to this order: from the lead's organisations to their people, never along the whole pool.
    case listOfLead = """
        SELECT p.id, p.given_name, p.family_name, p.email, p.user_name, o.name AS organisation_name, p.job_title
        FROM (
            SELECT DISTINCT h.scope_key FROM role_held h
            WHERE h.pool_id = $1 AND h.person_id = $2 AND h.from_on <= $3 AND h.until_on >= $3 AND h.role = 'lead'
        ) mine
        CROSS JOIN person p
        JOIN organisation o ON o.pool_id = p.pool_id AND o.id = p.organisation_id
        WHERE p.pool_id = $1 AND p.organisation_id = mine.scope_key AND (p.name_key, p.id) > ($4, $5)
        ORDER BY p.name_key, p.id
        LIMIT $6
        """
    case search = """
        SELECT p.id, p.given_name, p.family_name, p.email, p.user_name, o.name AS organisation_name, p.job_title
        FROM (
            SELECT n.pool_id, n.id FROM person n WHERE n.pool_id = $1 AND n.name_key >= $4 AND n.name_key < $5
            UNION
            SELECT g.pool_id, g.id FROM person g WHERE g.pool_id = $1 AND g.given_key >= $4 AND g.given_key < $5
            UNION
            SELECT e.pool_id, e.id FROM person e WHERE e.pool_id = $1 AND e.email_key = $6
            UNION
            SELECT u.pool_id, u.id FROM person u WHERE u.pool_id = $1 AND u.user_name = $6
        ) found
        JOIN person p ON p.pool_id = found.pool_id AND p.id = found.id
        LEFT JOIN organisation o ON o.pool_id = p.pool_id AND o.id = p.organisation_id
        WHERE (p.name_key, p.id) > ($7, $8) AND EXISTS (
            SELECT 1 FROM role_held h
            WHERE h.pool_id = $1 AND h.person_id = $2 AND h.from_on <= $3 AND h.until_on >= $3
                AND (h.role = 'administrator' OR (h.role = 'lead' AND h.scope_key = p.organisation_id)))
        ORDER BY p.name_key, p.id
        LIMIT $9
        """
    case forPost = """
        SELECT p.id, p.given_name, p.family_name, p.user_name, o.name AS organisation_name
        FROM person p
        LEFT JOIN organisation o ON o.pool_id = p.pool_id AND o.id = p.organisation_id
        WHERE p.pool_id = $1 AND p.email_key IS NULL AND (p.name_key, p.id) > ($2, $3)
        ORDER BY p.name_key, p.id
        LIMIT $4
        """
}
