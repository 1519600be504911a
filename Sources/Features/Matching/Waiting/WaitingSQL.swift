// SPDX-License-Identifier: EUPL-1.2

import SQL

enum WaitingSQL: String, SQLStatement {
    case join = """
        INSERT INTO waiting_place (pool_id, id, client_id, choices, with_own_team, since)
        SELECT s.pool_id, CAST($2 AS TEXT), CAST($3 AS TEXT), s.choices, s.with_own_team, CAST($4 AS TEXT)
        FROM directory_search s
        WHERE s.pool_id = $1 AND s.sign_in_id = $5
        ON CONFLICT (pool_id, client_id) WHERE ended_at IS NULL DO UPDATE SET
            choices = excluded.choices, with_own_team = excluded.with_own_team
        RETURNING id
        """
    case leave = "UPDATE waiting_place SET ended_at = $3 WHERE pool_id = $1 AND client_id = $2 AND ended_at IS NULL"
    case position = """
        SELECT count(*) AS n
        FROM (
            SELECT w.id
            FROM waiting_place mine
            JOIN waiting_place w ON w.pool_id = mine.pool_id AND w.ended_at IS NULL AND (w.since, w.id) <= (mine.since, mine.id)
            WHERE mine.pool_id = $1 AND mine.client_id = $2 AND mine.ended_at IS NULL
            ORDER BY w.since, w.id
            LIMIT 1000
        ) before
        """
    case line = """
        SELECT id, client_id, choices, with_own_team, since, told_at FROM waiting_place
        WHERE pool_id = $1 AND ended_at IS NULL AND (since, id) > ($2, $3)
        ORDER BY since, id
        LIMIT $4
        """
    case told = "UPDATE waiting_place SET told_at = $3 WHERE pool_id = $1 AND id = $2"
}
