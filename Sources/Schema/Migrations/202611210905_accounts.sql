-- How people come in: links and codes, the sign-ins that they give, invitations, where we may write.
-- Of each token and code only a hash is here.

-- person_id is null where somebody asked with a name that nobody has: both leave the same trace until the mail is due.
CREATE TABLE sign_in_link (
    pool_id TEXT NOT NULL,
    id TEXT NOT NULL,
    person_id TEXT,
    purpose TEXT NOT NULL,
    made_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    CONSTRAINT sign_in_link__pool_id_id__pkey PRIMARY KEY (pool_id, id),
    CONSTRAINT sign_in_link__purpose__check CHECK (purpose IN ('asked', 'invitation', 'code', 'address')),
    CONSTRAINT sign_in_link__pool_id__fkey FOREIGN KEY (pool_id) REFERENCES pool (id),
    CONSTRAINT sign_in_link__pool_id_person_id__fkey FOREIGN KEY (pool_id, person_id) REFERENCES person (pool_id, id)
);

CREATE INDEX sign_in_link__by_person ON sign_in_link (pool_id, person_id, purpose, expires_at);

-- Made when a mail is written or a code is shown; a mail that is tried twice has two, which open the same link once.
CREATE TABLE sign_in_link_token (
    pool_id TEXT NOT NULL,
    token_hash TEXT NOT NULL,
    sign_in_link_id TEXT NOT NULL,
    made_at TEXT NOT NULL,
    CONSTRAINT sign_in_link_token__pool_id_token_hash__pkey PRIMARY KEY (pool_id, token_hash),
    CONSTRAINT sign_in_link_token__pool_id_sign_in_link_id__fkey FOREIGN KEY (pool_id, sign_in_link_id) REFERENCES sign_in_link (pool_id, id)
);

CREATE INDEX sign_in_link_token__by_link ON sign_in_link_token (pool_id, sign_in_link_id);

CREATE TABLE sign_in_link_end (
    pool_id TEXT NOT NULL,
    sign_in_link_id TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    reason TEXT NOT NULL,
    CONSTRAINT sign_in_link_end__pool_id_sign_in_link_id__pkey PRIMARY KEY (pool_id, sign_in_link_id),
    CONSTRAINT sign_in_link_end__reason__check CHECK (reason IN ('used', 'cancelled', 'replaced')),
    CONSTRAINT sign_in_link_end__pool_id_sign_in_link_id__fkey FOREIGN KEY (pool_id, sign_in_link_id) REFERENCES sign_in_link (pool_id, id)
);

-- seen_at is written once a minute at most. device is a coarse code such as firefox-linux, never what the browser said.
CREATE TABLE sign_in (
    pool_id TEXT NOT NULL,
    id TEXT NOT NULL,
    token_hash TEXT NOT NULL,
    person_id TEXT NOT NULL,
    device TEXT NOT NULL,
    is_shared_device BOOLEAN NOT NULL,
    idle_minutes BIGINT NOT NULL,
    started_at TEXT NOT NULL,
    seen_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    CONSTRAINT sign_in__pool_id_id__pkey PRIMARY KEY (pool_id, id),
    CONSTRAINT sign_in__pool_id_token_hash__key UNIQUE (pool_id, token_hash),
    CONSTRAINT sign_in__idle__check CHECK (idle_minutes BETWEEN 1 AND 120),
    CONSTRAINT sign_in__pool_id_person_id__fkey FOREIGN KEY (pool_id, person_id) REFERENCES person (pool_id, id)
);

CREATE INDEX sign_in__by_person ON sign_in (pool_id, person_id, started_at, id);

CREATE TABLE sign_in_end (
    pool_id TEXT NOT NULL,
    sign_in_id TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    reason TEXT NOT NULL,
    CONSTRAINT sign_in_end__pool_id_sign_in_id__pkey PRIMARY KEY (pool_id, sign_in_id),
    CONSTRAINT sign_in_end__reason__check CHECK (reason IN ('signed-out', 'signed-out-elsewhere', 'idle', 'expired', 'replaced')),
    CONSTRAINT sign_in_end__pool_id_sign_in_id__fkey FOREIGN KEY (pool_id, sign_in_id) REFERENCES sign_in (pool_id, id)
);

-- The first time that somebody came in: whoever has no row has not come.
CREATE TABLE arrival (
    pool_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    came_at TEXT NOT NULL,
    CONSTRAINT arrival__pool_id_person_id__pkey PRIMARY KEY (pool_id, person_id),
    CONSTRAINT arrival__pool_id_person_id__fkey FOREIGN KEY (pool_id, person_id) REFERENCES person (pool_id, id)
);

CREATE TABLE invitation (
    pool_id TEXT NOT NULL,
    id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    number BIGINT NOT NULL,
    sign_in_link_id TEXT NOT NULL,
    way TEXT NOT NULL,
    invited_at TEXT NOT NULL,
    invited_by TEXT NOT NULL,
    send_at TEXT NOT NULL,
    CONSTRAINT invitation__pool_id_id__pkey PRIMARY KEY (pool_id, id),
    CONSTRAINT invitation__pool_id_person_id_number__key UNIQUE (pool_id, person_id, number),
    CONSTRAINT invitation__pool_id_sign_in_link_id__key UNIQUE (pool_id, sign_in_link_id),
    CONSTRAINT invitation__way__check CHECK (way IN ('mail', 'letter')),
    CONSTRAINT invitation__pool_id_person_id__fkey FOREIGN KEY (pool_id, person_id) REFERENCES person (pool_id, id),
    CONSTRAINT invitation__pool_id_invited_by__fkey FOREIGN KEY (pool_id, invited_by) REFERENCES person (pool_id, id),
    CONSTRAINT invitation__pool_id_sign_in_link_id__fkey FOREIGN KEY (pool_id, sign_in_link_id) REFERENCES sign_in_link (pool_id, id)
);

CREATE TABLE invitation_end (
    pool_id TEXT NOT NULL,
    invitation_id TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    ended_by TEXT,
    reason TEXT NOT NULL,
    CONSTRAINT invitation_end__pool_id_invitation_id__pkey PRIMARY KEY (pool_id, invitation_id),
    CONSTRAINT invitation_end__reason__check CHECK (reason IN ('came', 'cancelled', 'replaced')),
    CONSTRAINT invitation_end__pool_id_invitation_id__fkey FOREIGN KEY (pool_id, invitation_id) REFERENCES invitation (pool_id, id)
);

-- When the next mail of a bulk may go; updated first, so that two stewards who press at once take turns.
CREATE TABLE invitation_pace (
    pool_id TEXT NOT NULL,
    next_at TEXT NOT NULL,
    CONSTRAINT invitation_pace__pool_id__pkey PRIMARY KEY (pool_id),
    CONSTRAINT invitation_pace__pool_id__fkey FOREIGN KEY (pool_id) REFERENCES pool (id)
);

-- What somebody said about where and in which language to write; the newest row counts.
CREATE TABLE contact_choice (
    pool_id TEXT NOT NULL,
    id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    service_language TEXT NOT NULL,
    letter_language TEXT NOT NULL,
    chosen_at TEXT NOT NULL,
    CONSTRAINT contact_choice__pool_id_id__pkey PRIMARY KEY (pool_id, id),
    CONSTRAINT contact_choice__service_language__check CHECK (service_language IN ('en', 'cy')),
    CONSTRAINT contact_choice__letter_language__check CHECK (letter_language IN ('en', 'cy')),
    CONSTRAINT contact_choice__pool_id_person_id__fkey FOREIGN KEY (pool_id, person_id) REFERENCES person (pool_id, id)
);

CREATE INDEX contact_choice__by_person ON contact_choice (pool_id, person_id, chosen_at, id);

-- Another address that somebody gave; it counts once its own link was pressed.
CREATE TABLE address_change (
    pool_id TEXT NOT NULL,
    id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    sign_in_link_id TEXT NOT NULL,
    email TEXT NOT NULL,
    email_key TEXT NOT NULL,
    email_before TEXT,
    asked_at TEXT NOT NULL,
    CONSTRAINT address_change__pool_id_id__pkey PRIMARY KEY (pool_id, id),
    CONSTRAINT address_change__pool_id_sign_in_link_id__key UNIQUE (pool_id, sign_in_link_id),
    CONSTRAINT address_change__pool_id_person_id__fkey FOREIGN KEY (pool_id, person_id) REFERENCES person (pool_id, id),
    CONSTRAINT address_change__pool_id_sign_in_link_id__fkey FOREIGN KEY (pool_id, sign_in_link_id) REFERENCES sign_in_link (pool_id, id)
);

CREATE INDEX address_change__by_person ON address_change (pool_id, person_id, asked_at, id);

-- Mail to an address came back for good. It says nothing of another address that counts since.
CREATE TABLE address_bounce (
    pool_id TEXT NOT NULL,
    id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    email_key TEXT NOT NULL,
    sent_at TEXT NOT NULL,
    bounced_at TEXT NOT NULL,
    status TEXT NOT NULL,
    CONSTRAINT address_bounce__pool_id_id__pkey PRIMARY KEY (pool_id, id),
    CONSTRAINT address_bounce__pool_id_person_id__fkey FOREIGN KEY (pool_id, person_id) REFERENCES person (pool_id, id)
);

CREATE INDEX address_bounce__by_person ON address_bounce (pool_id, person_id, email_key, sent_at);

-- A steward has seen to an address: what was sent before counts no more.
CREATE TABLE address_trust (
    pool_id TEXT NOT NULL,
    id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    trusted_at TEXT NOT NULL,
    trusted_by TEXT NOT NULL,
    CONSTRAINT address_trust__pool_id_id__pkey PRIMARY KEY (pool_id, id),
    CONSTRAINT address_trust__pool_id_person_id__fkey FOREIGN KEY (pool_id, person_id) REFERENCES person (pool_id, id),
    CONSTRAINT address_trust__pool_id_trusted_by__fkey FOREIGN KEY (pool_id, trusted_by) REFERENCES person (pool_id, id)
);

CREATE INDEX address_trust__by_person ON address_trust (pool_id, person_id, trusted_at);
