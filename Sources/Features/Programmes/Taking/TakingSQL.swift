// SPDX-License-Identifier: EUPL-1.2

import SQL

/// Applications, offers and who named whom.
enum TakingSQL: String, SQLStatement {
    case endApplication = """
        UPDATE programme_application SET ended_at = $4, ended_by = $5
        WHERE pool_id = $1 AND programme_id = $2 AND client_id = $3 AND ended_at IS NULL
        """
    case apply = """
        INSERT INTO programme_application (pool_id, id, programme_id, client_id, choices, made_at)
        VALUES ($1, $2, $3, $4, $5, $6)
        """
    case application = """
        SELECT choices, made_at FROM programme_application
        WHERE pool_id = $1 AND programme_id = $2 AND client_id = $3 AND ended_at IS NULL
        """
    case endOffer = """
        UPDATE programme_offer SET ended_at = $4, ended_by = $5
        WHERE pool_id = $1 AND programme_id = $2 AND practitioner_id = $3 AND ended_at IS NULL
        """
    case offer = """
        INSERT INTO programme_offer (pool_id, id, programme_id, practitioner_id, places, choices, made_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        """
    case offered = """
        SELECT places, choices, made_at FROM programme_offer
        WHERE pool_id = $1 AND programme_id = $2 AND practitioner_id = $3 AND ended_at IS NULL
        """
    case practice = """
        SELECT f.choices, f.places
        FROM practitioner p
        JOIN practitioner_profile f ON f.pool_id = p.pool_id AND f.person_id = p.person_id AND f.edition = 'published'
        WHERE p.pool_id = $1 AND p.person_id = $2
            AND EXISTS (
                SELECT 1 FROM practitioner_standing s
                WHERE s.pool_id = p.pool_id AND s.person_id = p.person_id AND s.standing = 'listed' AND s.ended_at IS NULL)
            AND NOT EXISTS (
                SELECT 1 FROM practitioner_standing s
                WHERE s.pool_id = p.pool_id AND s.person_id = p.person_id AND s.standing = 'hidden' AND s.ended_at IS NULL)
        """
    case forgetNamed = """
        DELETE FROM programme_wish WHERE pool_id = $1 AND programme_id = $2 AND person_id = $3
        """
    case name = """
        INSERT INTO programme_wish (pool_id, programme_id, person_id, other_id, place) VALUES ($1, $2, $3, $4, $5)
        """
    case named = """
        SELECT n.other_id, n.place FROM programme_wish n
        WHERE n.pool_id = $1 AND n.programme_id = $2 AND n.person_id = $3
        ORDER BY n.place
        """
    case allNamed = """
        SELECT n.person_id, n.other_id, n.place FROM programme_wish n WHERE n.pool_id = $1 AND n.programme_id = $2
        """
    case counts = """
        SELECT
            (SELECT count(*) FROM programme_application a
                WHERE a.pool_id = $1 AND a.programme_id = $2 AND a.ended_at IS NULL) AS applications,
            (SELECT count(*) FROM programme_offer o
                WHERE o.pool_id = $1 AND o.programme_id = $2 AND o.ended_at IS NULL) AS offers,
            (SELECT CAST(coalesce(sum(o.places), 0) AS BIGINT) FROM programme_offer o
                WHERE o.pool_id = $1 AND o.programme_id = $2 AND o.ended_at IS NULL) AS places,
            (SELECT count(*) FROM programme_match m
                JOIN match_request r ON r.pool_id = m.pool_id AND r.id = m.request_id
                JOIN match_request_step s ON s.pool_id = r.pool_id AND s.request_id = r.id AND s.number = r.version
                WHERE m.pool_id = $1 AND m.programme_id = $2 AND s.step = 'asked') AS asked,
            (SELECT count(*) FROM programme_match m
                JOIN match_request r ON r.pool_id = m.pool_id AND r.id = m.request_id
                JOIN match_request_step s ON s.pool_id = r.pool_id AND s.request_id = r.id AND s.number = r.version
                WHERE m.pool_id = $1 AND m.programme_id = $2 AND s.step IN ('accepted', 'arranged')) AS talking,
            (SELECT count(*) FROM programme_match m
                JOIN match_request r ON r.pool_id = m.pool_id AND r.id = m.request_id
                JOIN match_request_step s ON s.pool_id = r.pool_id AND s.request_id = r.id AND s.number = r.version
                WHERE m.pool_id = $1 AND m.programme_id = $2 AND s.step = 'chosen') AS chosen,
            (SELECT count(*) FROM programme_application a
                WHERE a.pool_id = $1 AND a.programme_id = $2 AND a.ended_at IS NULL AND NOT EXISTS (
                    SELECT 1 FROM programme_match m
                    JOIN match_request r ON r.pool_id = m.pool_id AND r.id = m.request_id
                    JOIN match_request_step s ON s.pool_id = r.pool_id AND s.request_id = r.id AND s.number = r.version
                    WHERE m.pool_id = $1 AND m.programme_id = $2 AND m.client_id = a.client_id
                        AND s.step IN ('asked', 'accepted', 'arranged', 'chosen'))) AS waiting
        FROM pool p
        WHERE p.id = $1
        """

    // Everybody of a programme, for a round.
    case applicants = """
        SELECT a.client_id, a.choices, c.given_name, c.family_name, c.email_key, c.manager_email_key, c.organisation_id,
            o.name AS organisation, c.department_key, c.department, c.grade
        FROM programme_application a
        JOIN person c ON c.pool_id = a.pool_id AND c.id = a.client_id
        LEFT JOIN organisation o ON o.pool_id = c.pool_id AND o.id = c.organisation_id
        WHERE a.pool_id = $1 AND a.programme_id = $2 AND a.ended_at IS NULL
            AND EXISTS (
                SELECT 1 FROM person_role r
                WHERE r.pool_id = a.pool_id AND r.person_id = a.client_id AND r.role = 'client' AND r.ended_at IS NULL)
        ORDER BY a.client_id
        """
    case offerings = """
        SELECT o.practitioner_id, o.places, o.choices AS liked, f.choices, m.given_name, m.family_name, m.email_key,
            m.manager_email_key, m.organisation_id, n.name AS organisation, m.department_key,
            p.places - p.taken AS free
        FROM programme_offer o
        JOIN practitioner p ON p.pool_id = o.pool_id AND p.person_id = o.practitioner_id
        JOIN practitioner_profile f ON f.pool_id = p.pool_id AND f.person_id = p.person_id AND f.edition = 'published'
        JOIN person m ON m.pool_id = p.pool_id AND m.id = p.person_id
        LEFT JOIN organisation n ON n.pool_id = m.pool_id AND n.id = m.organisation_id
        WHERE o.pool_id = $1 AND o.programme_id = $2 AND o.ended_at IS NULL
            AND EXISTS (
                SELECT 1 FROM person_role r
                WHERE r.pool_id = o.pool_id AND r.person_id = o.practitioner_id AND r.role = 'practitioner'
                    AND r.ended_at IS NULL)
            AND EXISTS (
                SELECT 1 FROM practitioner_standing s
                WHERE s.pool_id = o.pool_id AND s.person_id = o.practitioner_id AND s.standing = 'listed'
                    AND s.ended_at IS NULL)
            AND NOT EXISTS (
                SELECT 1 FROM practitioner_standing s
                WHERE s.pool_id = o.pool_id AND s.person_id = o.practitioner_id AND s.standing IN ('paused', 'hidden')
                    AND s.ended_at IS NULL)
        ORDER BY o.practitioner_id
        """
    /// Ties that somebody of the programme has declared, by the other's address.
    case ties = """
        SELECT t.person_id, t.other_key
        FROM programme_application a
        CROSS JOIN declared_tie t
        WHERE a.pool_id = $1 AND a.programme_id = $2 AND a.ended_at IS NULL
            AND t.pool_id = $1 AND t.person_id = a.client_id AND t.ended_at IS NULL
        UNION
        SELECT t.person_id, t.other_key
        FROM programme_offer o
        CROSS JOIN declared_tie t
        WHERE o.pool_id = $1 AND o.programme_id = $2 AND o.ended_at IS NULL
            AND t.pool_id = $1 AND t.person_id = o.practitioner_id AND t.ended_at IS NULL
        """
    /// Every pair that the programme has matched, and where its request stands now.
    case matches = """
        SELECT m.client_id, m.practitioner_id, s.step
        FROM programme_match m
        JOIN match_request r ON r.pool_id = m.pool_id AND r.id = m.request_id
        JOIN match_request_step s ON s.pool_id = r.pool_id AND s.request_id = r.id AND s.number = r.version
        WHERE m.pool_id = $1 AND m.programme_id = $2
        """
}
