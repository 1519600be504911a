-- Signing in again ends what the room had of the sign-in before.

CREATE INDEX room_sign_in__by_sign_in ON room_sign_in (pool_id, sign_in_id);
