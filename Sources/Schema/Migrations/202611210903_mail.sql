-- What became of mail. No address and no person stands here: the feature whose item it was knows for whom it was.

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

-- A report that a mail did not arrive, or not yet; the same report twice is one row.
CREATE TABLE mail_bounce (
    pool_id TEXT NOT NULL,
    id TEXT NOT NULL,
    outbox_id TEXT NOT NULL,
    at TEXT NOT NULL,
    is_permanent BOOLEAN NOT NULL,
    status TEXT NOT NULL,
    CONSTRAINT mail_bounce__pool_id_id__pkey PRIMARY KEY (pool_id, id),
    CONSTRAINT mail_bounce__pool_id_outbox_id_status__key UNIQUE (pool_id, outbox_id, status),
    CONSTRAINT mail_bounce__pool_id_outbox_id__fkey FOREIGN KEY (pool_id, outbox_id) REFERENCES outbox_item (pool_id, id)
);
