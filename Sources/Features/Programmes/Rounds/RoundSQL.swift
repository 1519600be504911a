// SPDX-License-Identifier: EUPL-1.2

import SQL

/// Rounds: what they were solved from, what came out, what a lead did with it.
enum RoundSQL: String, SQLStatement {
    case next = """
        SELECT coalesce(max(r.number), 0) AS last FROM programme_round r WHERE r.pool_id = $1 AND r.programme_id = $2
        """
    case solving = """
        SELECT r.id FROM programme_round r
        WHERE r.pool_id = $1 AND r.programme_id = $2 AND NOT EXISTS (
            SELECT 1 FROM programme_round_end e WHERE e.pool_id = r.pool_id AND e.round_id = r.id)
        """
    case insert = """
        INSERT INTO programme_round (pool_id, id, programme_id, number, kind, seed, made_at, made_by, version)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0)
        """
    case ofProgramme = """
        SELECT r.id, r.number, r.kind, r.made_at, e.outcome, p.published_at
        FROM programme_round r
        LEFT JOIN programme_round_end e ON e.pool_id = r.pool_id AND e.round_id = r.id
        LEFT JOIN programme_publication p ON p.pool_id = r.pool_id AND p.round_id = r.id
        WHERE r.pool_id = $1 AND r.programme_id = $2
        ORDER BY r.number DESC
        LIMIT $3
        """
    case round = """
        SELECT r.id, r.programme_id, r.number, r.kind, r.seed, r.made_at, r.version, e.outcome, p.published_at
        FROM programme_round r
        LEFT JOIN programme_round_end e ON e.pool_id = r.pool_id AND e.round_id = r.id
        LEFT JOIN programme_publication p ON p.pool_id = r.pool_id AND p.round_id = r.id
        WHERE r.pool_id = $1 AND r.id = $2
        """
    case touch = """
        UPDATE programme_round SET version = version + 1 WHERE pool_id = $1 AND id = $2 AND version = $3 RETURNING version
        """

    // Solving
    case tellProgress = """
        INSERT INTO programme_round_progress (pool_id, round_id, step, done, total, told_at) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (pool_id, round_id) DO UPDATE SET
            step = excluded.step, done = excluded.done, total = excluded.total, told_at = excluded.told_at
        """
    case progress = """
        SELECT step, done, total FROM programme_round_progress WHERE pool_id = $1 AND round_id = $2
        """
    case stop = """
        INSERT INTO programme_round_stop (pool_id, round_id, asked_at, asked_by) VALUES ($1, $2, $3, $4)
        ON CONFLICT (pool_id, round_id) DO NOTHING
        """
    case isStopped = "SELECT asked_at FROM programme_round_stop WHERE pool_id = $1 AND round_id = $2"
    case end = """
        INSERT INTO programme_round_end (pool_id, round_id, outcome, ended_at) VALUES ($1, $2, $3, $4)
        ON CONFLICT (pool_id, round_id) DO NOTHING
        RETURNING outcome
        """
    case addInput = """
        INSERT INTO programme_round_input (pool_id, round_id, hash, inputs, clients, practitioners, places, pairs)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        """
    case input = """
        SELECT hash, inputs FROM programme_round_input WHERE pool_id = $1 AND round_id = $2
        """
    case inputFigures = """
        SELECT hash, clients, practitioners, places, pairs FROM programme_round_input WHERE pool_id = $1 AND round_id = $2
        """
    case addResult = """
        INSERT INTO programme_round_result
            (pool_id, round_id, goal, matched, score, worst, ranks, certificate, milliseconds, practitioners)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        """
    case results = """
        SELECT goal, matched, score, worst, ranks, certificate, milliseconds
        FROM programme_round_result WHERE pool_id = $1 AND round_id = $2
        """
    case resultPairs = """
        SELECT practitioners FROM programme_round_result WHERE pool_id = $1 AND round_id = $2 AND goal = $3
        """
    case addGroup = """
        INSERT INTO programme_round_group (pool_id, round_id, goal, facet, label, clients, matched, first_choice, score)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """
    case groups = """
        SELECT goal, facet, label, clients, matched, first_choice, score
        FROM programme_round_group WHERE pool_id = $1 AND round_id = $2
        ORDER BY facet, label, goal
        """

    // Edits
    case addEdit = """
        INSERT INTO programme_round_edit (pool_id, round_id, number, kind, goal, client_id, practitioner_id, other_client_id,
            other_practitioner_id, undoes, lost_places, lost_score, made_at, made_by)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
        """
    case edits = """
        SELECT number, kind, goal, client_id, practitioner_id, other_client_id, other_practitioner_id, undoes, lost_places,
            lost_score, made_at
        FROM programme_round_edit WHERE pool_id = $1 AND round_id = $2
        ORDER BY number
        """
    case saveDraft = """
        INSERT INTO programme_round_draft (pool_id, round_id, number, goal, matched, score, worst, ranks, practitioners)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        ON CONFLICT (pool_id, round_id) DO UPDATE SET
            number = excluded.number, goal = excluded.goal, matched = excluded.matched, score = excluded.score,
            worst = excluded.worst, ranks = excluded.ranks, practitioners = excluded.practitioners
        """
    case draft = """
        SELECT number, goal, matched, score, worst, ranks, practitioners
        FROM programme_round_draft WHERE pool_id = $1 AND round_id = $2
        """

    // Publication
    case publish = """
        INSERT INTO programme_publication (pool_id, round_id, published_at, published_by) VALUES ($1, $2, $3, $4)
        ON CONFLICT (pool_id, round_id) DO NOTHING
        RETURNING round_id
        """
    case addMatch = """
        INSERT INTO programme_match (pool_id, round_id, client_id, practitioner_id, programme_id, request_id)
        VALUES ($1, $2, $3, $4, $5, $6)
        """
    case wasPublished = """
        SELECT r.id FROM programme_round r
        JOIN programme_publication p ON p.pool_id = r.pool_id AND p.round_id = r.id
        WHERE r.pool_id = $1 AND r.programme_id = $2
        ORDER BY r.number
        LIMIT 1
        """
    case person = """
        SELECT m.id, m.given_name, m.family_name, m.email, m.job_title, m.grade, o.name AS organisation
        FROM person m
        LEFT JOIN organisation o ON o.pool_id = m.pool_id AND o.id = m.organisation_id
        WHERE m.pool_id = $1 AND m.id = $2
        """
}
