// SPDX-License-Identifier: EUPL-1.2

import SQL

/// The ways in, and what they open.
enum SlotSQL: String, SQLStatement {
    case all = """
        SELECT name, auth_key, epoch, slot FROM key_slot WHERE pool_id = $1 AND person_id = $2 ORDER BY name
        """
    case way = """
        SELECT name, kind FROM key_slot WHERE pool_id = $1 AND person_id = $2 AND auth_key = $3
        """
    case needsPhrase = "SELECT needs_phrase FROM key_slot WHERE pool_id = $1 AND person_id = $2 AND name = 'pw'"
    case put = """
        INSERT INTO key_slot (pool_id, person_id, name, kind, auth_key, epoch, needs_phrase, kdf_salt, slot, put_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        """
    case remove = "DELETE FROM key_slot WHERE pool_id = $1 AND person_id = $2 AND name = $3"
    case removeAll = "DELETE FROM key_slot WHERE pool_id = $1 AND person_id = $2"
    case bundle = "SELECT epoch, bundle FROM key_bundle WHERE pool_id = $1 AND person_id = $2"
    case putBundle = """
        INSERT INTO key_bundle (pool_id, person_id, epoch, bundle, put_at) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (pool_id, person_id) DO UPDATE
            SET epoch = excluded.epoch, bundle = excluded.bundle, put_at = excluded.put_at
        """
    case kit = "SELECT is_kept FROM kit_choice WHERE pool_id = $1 AND person_id = $2"
    case sayKit = """
        INSERT INTO kit_choice (pool_id, person_id, is_kept, said_at) VALUES ($1, $2, $3, $4)
        ON CONFLICT (pool_id, person_id) DO UPDATE SET is_kept = excluded.is_kept, said_at = excluded.said_at
        """
    /// The parameters of whoever has a name, be it their id, address or user name.
    case parameters = """
        SELECT s.person_id, s.kdf_salt FROM key_slot s
        WHERE s.pool_id = $1 AND s.name = 'pw' AND s.person_id = coalesce(
            (SELECT p.id FROM person p WHERE p.pool_id = $1 AND p.id = $2),
            (SELECT p.id FROM person p WHERE p.pool_id = $1 AND p.email_key = $3),
            (SELECT p.id FROM person p WHERE p.pool_id = $1 AND p.user_name = $3))
        """
    case addNonce = "INSERT INTO login_nonce (pool_id, nonce, expires_at) VALUES ($1, $2, $3)"
    case forgetNonces = "DELETE FROM login_nonce WHERE pool_id = $1 AND expires_at < $2"
    case takeNonce = "DELETE FROM login_nonce WHERE pool_id = $1 AND nonce = $2 RETURNING expires_at"
}
