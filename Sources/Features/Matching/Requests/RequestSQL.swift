// SPDX-License-Identifier: EUPL-1.2

import SQL

enum RequestSQL: String, SQLStatement {
    // Asking
    case openLedger = """
        INSERT INTO request_ledger (pool_id, client_id, version) VALUES ($1, $2, 1)
        ON CONFLICT (pool_id, client_id) DO UPDATE SET version = request_ledger.version + 1
        RETURNING version
        """
    case open = """
        SELECT r.practitioner_id
        FROM match_request r
        JOIN match_request_step s ON s.pool_id = r.pool_id AND s.request_id = r.id AND s.number = r.version
        WHERE r.pool_id = $1 AND r.client_id = $2 AND s.step IN ('asked', 'accepted', 'arranged')
        """
    case insert = """
        INSERT INTO match_request
            (pool_id, id, client_id, practitioner_id, discipline, format, choices, made_at, answer_by, code_number, version)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1)
        """
    case insertFound = """
        INSERT INTO match_request
            (pool_id, id, client_id, practitioner_id, discipline, format, choices, made_at, answer_by, version, origin_id,
            code_number)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1, $10, $11)
        """

    // Steps
    case move = """
        UPDATE match_request SET version = version + 1
        WHERE pool_id = $1 AND id = $2 AND (client_id = $3 OR practitioner_id = $3)
        RETURNING version, client_id, practitioner_id, discipline, answer_by, origin_id
        """
    case moveByProgram = """
        UPDATE match_request SET version = version + 1
        WHERE pool_id = $1 AND id = $2
        RETURNING version, client_id, practitioner_id, discipline, answer_by, origin_id
        """
    case step = "SELECT step, taken_at FROM match_request_step WHERE pool_id = $1 AND request_id = $2 AND number = $3"
    case last = """
        SELECT s.step
        FROM match_request r
        JOIN match_request_step s ON s.pool_id = r.pool_id AND s.request_id = r.id AND s.number = r.version
        WHERE r.pool_id = $1 AND r.id = $2
        """
    case addStep = """
        INSERT INTO match_request_step (pool_id, request_id, number, step, taken_at, taken_by)
        VALUES ($1, $2, $3, $4, $5, $6)
        """
    case addRefusal = """
        INSERT INTO match_request_refusal (pool_id, request_id, reason, suggested_id) VALUES ($1, $2, $3, $4)
        """
    case addConversation = """
        INSERT INTO first_conversation (pool_id, request_id, number, format, held_on, starts_at)
        VALUES ($1, $2, $3, $4, $5, $6)
        """

    // Reading
    case seen = """
        SELECT r.id, r.client_id, r.practitioner_id, r.discipline, r.format, r.choices, r.made_at, r.answer_by, r.origin_id, s.step,
            s.taken_at, c.given_name AS client_given, c.family_name AS client_family, o.name AS client_organisation,
            p.given_name AS practitioner_given, p.family_name AS practitioner_family
        FROM match_request r
        JOIN match_request_step s ON s.pool_id = r.pool_id AND s.request_id = r.id AND s.number = r.version
        JOIN person c ON c.pool_id = r.pool_id AND c.id = r.client_id
        LEFT JOIN organisation o ON o.pool_id = c.pool_id AND o.id = c.organisation_id
        JOIN person p ON p.pool_id = r.pool_id AND p.id = r.practitioner_id
        WHERE r.pool_id = $1 AND r.id = $2 AND (r.client_id = $3 OR r.practitioner_id = $3)
        """
    case sent = """
        SELECT r.id, r.client_id, r.practitioner_id, r.discipline, r.format, r.choices, r.made_at, r.answer_by, r.origin_id, s.step,
            s.taken_at, c.given_name AS client_given, c.family_name AS client_family, o.name AS client_organisation,
            p.given_name AS practitioner_given, p.family_name AS practitioner_family
        FROM match_request r
        JOIN match_request_step s ON s.pool_id = r.pool_id AND s.request_id = r.id AND s.number = r.version
        JOIN person c ON c.pool_id = r.pool_id AND c.id = r.client_id
        LEFT JOIN organisation o ON o.pool_id = c.pool_id AND o.id = c.organisation_id
        JOIN person p ON p.pool_id = r.pool_id AND p.id = r.practitioner_id
        WHERE r.pool_id = $1 AND r.client_id = $2
        ORDER BY r.made_at DESC, r.id DESC
        LIMIT $3
        """
    case received = """
        SELECT r.id, r.client_id, r.practitioner_id, r.discipline, r.format, r.choices, r.made_at, r.answer_by, r.origin_id, s.step,
            s.taken_at, c.given_name AS client_given, c.family_name AS client_family, o.name AS client_organisation,
            p.given_name AS practitioner_given, p.family_name AS practitioner_family
        FROM match_request r
        JOIN match_request_step s ON s.pool_id = r.pool_id AND s.request_id = r.id AND s.number = r.version
        JOIN person c ON c.pool_id = r.pool_id AND c.id = r.client_id
        LEFT JOIN organisation o ON o.pool_id = c.pool_id AND o.id = c.organisation_id
        JOIN person p ON p.pool_id = r.pool_id AND p.id = r.practitioner_id
        WHERE r.pool_id = $1 AND r.practitioner_id = $2
        ORDER BY r.made_at DESC, r.id DESC
        LIMIT $3
        """
    case refusal = """
        SELECT f.reason, f.suggested_id, p.given_name, p.family_name
        FROM match_request_refusal f
        LEFT JOIN person p ON p.pool_id = f.pool_id AND p.id = f.suggested_id
        WHERE f.pool_id = $1 AND f.request_id = $2
        """
    case conversation = """
        SELECT f.format, f.held_on, f.starts_at
        FROM first_conversation f
        WHERE f.pool_id = $1 AND f.request_id = $2
        ORDER BY f.number DESC
        LIMIT 1
        """
    case steps = """
        SELECT s.number, s.step, s.taken_at, s.taken_by
        FROM match_request_step s
        WHERE s.pool_id = $1 AND s.request_id = $2
        ORDER BY s.number
        """
    case addresses = "SELECT id, email FROM person WHERE pool_id = $1 AND (id = $2 OR id = $3)"
}
