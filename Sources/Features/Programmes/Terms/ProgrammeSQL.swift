// SPDX-License-Identifier: EUPL-1.2

import SQL

/// Programmes. Whoever runs one is an administrator, or a lead of its organisation on that day.
enum ProgrammeSQL: String, SQLStatement {
    case insert = """
        INSERT INTO programme (pool_id, id, organisation_id, name, about, discipline, opens_on, closes_on, begins_on, ends_on,
            sessions, wishes, naming, grades, only_free, made_at, made_by, version)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, 1)
        """
    case update = """
        UPDATE programme SET name = $3, about = $4, discipline = $5, opens_on = $6, closes_on = $7, begins_on = $8, ends_on = $9,
            sessions = $10, wishes = $11, naming = $12, grades = $13, only_free = $14, version = version + 1
        WHERE pool_id = $1 AND id = $2 AND version = $15
        """
    case touch = "UPDATE programme SET version = version + 1 WHERE pool_id = $1 AND id = $2 RETURNING version"
    case touchAt = """
        UPDATE programme SET version = version + 1 WHERE pool_id = $1 AND id = $2 AND version = $3 RETURNING version
        """
    case dropOrganisations = "DELETE FROM programme_scope WHERE pool_id = $1 AND programme_id = $2"
    case addOrganisation = """
        INSERT INTO programme_scope (pool_id, programme_id, organisation_id) VALUES ($1, $2, $3)
        """
    case organisations = """
        SELECT po.organisation_id, o.name
        FROM programme_scope po
        JOIN organisation o ON o.pool_id = po.pool_id AND o.id = po.organisation_id
        WHERE po.pool_id = $1 AND po.programme_id = $2
        ORDER BY po.organisation_id
        """
    case byID = """
        SELECT p.id, p.organisation_id, o.name AS owner_name, p.name, p.about, p.discipline, p.opens_on, p.closes_on,
            p.begins_on, p.ends_on, p.sessions, p.wishes, p.naming, p.grades, p.only_free, p.version
        FROM programme p
        LEFT JOIN organisation o ON o.pool_id = p.pool_id AND o.id = p.organisation_id
        WHERE p.pool_id = $1 AND p.id = $2
        """
    case run = """
        SELECT p.id, p.organisation_id, o.name AS owner_name, p.name, p.about, p.discipline, p.opens_on, p.closes_on,
            p.begins_on, p.ends_on, p.sessions, p.wishes, p.naming, p.grades, p.only_free, p.version
        FROM programme p
        LEFT JOIN organisation o ON o.pool_id = p.pool_id AND o.id = p.organisation_id
        WHERE p.pool_id = $1 AND p.id = $2 AND EXISTS (
            SELECT 1 FROM role_held h
            WHERE h.pool_id = $1 AND h.person_id = $3 AND h.from_on <= $4 AND h.until_on >= $4
                AND (h.role = 'administrator' OR (h.role = 'lead' AND h.scope_key = p.organisation_id)))
        """
    case allRun = """
        SELECT p.id, p.organisation_id, o.name AS owner_name, p.name, p.about, p.discipline, p.opens_on, p.closes_on,
            p.begins_on, p.ends_on, p.sessions, p.wishes, p.naming, p.grades, p.only_free, p.version
        FROM programme p
        LEFT JOIN organisation o ON o.pool_id = p.pool_id AND o.id = p.organisation_id
        WHERE p.pool_id = $1 AND EXISTS (
            SELECT 1 FROM role_held h
            WHERE h.pool_id = $1 AND h.person_id = $2 AND h.from_on <= $3 AND h.until_on >= $3
                AND (h.role = 'administrator' OR (h.role = 'lead' AND h.scope_key = p.organisation_id)))
        ORDER BY p.ends_on DESC, p.id
        LIMIT $4
        """
    /// Programmes that are not over in which somebody may take part, with what they have done in it.
    case allFor = """
        SELECT p.id, p.organisation_id, o.name AS owner_name, p.name, p.about, p.discipline, p.opens_on, p.closes_on,
            p.begins_on, p.ends_on, p.sessions, p.wishes, p.naming, p.grades, p.only_free, p.version
        FROM programme p
        JOIN person v ON v.pool_id = $1 AND v.id = $2
        LEFT JOIN organisation o ON o.pool_id = p.pool_id AND o.id = p.organisation_id
        WHERE p.pool_id = $1 AND p.ends_on >= $3 AND (
            EXISTS (
                SELECT 1 FROM person_role r
                WHERE r.pool_id = $1 AND r.person_id = $2 AND r.role = 'practitioner' AND r.ended_at IS NULL)
            OR (EXISTS (
                    SELECT 1 FROM person_role r
                    WHERE r.pool_id = $1 AND r.person_id = $2 AND r.role = 'client' AND r.ended_at IS NULL)
                AND (NOT EXISTS (
                        SELECT 1 FROM programme_scope po WHERE po.pool_id = $1 AND po.programme_id = p.id)
                    OR EXISTS (
                        SELECT 1 FROM programme_scope po
                        WHERE po.pool_id = $1 AND po.programme_id = p.id AND po.organisation_id = v.organisation_id))))
        ORDER BY p.ends_on, p.id
        LIMIT $4
        """
    case seenBy = """
        SELECT p.id, p.organisation_id, o.name AS owner_name, p.name, p.about, p.discipline, p.opens_on, p.closes_on,
            p.begins_on, p.ends_on, p.sessions, p.wishes, p.naming, p.grades, p.only_free, p.version
        FROM programme p
        JOIN person v ON v.pool_id = $1 AND v.id = $3
        LEFT JOIN organisation o ON o.pool_id = p.pool_id AND o.id = p.organisation_id
        WHERE p.pool_id = $1 AND p.id = $2 AND (
            EXISTS (
                SELECT 1 FROM person_role r
                WHERE r.pool_id = $1 AND r.person_id = $3 AND r.role = 'practitioner' AND r.ended_at IS NULL)
            OR (EXISTS (
                    SELECT 1 FROM person_role r
                    WHERE r.pool_id = $1 AND r.person_id = $3 AND r.role = 'client' AND r.ended_at IS NULL)
                AND (NOT EXISTS (
                        SELECT 1 FROM programme_scope po WHERE po.pool_id = $1 AND po.programme_id = p.id)
                    OR EXISTS (
                        SELECT 1 FROM programme_scope po
                        WHERE po.pool_id = $1 AND po.programme_id = p.id AND po.organisation_id = v.organisation_id))))
        """
    case organisationsOfPool = """
        SELECT o.id, o.name FROM organisation o WHERE o.pool_id = $1 ORDER BY o.name_key LIMIT $2
        """
    case eligibility = """
        SELECT v.grade,
            CASE WHEN NOT EXISTS (
                    SELECT 1 FROM programme_scope po WHERE po.pool_id = $1 AND po.programme_id = $2)
                OR EXISTS (
                    SELECT 1 FROM programme_scope po
                    WHERE po.pool_id = $1 AND po.programme_id = $2 AND po.organisation_id = v.organisation_id)
            THEN 1 ELSE 0 END AS is_of_organisation,
            CASE WHEN EXISTS (
                SELECT 1 FROM person_role r
                WHERE r.pool_id = $1 AND r.person_id = $3 AND r.role = 'client' AND r.ended_at IS NULL)
            THEN 1 ELSE 0 END AS is_client
        FROM person v
        WHERE v.pool_id = $1 AND v.id = $3
        """
}
