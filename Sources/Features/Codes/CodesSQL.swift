// SPDX-License-Identifier: EUPL-1.2

import SQL

enum CodesSQL: String, SQLStatement {
    // What the pool follows
    case adoptions = "SELECT pack, from_on, until_on FROM pack_adoption WHERE pool_id = $1 ORDER BY from_on, id"
    case adopt = """
        INSERT INTO pack_adoption (pool_id, id, pack, from_on, adopted_at, adopted_by) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (pool_id, pack) WHERE ended_at IS NULL DO NOTHING
        RETURNING id
        """
    case leave = """
        UPDATE pack_adoption SET until_on = $3, ended_at = $4, ended_by = $5
        WHERE pool_id = $1 AND pack = $2 AND ended_at IS NULL
        RETURNING id
        """
    case figures = """
        SELECT quantity, scope, amount, unit, per_amount, per_unit, from_on, until_on
        FROM pool_figure
        WHERE pool_id = $1
        ORDER BY from_on, chosen_at, id
        """
    case endFigure = """
        UPDATE pool_figure SET until_on = $4, ended_at = $5
        WHERE pool_id = $1 AND quantity = $2 AND scope = $3 AND ended_at IS NULL
        """
    case addFigure = """
        INSERT INTO pool_figure
            (pool_id, id, quantity, scope, amount, unit, per_amount, per_unit, from_on, chosen_at, chosen_by)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        """
    case answers = """
        SELECT question, answer, from_on, until_on FROM pool_answer WHERE pool_id = $1 ORDER BY from_on, chosen_at, id
        """
    case endAnswer = """
        UPDATE pool_answer SET until_on = $3, ended_at = $4
        WHERE pool_id = $1 AND question = $2 AND ended_at IS NULL
        """
    case addAnswer = """
        INSERT INTO pool_answer (pool_id, id, question, answer, from_on, chosen_at, chosen_by)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        """

    // Editions
    case editions = """
        SELECT number, packs, announced_at, accept_by FROM code_edition WHERE pool_id = $1 ORDER BY number DESC
        """
    case announce = """
        INSERT INTO code_edition (pool_id, number, packs, announced_at, announced_by, accept_by)
        VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (pool_id, number) DO NOTHING
        RETURNING number
        """
    case accept = """
        INSERT INTO code_acceptance (pool_id, person_id, number, accepted_at) VALUES ($1, $2, $3, $4)
        ON CONFLICT (pool_id, person_id, number) DO NOTHING
        RETURNING number
        """
    case accepted = """
        SELECT a.number, a.accepted_at, e.packs
        FROM code_acceptance a
        JOIN code_edition e ON e.pool_id = a.pool_id AND e.number = a.number
        WHERE a.pool_id = $1 AND a.person_id = $2
        ORDER BY a.number DESC
        LIMIT 20
        """
    case acceptedBetween = """
        SELECT a.person_id, max(a.number) AS number
        FROM code_acceptance a
        WHERE a.pool_id = $1 AND a.person_id >= $2 AND a.person_id <= $3
        GROUP BY a.person_id
        """
    case owing = """
        SELECT r.person_id
        FROM person_role r
        WHERE r.pool_id = $1 AND r.role = 'practitioner' AND r.scope_key = '' AND r.ended_at IS NULL AND r.person_id > $2
            AND NOT EXISTS (
                SELECT 1 FROM code_acceptance a
                WHERE a.pool_id = $1 AND a.person_id = r.person_id AND a.number >= $3)
        ORDER BY r.person_id
        LIMIT $4
        """
}
