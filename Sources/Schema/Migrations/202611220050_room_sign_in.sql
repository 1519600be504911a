-- Signing in to the room: one sign_in row owns the pool's cookie and the room's token.

ALTER TABLE pool_host ADD COLUMN room_host TEXT;

-- Of the token only a hash is here; it is worth nothing without the private half of proof_key, which is on the device.
CREATE TABLE room_sign_in (
    pool_id TEXT NOT NULL,
    id TEXT NOT NULL,
    sign_in_id TEXT NOT NULL,
    token_hash TEXT NOT NULL,
    proof_key TEXT NOT NULL,
    strength TEXT NOT NULL,
    idle_minutes BIGINT NOT NULL,
    started_at TEXT NOT NULL,
    seen_at TEXT NOT NULL,
    ended_at TEXT,
    end_reason TEXT,
    CONSTRAINT room_sign_in__pool_id_id__pkey PRIMARY KEY (pool_id, id),
    CONSTRAINT room_sign_in__pool_id_token_hash__key UNIQUE (pool_id, token_hash),
    CONSTRAINT room_sign_in__strength__check CHECK (strength IN ('link', 'recover', 'keys')),
    CONSTRAINT room_sign_in__idle__check CHECK (idle_minutes BETWEEN 1 AND 120),
    CONSTRAINT room_sign_in__end__check CHECK (end_reason IN ('locked', 'idle', 'replaced')),
    CONSTRAINT room_sign_in__pool_id_sign_in_id__fkey FOREIGN KEY (pool_id, sign_in_id) REFERENCES sign_in (pool_id, id)
);

CREATE UNIQUE INDEX room_sign_in__pool_id_sign_in_id__key ON room_sign_in (pool_id, sign_in_id) WHERE ended_at IS NULL;

-- Half of what a device needs to open the user key that it keeps; gone when the room is locked or left.
CREATE TABLE room_share (
    pool_id TEXT NOT NULL,
    sign_in_id TEXT NOT NULL,
    share BYTEA NOT NULL,
    CONSTRAINT room_share__pool_id_sign_in_id__pkey PRIMARY KEY (pool_id, sign_in_id),
    CONSTRAINT room_share__pool_id_sign_in_id__fkey FOREIGN KEY (pool_id, sign_in_id) REFERENCES sign_in (pool_id, id)
);

-- Codes that carry a sign-in from the pool's pages to the room, and back; taken away when they are used.
CREATE TABLE room_code (
    pool_id TEXT NOT NULL,
    code_hash TEXT NOT NULL,
    sign_in_id TEXT NOT NULL,
    way TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    CONSTRAINT room_code__pool_id_code_hash__pkey PRIMARY KEY (pool_id, code_hash),
    CONSTRAINT room_code__way__check CHECK (way IN ('to-room', 'to-pool')),
    CONSTRAINT room_code__pool_id_sign_in_id__fkey FOREIGN KEY (pool_id, sign_in_id) REFERENCES sign_in (pool_id, id)
);

CREATE INDEX room_code__by_sign_in ON room_code (pool_id, sign_in_id);

-- After how many minutes of rest the room of a person locks, where they chose.
CREATE TABLE room_idle (
    pool_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    minutes BIGINT NOT NULL,
    chosen_at TEXT NOT NULL,
    CONSTRAINT room_idle__pool_id_person_id__pkey PRIMARY KEY (pool_id, person_id),
    CONSTRAINT room_idle__minutes__check CHECK (minutes BETWEEN 1 AND 120),
    CONSTRAINT room_idle__pool_id_person_id__fkey FOREIGN KEY (pool_id, person_id) REFERENCES person (pool_id, id)
);
