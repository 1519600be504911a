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
}
