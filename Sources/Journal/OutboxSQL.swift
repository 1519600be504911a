// SPDX-License-Identifier: EUPL-1.2

import SQL

enum OutboxSQL: String, SQLStatement {
    case add = """
        INSERT INTO outbox_item
            (pool_id, id, kind, once_key, subject_id, payload, due_at, next_at, attempts, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $7, 0, $8)
        ON CONFLICT (pool_id, once_key) DO NOTHING
        RETURNING id
        """
    case pools = "SELECT id FROM pool ORDER BY id"
    case next = """
        SELECT next_at
        FROM outbox_item
        WHERE pool_id = $1 AND kind = $2 AND done_at IS NULL AND set_aside_at IS NULL
        ORDER BY next_at, id
        LIMIT 1
        """
    case claim = """
        UPDATE outbox_item
        SET claimed_by = $5, next_at = $6, attempts = attempts + 1
        WHERE pool_id = $1 AND next_at <= $3 AND id IN (
            SELECT id
            FROM outbox_item
            WHERE pool_id = $1 AND kind = $2 AND next_at <= $3 AND done_at IS NULL AND set_aside_at IS NULL
            ORDER BY next_at, id
            LIMIT $4
        )
        RETURNING id, subject_id, payload, due_at, attempts
        """
    case done = """
        UPDATE outbox_item
        SET done_at = $3, outcome = $4, claimed_by = NULL, set_aside_at = NULL
        WHERE pool_id = $1 AND id = $2 AND done_at IS NULL
        RETURNING id
        """
    case again = """
        UPDATE outbox_item
        SET next_at = $4, outcome = $5, claimed_by = NULL
        WHERE pool_id = $1 AND id = $2 AND claimed_by = $3 AND done_at IS NULL AND set_aside_at IS NULL
        RETURNING id
        """
    case setAside = """
        UPDATE outbox_item
        SET set_aside_at = $4, outcome = $5, claimed_by = NULL
        WHERE pool_id = $1 AND id = $2 AND claimed_by = $3 AND done_at IS NULL AND set_aside_at IS NULL
        RETURNING id
        """
    case allSetAside = """
        SELECT id, kind, subject_id, outcome, attempts, created_at, set_aside_at
        FROM outbox_item
        WHERE pool_id = $1 AND set_aside_at IS NOT NULL AND (set_aside_at, id) < ($2, $3)
        ORDER BY set_aside_at DESC, id DESC
        LIMIT $4
        """
    case tryAgain = """
        UPDATE outbox_item
        SET set_aside_at = NULL, next_at = $3, attempts = 0
        WHERE pool_id = $1 AND id = $2 AND set_aside_at IS NOT NULL
        RETURNING id
        """
    case waiting = """
        SELECT count(*) AS waiting
        FROM outbox_item
        WHERE pool_id = $1 AND next_at <= $2 AND done_at IS NULL AND set_aside_at IS NULL
        """
    case countSetAside = """
        SELECT count(*) AS set_aside
        FROM outbox_item
        WHERE pool_id = $1 AND set_aside_at IS NOT NULL
        """
    case old = """
        SELECT id
        FROM outbox_item
        WHERE pool_id = $1 AND done_at < $2
        ORDER BY done_at, id
        LIMIT $3
        """
    case remove = "DELETE FROM outbox_item WHERE pool_id = $1 AND id = $2"
}
