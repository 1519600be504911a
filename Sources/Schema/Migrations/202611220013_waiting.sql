-- Clients who wait until somebody who fits is free; the moment since when is their place in the line.
CREATE TABLE waiting_place (
    pool_id TEXT NOT NULL,
    id TEXT NOT NULL,
    client_id TEXT NOT NULL,
    choices TEXT NOT NULL,
    with_own_team BOOLEAN NOT NULL,
    since TEXT NOT NULL,
    told_at TEXT,
    ended_at TEXT,
    CONSTRAINT waiting_place__pool_id_id__pkey PRIMARY KEY (pool_id, id),
    CONSTRAINT waiting_place__pool_id_client_id__fkey FOREIGN KEY (pool_id, client_id) REFERENCES person (pool_id, id)
);

CREATE UNIQUE INDEX waiting_place__pool_id_client_id__key ON waiting_place (pool_id, client_id) WHERE ended_at IS NULL;

CREATE INDEX waiting_place__open ON waiting_place (pool_id, since, id) WHERE ended_at IS NULL;
