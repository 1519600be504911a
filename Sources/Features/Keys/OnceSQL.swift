// SPDX-License-Identifier: EUPL-1.2

import SQL

/// Writes of the room by the nonce of their proof.
enum OnceSQL: String, SQLStatement {
    case claim = """
        INSERT INTO room_write (pool_id, sign_in_id, nonce, request_digest, answer, written_at)
        VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (pool_id, sign_in_id, nonce) DO NOTHING
        RETURNING nonce
        """
    case find = "SELECT request_digest, answer FROM room_write WHERE pool_id = $1 AND sign_in_id = $2 AND nonce = $3"
    case answer = "UPDATE room_write SET answer = $4 WHERE pool_id = $1 AND sign_in_id = $2 AND nonce = $3"
}
