// SPDX-License-Identifier: EUPL-1.2

import SQL

enum TieSQL: String, SQLStatement {
    case declare = """
        INSERT INTO declared_tie (pool_id, id, person_id, other_key, kind, declared_at) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (pool_id, person_id, other_key, kind) WHERE ended_at IS NULL DO NOTHING
        """
    case end = """
        UPDATE declared_tie SET ended_at = $4 WHERE pool_id = $1 AND id = $2 AND person_id = $3 AND ended_at IS NULL
        """
    case own = """
        SELECT id, other_key, kind, declared_at FROM declared_tie
        WHERE pool_id = $1 AND person_id = $2 AND ended_at IS NULL
        ORDER BY declared_at DESC, id
        LIMIT 100
        """
    case apart = """
        SELECT m.id AS person_id
        FROM declared_tie t
        JOIN person m ON m.pool_id = t.pool_id AND m.email_key = t.other_key
        WHERE t.pool_id = $1 AND t.person_id = $2 AND t.ended_at IS NULL
        UNION
        SELECT t.person_id
        FROM person v
        JOIN declared_tie t ON t.pool_id = v.pool_id AND t.other_key = v.email_key AND t.ended_at IS NULL
        WHERE v.pool_id = $1 AND v.id = $2
        """
}
