-- What waits for those who look after the pool, and since when. A row ends when what it waits for has been done.

CREATE TABLE queue_item (
    pool_id TEXT NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    organisation_id TEXT,
    since TEXT NOT NULL,
    ended_at TEXT,
    ended_by TEXT,
    CONSTRAINT queue_item__pool_id_id__pkey PRIMARY KEY (pool_id, id),
    CONSTRAINT queue_item__pool_id_person_id__fkey FOREIGN KEY (pool_id, person_id) REFERENCES person (pool_id, id)
);

CREATE UNIQUE INDEX queue_item__pool_id_kind_subject_id__key ON queue_item (pool_id, kind, subject_id) WHERE ended_at IS NULL;

CREATE INDEX queue_item__open ON queue_item (pool_id, since, id) WHERE ended_at IS NULL;

CREATE INDEX queue_item__open_by_kind ON queue_item (pool_id, kind, since, id) WHERE ended_at IS NULL;

CREATE INDEX queue_item__open_by_organisation ON queue_item (pool_id, organisation_id, since, id) WHERE ended_at IS NULL;
