-- Who did what when, and what must still be sent or done; both written in the transaction of the change itself.

CREATE TABLE journal_entry (
    pool_id TEXT NOT NULL,
    id TEXT NOT NULL,
    at TEXT NOT NULL,
    actor_id TEXT,
    deputy_for TEXT,
    action TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    CONSTRAINT journal_entry__pool_id_id__pkey PRIMARY KEY (pool_id, id),
    CONSTRAINT journal_entry__pool_id__fkey FOREIGN KEY (pool_id) REFERENCES pool (id)
);

CREATE INDEX journal_entry__by_time ON journal_entry (pool_id, at, id);

CREATE INDEX journal_entry__by_subject ON journal_entry (pool_id, subject_kind, subject_id, at, id);

CREATE TABLE outbox_item (
    pool_id TEXT NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    once_key TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    payload TEXT NOT NULL,
    due_at TEXT NOT NULL,
    next_at TEXT NOT NULL,
    attempts BIGINT NOT NULL,
    claimed_by TEXT,
    done_at TEXT,
    set_aside_at TEXT,
    outcome TEXT,
    created_at TEXT NOT NULL,
    CONSTRAINT outbox_item__pool_id_id__pkey PRIMARY KEY (pool_id, id),
    CONSTRAINT outbox_item__pool_id_once_key__key UNIQUE (pool_id, once_key),
    CONSTRAINT outbox_item__pool_id__fkey FOREIGN KEY (pool_id) REFERENCES pool (id)
);

-- next_at is when an item may next be taken: its due time, the time of the next try, or the end of the claim that holds it.
CREATE INDEX outbox_item__by_next ON outbox_item (pool_id, kind, next_at, id) WHERE done_at IS NULL AND set_aside_at IS NULL;

CREATE INDEX outbox_item__set_aside ON outbox_item (pool_id, set_aside_at, id) WHERE set_aside_at IS NOT NULL;
