// SPDX-License-Identifier: EUPL-1.2

import SQL

enum MailSQL: String, SQLStatement {
    case deliver = """
        INSERT INTO mail_delivery (pool_id, id, outbox_id, at, outcome)
        VALUES ($1, $2, $3, $4, $5)
        """
    case bounce = """
        INSERT INTO mail_bounce (pool_id, id, outbox_id, person_id, sent_at, at, is_permanent, status)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        ON CONFLICT (pool_id, outbox_id, status) DO NOTHING
        """
    case mail = """
        SELECT subject_id, done_at
        FROM outbox_item
        WHERE pool_id = $1 AND id = $2 AND kind = $3 AND attempts > 0
        """
    case freshStart = """
        INSERT INTO mail_fresh_start (pool_id, id, person_id, at, by_id)
        VALUES ($1, $2, $3, $4, $5)
        """
    case trouble = """
        SELECT b.status, b.at
        FROM mail_bounce b
        WHERE b.pool_id = $1 AND b.person_id = $2 AND b.is_permanent = TRUE AND b.sent_at > coalesce(
            (SELECT max(f.at) FROM mail_fresh_start f WHERE f.pool_id = $1 AND f.person_id = $2), '')
        ORDER BY b.sent_at DESC, b.id DESC
        LIMIT 1
        """
    case deliveries = """
        SELECT d.outbox_id, d.at, d.outcome
        FROM mail_delivery d
        JOIN outbox_item o ON o.pool_id = d.pool_id AND o.id = d.outbox_id
        WHERE d.pool_id = $1 AND d.outbox_id = $2
        ORDER BY d.at, d.id
        """
}
