-- Public keys of people in the order of the log, the ways to their private ones, losing and finding them.

-- How far the tree of the log has grown; updated first, so that writers take turns. peaks are the roots of its complete
-- subtrees, the largest first.
CREATE TABLE key_log (
    pool_id TEXT NOT NULL,
    size BIGINT NOT NULL,
    peaks BYTEA NOT NULL,
    root TEXT NOT NULL,
    CONSTRAINT key_log__pool_id__pkey PRIMARY KEY (pool_id),
    CONSTRAINT key_log__pool_id__fkey FOREIGN KEY (pool_id) REFERENCES pool (id)
);

-- root is that of the tree which ends with this leaf.
CREATE TABLE key_statement (
    pool_id TEXT NOT NULL,
    leaf BIGINT NOT NULL,
    person_id TEXT NOT NULL,
    seq BIGINT NOT NULL,
    reason TEXT NOT NULL,
    body_digest TEXT NOT NULL,
    sign_key TEXT NOT NULL,
    enc_key TEXT NOT NULL,
    at_seconds BIGINT NOT NULL,
    statement BYTEA NOT NULL,
    root TEXT NOT NULL,
    logged_at TEXT NOT NULL,
    CONSTRAINT key_statement__pool_id_leaf__pkey PRIMARY KEY (pool_id, leaf),
    CONSTRAINT key_statement__pool_id_person_id_seq__key UNIQUE (pool_id, person_id, seq),
    CONSTRAINT key_statement__reason__check CHECK (reason IN ('create', 'rotate', 'reset')),
    CONSTRAINT key_statement__pool_id_person_id__fkey FOREIGN KEY (pool_id, person_id) REFERENCES person (pool_id, id)
);

-- Public keys that stand in the log, whichever place they had: none comes twice.
CREATE TABLE key_used (
    pool_id TEXT NOT NULL,
    public_key TEXT NOT NULL,
    CONSTRAINT key_used__pool_id_public_key__pkey PRIMARY KEY (pool_id, public_key),
    CONSTRAINT key_used__pool_id__fkey FOREIGN KEY (pool_id) REFERENCES pool (id)
);

-- The user key under each way in, and the public key that signs in by that way. name is pw, kit, or prf with the hash of the
-- passkey's credential.
CREATE TABLE key_slot (
    pool_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    auth_key TEXT NOT NULL,
    epoch BIGINT NOT NULL,
    needs_phrase BOOLEAN NOT NULL,
    kdf_salt TEXT,
    slot BYTEA NOT NULL,
    put_at TEXT NOT NULL,
    CONSTRAINT key_slot__pool_id_person_id_name__pkey PRIMARY KEY (pool_id, person_id, name),
    CONSTRAINT key_slot__pool_id_auth_key__key UNIQUE (pool_id, auth_key),
    CONSTRAINT key_slot__kind__check CHECK (kind IN ('pw', 'kit', 'prf')),
    CONSTRAINT key_slot__pool_id_person_id__fkey FOREIGN KEY (pool_id, person_id) REFERENCES person (pool_id, id)
);

-- The private keys under the user key.
CREATE TABLE key_bundle (
    pool_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    epoch BIGINT NOT NULL,
    bundle BYTEA NOT NULL,
    put_at TEXT NOT NULL,
    CONSTRAINT key_bundle__pool_id_person_id__pkey PRIMARY KEY (pool_id, person_id),
    CONSTRAINT key_bundle__pool_id_person_id__fkey FOREIGN KEY (pool_id, person_id) REFERENCES person (pool_id, id)
);

CREATE TABLE kit_choice (
    pool_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    is_kept BOOLEAN NOT NULL,
    said_at TEXT NOT NULL,
    CONSTRAINT kit_choice__pool_id_person_id__pkey PRIMARY KEY (pool_id, person_id),
    CONSTRAINT kit_choice__pool_id_person_id__fkey FOREIGN KEY (pool_id, person_id) REFERENCES person (pool_id, id)
);

-- What a sign-in or a confirmation must name; taken away when it is used.
CREATE TABLE login_nonce (
    pool_id TEXT NOT NULL,
    nonce TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    CONSTRAINT login_nonce__pool_id_nonce__pkey PRIMARY KEY (pool_id, nonce),
    CONSTRAINT login_nonce__pool_id__fkey FOREIGN KEY (pool_id) REFERENCES pool (id)
);

CREATE INDEX login_nonce__by_time ON login_nonce (pool_id, expires_at);

-- Writes of the room by the nonce of their proof, each in the transaction of the write itself, with what was answered.
CREATE TABLE room_write (
    pool_id TEXT NOT NULL,
    sign_in_id TEXT NOT NULL,
    nonce TEXT NOT NULL,
    request_digest TEXT NOT NULL,
    answer BYTEA NOT NULL,
    written_at TEXT NOT NULL,
    CONSTRAINT room_write__pool_id_sign_in_id_nonce__pkey PRIMARY KEY (pool_id, sign_in_id, nonce),
    CONSTRAINT room_write__pool_id_sign_in_id__fkey FOREIGN KEY (pool_id, sign_in_id) REFERENCES sign_in (pool_id, id)
);

-- A sign-in with the kit alone, which waits.
CREATE TABLE key_recovery (
    pool_id TEXT NOT NULL,
    id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    started_at TEXT NOT NULL,
    due_at TEXT NOT NULL,
    approved_at TEXT,
    approved_by TEXT,
    ended_at TEXT,
    end_reason TEXT,
    CONSTRAINT key_recovery__pool_id_id__pkey PRIMARY KEY (pool_id, id),
    CONSTRAINT key_recovery__end__check CHECK (end_reason IN ('done', 'stopped', 'replaced')),
    CONSTRAINT key_recovery__pool_id_person_id__fkey FOREIGN KEY (pool_id, person_id) REFERENCES person (pool_id, id),
    CONSTRAINT key_recovery__pool_id_approved_by__fkey FOREIGN KEY (pool_id, approved_by) REFERENCES person (pool_id, id)
);

CREATE UNIQUE INDEX key_recovery__pool_id_person_id__key ON key_recovery (pool_id, person_id) WHERE ended_at IS NULL;

-- Keys that start anew because everything was lost. pending holds the new statement, slots and bundle until all have
-- vouched and the time has passed.
CREATE TABLE key_reset (
    pool_id TEXT NOT NULL,
    id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    started_at TEXT NOT NULL,
    started_by TEXT NOT NULL,
    due_at TEXT NOT NULL,
    needed BIGINT NOT NULL,
    pending BYTEA,
    ended_at TEXT,
    end_reason TEXT,
    CONSTRAINT key_reset__pool_id_id__pkey PRIMARY KEY (pool_id, id),
    CONSTRAINT key_reset__needed__check CHECK (needed IN (1, 2)),
    CONSTRAINT key_reset__end__check CHECK (end_reason IN ('done', 'stopped')),
    CONSTRAINT key_reset__pool_id_person_id__fkey FOREIGN KEY (pool_id, person_id) REFERENCES person (pool_id, id),
    CONSTRAINT key_reset__pool_id_started_by__fkey FOREIGN KEY (pool_id, started_by) REFERENCES person (pool_id, id)
);

CREATE UNIQUE INDEX key_reset__pool_id_person_id__key ON key_reset (pool_id, person_id) WHERE ended_at IS NULL;

CREATE TABLE key_attestation (
    pool_id TEXT NOT NULL,
    key_reset_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    signature TEXT NOT NULL,
    attested_at TEXT NOT NULL,
    CONSTRAINT key_attestation__pool_id_key_reset_id_person_id__pkey PRIMARY KEY (pool_id, key_reset_id, person_id),
    CONSTRAINT key_attestation__pool_id_key_reset_id__fkey FOREIGN KEY (pool_id, key_reset_id) REFERENCES key_reset (pool_id, id),
    CONSTRAINT key_attestation__pool_id_person_id__fkey FOREIGN KEY (pool_id, person_id) REFERENCES person (pool_id, id)
);

-- What a person signed after comparing keys with another; the newest counts.
CREATE TABLE key_verification (
    pool_id TEXT NOT NULL,
    id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    peer_id TEXT NOT NULL,
    statement BYTEA NOT NULL,
    verified_at TEXT NOT NULL,
    CONSTRAINT key_verification__pool_id_id__pkey PRIMARY KEY (pool_id, id),
    CONSTRAINT key_verification__pool_id_person_id__fkey FOREIGN KEY (pool_id, person_id) REFERENCES person (pool_id, id),
    CONSTRAINT key_verification__pool_id_peer_id__fkey FOREIGN KEY (pool_id, peer_id) REFERENCES person (pool_id, id)
);

CREATE INDEX key_verification__by_person ON key_verification (pool_id, person_id, verified_at, id);

-- Carries a check by phone between two devices: commitments first, then what they committed to.
CREATE TABLE key_check (
    pool_id TEXT NOT NULL,
    id TEXT NOT NULL,
    first_id TEXT NOT NULL,
    second_id TEXT NOT NULL,
    first_commitment TEXT NOT NULL,
    second_commitment TEXT,
    first_reveal TEXT,
    second_reveal TEXT,
    expires_at TEXT NOT NULL,
    CONSTRAINT key_check__pool_id_id__pkey PRIMARY KEY (pool_id, id),
    CONSTRAINT key_check__pool_id_first_id__fkey FOREIGN KEY (pool_id, first_id) REFERENCES person (pool_id, id),
    CONSTRAINT key_check__pool_id_second_id__fkey FOREIGN KEY (pool_id, second_id) REFERENCES person (pool_id, id)
);

CREATE INDEX key_check__by_first ON key_check (pool_id, first_id, expires_at);

CREATE INDEX key_check__by_second ON key_check (pool_id, second_id, expires_at);

-- An invitation whose secret goes another way; proof binds the first keys of the invited person to it.
CREATE TABLE key_invitation (
    pool_id TEXT NOT NULL,
    id TEXT NOT NULL,
    inviter_id TEXT NOT NULL,
    peer_id TEXT NOT NULL,
    made_at TEXT NOT NULL,
    proof TEXT,
    proved_at TEXT,
    CONSTRAINT key_invitation__pool_id_id__pkey PRIMARY KEY (pool_id, id),
    CONSTRAINT key_invitation__pool_id_inviter_id__fkey FOREIGN KEY (pool_id, inviter_id) REFERENCES person (pool_id, id),
    CONSTRAINT key_invitation__pool_id_peer_id__fkey FOREIGN KEY (pool_id, peer_id) REFERENCES person (pool_id, id)
);

CREATE INDEX key_invitation__by_inviter ON key_invitation (pool_id, inviter_id, made_at, id);

CREATE INDEX key_invitation__by_peer ON key_invitation (pool_id, peer_id);
