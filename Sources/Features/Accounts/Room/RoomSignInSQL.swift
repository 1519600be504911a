// SPDX-License-Identifier: EUPL-1.2

import SQL

/// The room's part of a sign-in: token, proof key, share, codes between the two origins.
enum RoomSignInSQL: String, SQLStatement {
    case find = """
        SELECT r.id, r.sign_in_id, s.person_id, r.strength, r.proof_key, r.idle_minutes, r.seen_at, r.end_reason,
            s.is_shared_device, s.expires_at
        FROM room_sign_in r
        JOIN sign_in s ON s.pool_id = r.pool_id AND s.id = r.sign_in_id
        WHERE r.pool_id = $1 AND r.token_hash = $2
            AND NOT EXISTS (SELECT 1 FROM sign_in_end e WHERE e.pool_id = $1 AND e.sign_in_id = r.sign_in_id)
        """
    case start = """
        INSERT INTO room_sign_in
            (pool_id, id, sign_in_id, token_hash, proof_key, strength, idle_minutes, started_at, seen_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8)
        """
    /// A locked one may be replaced as well, so that its token is over.
    case replace = """
        UPDATE room_sign_in SET ended_at = $3, end_reason = 'replaced'
        WHERE pool_id = $1 AND sign_in_id = $2 AND (end_reason IS NULL OR end_reason <> 'replaced')
        """
    case end = """
        UPDATE room_sign_in SET ended_at = $3, end_reason = $4
        WHERE pool_id = $1 AND sign_in_id = $2 AND ended_at IS NULL
        """
    /// Only if nobody used it since it was looked at.
    case rest = """
        UPDATE room_sign_in SET ended_at = $4, end_reason = 'idle'
        WHERE pool_id = $1 AND id = $2 AND seen_at = $3 AND ended_at IS NULL
        RETURNING sign_in_id
        """
    case open = """
        SELECT r.id, r.seen_at, r.idle_minutes FROM room_sign_in r
        WHERE r.pool_id = $1 AND r.id = $2 AND r.ended_at IS NULL
            AND NOT EXISTS (SELECT 1 FROM sign_in_end e WHERE e.pool_id = $1 AND e.sign_in_id = r.sign_in_id)
        """
    case used = """
        UPDATE room_sign_in SET seen_at = $3 WHERE pool_id = $1 AND sign_in_id = $2 AND ended_at IS NULL AND seen_at < $3
        """
    case strengthen = """
        UPDATE room_sign_in SET strength = 'keys' WHERE pool_id = $1 AND sign_in_id = $2 AND ended_at IS NULL
        """
    case keepShare = "INSERT INTO room_share (pool_id, sign_in_id, share) VALUES ($1, $2, $3)"
    case share = "SELECT share FROM room_share WHERE pool_id = $1 AND sign_in_id = $2"
    case dropShare = "DELETE FROM room_share WHERE pool_id = $1 AND sign_in_id = $2"
    /// Those of sign-ins that are over, however they ended.
    case dropShares = """
        DELETE FROM room_share
        WHERE pool_id = $1 AND sign_in_id IN (
            SELECT s.id FROM sign_in s JOIN sign_in_end e ON e.pool_id = s.pool_id AND e.sign_in_id = s.id
            WHERE s.pool_id = $1 AND s.person_id = $2)
        """
    case addCode = """
        INSERT INTO room_code (pool_id, code_hash, sign_in_id, way, expires_at) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (pool_id, code_hash) DO NOTHING
        RETURNING code_hash
        """
    case forgetCodes = "DELETE FROM room_code WHERE pool_id = $1 AND sign_in_id = $2 AND way = $3"
    case takeCode =
        "DELETE FROM room_code WHERE pool_id = $1 AND code_hash = $2 AND way = $3 RETURNING sign_in_id, expires_at"
    case signIn = """
        SELECT s.id, s.person_id, s.is_shared_device, s.expires_at FROM sign_in s
        WHERE s.pool_id = $1 AND s.id = $2
            AND NOT EXISTS (SELECT 1 FROM sign_in_end e WHERE e.pool_id = $1 AND e.sign_in_id = s.id)
        """
    /// The pool's cookie is made anew for the sign-in that the room has.
    case newCookie = "UPDATE sign_in SET token_hash = $3, seen_at = $4 WHERE pool_id = $1 AND id = $2"
    case idle = "SELECT minutes FROM room_idle WHERE pool_id = $1 AND person_id = $2"
    case setIdle = """
        INSERT INTO room_idle (pool_id, person_id, minutes, chosen_at) VALUES ($1, $2, $3, $4)
        ON CONFLICT (pool_id, person_id) DO UPDATE SET minutes = excluded.minutes, chosen_at = excluded.chosen_at
        """
    case setIdleNow = """
        UPDATE room_sign_in SET idle_minutes = $3 WHERE pool_id = $1 AND sign_in_id = $2 AND ended_at IS NULL
        """
    case devices = """
        SELECT s.id, s.device, s.is_shared_device, s.started_at, s.seen_at, s.idle_minutes, s.expires_at,
            EXISTS (SELECT 1 FROM room_sign_in r
                WHERE r.pool_id = $1 AND r.sign_in_id = s.id AND r.ended_at IS NULL) AS has_room
        FROM sign_in s
        WHERE s.pool_id = $1 AND s.person_id = $2 AND s.expires_at > $3
            AND NOT EXISTS (SELECT 1 FROM sign_in_end e WHERE e.pool_id = $1 AND e.sign_in_id = s.id)
        ORDER BY s.started_at DESC, s.id
        LIMIT 200
        """
    case endOthers = """
        INSERT INTO sign_in_end (pool_id, sign_in_id, ended_at, reason)
        SELECT s.pool_id, s.id, CAST($4 AS TEXT), 'signed-out-elsewhere'
        FROM sign_in s WHERE s.pool_id = $1 AND s.person_id = $2 AND s.id <> $3 AND s.expires_at > $4
        ON CONFLICT (pool_id, sign_in_id) DO NOTHING
        """
}
