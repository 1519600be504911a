// SPDX-License-Identifier: EUPL-1.2

import SQL

enum MailSQL: String, SQLStatement {
    case deliver = """
        INSERT INTO mail_delivery (pool_id, id, outbox_id, at, outcome)
        VALUES ($1, $2, $3, $4, $5)
        """
    case bounce = """
        INSERT INTO mail_bounce (pool_id, id, outbox_id, at, is_permanent, status)
        VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (pool_id, outbox_id, status) DO NOTHING
        RETURNING id
        """
    case sent = """
        SELECT o.kind, o.subject_id, o.payload, o.attempts, d.at
        FROM outbox_item o
        JOIN mail_delivery d ON d.pool_id = o.pool_id AND d.outbox_id = o.id
        WHERE o.pool_id = $1 AND o.id = $2
        ORDER BY d.at DESC, d.id DESC
        LIMIT 1
        """
    case deliveries = """
        SELECT at, outcome
        FROM mail_delivery
        WHERE pool_id = $1 AND outbox_id = $2
        ORDER BY at, id
        """
    case forgetBounces = "DELETE FROM mail_bounce WHERE pool_id = $1 AND outbox_id = $2"
    case forgetDeliveries = "DELETE FROM mail_delivery WHERE pool_id = $1 AND outbox_id = $2"
}
