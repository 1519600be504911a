-- What became of mail. No address stands here: it is read from the person when a mail is sent.

CREATE TABLE mail_delivery (
    pool_id TEXT NOT NULL,
    id TEXT NOT NULL,
    outbox_id TEXT NOT NULL,
    at TEXT NOT NULL,
    outcome TEXT NOT NULL,
    CONSTRAINT mail_delivery__pool_id_id__pkey PRIMARY KEY (pool_id, id),
    CONSTRAINT mail_delivery__pool_id_outbox_id__fkey FOREIGN KEY (pool_id, outbox_id) REFERENCES outbox_item (pool_id, id)
);

CREATE INDEX mail_delivery__by_item ON mail_delivery (pool_id, outbox_id, at, id);

CREATE TABLE mail_bounce (
    pool_id TEXT NOT NULL,
    id TEXT NOT NULL,
    outbox_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    sent_at TEXT NOT NULL,
    at TEXT NOT NULL,
    is_permanent BOOLEAN NOT NULL,
    status TEXT NOT NULL,
    CONSTRAINT mail_bounce__pool_id_id__pkey PRIMARY KEY (pool_id, id),
    CONSTRAINT mail_bounce__pool_id_outbox_id_status__key UNIQUE (pool_id, outbox_id, status),
    CONSTRAINT mail_bounce__pool_id_outbox_id__fkey FOREIGN KEY (pool_id, outbox_id) REFERENCES outbox_item (pool_id, id),
    CONSTRAINT mail_bounce__pool_id_person_id__fkey FOREIGN KEY (pool_id, person_id) REFERENCES person (pool_id, id)
);

CREATE INDEX mail_bounce__by_person ON mail_bounce (pool_id, person_id, sent_at, id);

CREATE INDEX mail_bounce__by_time ON mail_bounce (pool_id, at, id);

-- From this moment a person's address counts as good again: it was changed, or somebody has seen to it. Bounces of mail that
-- was sent before count no more.
CREATE TABLE mail_fresh_start (
    pool_id TEXT NOT NULL,
    id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    at TEXT NOT NULL,
    by_id TEXT,
    CONSTRAINT mail_fresh_start__pool_id_id__pkey PRIMARY KEY (pool_id, id),
    CONSTRAINT mail_fresh_start__pool_id_person_id__fkey FOREIGN KEY (pool_id, person_id) REFERENCES person (pool_id, id)
);

CREATE INDEX mail_fresh_start__by_person ON mail_fresh_start (pool_id, person_id, at, id);
