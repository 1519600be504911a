// SPDX-License-Identifier: EUPL-1.2

import SQL

/// The log of key statements.
enum KeyLogSQL: String, SQLStatement {
    /// Takes the turn of those who write: the row is there from the first statement on.
    case lock = """
        INSERT INTO key_log (pool_id, size, peaks, root) VALUES ($1, 0, $2, '')
        ON CONFLICT (pool_id) DO UPDATE SET size = key_log.size
        RETURNING size, peaks
        """
    case grow = "UPDATE key_log SET size = $2, peaks = $3, root = $4 WHERE pool_id = $1"
    case point = "SELECT size, root FROM key_log WHERE pool_id = $1"
    case rootAt = "SELECT root FROM key_statement WHERE pool_id = $1 AND leaf = $2"
    case newest = """
        SELECT leaf, seq, body_digest, sign_key, at_seconds, root FROM key_statement
        WHERE pool_id = $1 AND person_id = $2
        ORDER BY seq DESC
        LIMIT 1
        """
    case use = """
        INSERT INTO key_used (pool_id, public_key) VALUES ($1, $2)
        ON CONFLICT (pool_id, public_key) DO NOTHING
        RETURNING public_key
        """
    case add = """
        INSERT INTO key_statement
            (pool_id, leaf, person_id, seq, reason, body_digest, sign_key, enc_key, at_seconds, statement, root, logged_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
        """
    case entries = """
        SELECT statement FROM key_statement WHERE pool_id = $1 AND leaf >= $2 AND leaf < $3 ORDER BY leaf
        """
}
