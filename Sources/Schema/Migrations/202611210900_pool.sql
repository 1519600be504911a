-- A pool, the host names it answers to, its organisations.

CREATE TABLE pool (
    id TEXT NOT NULL,
    short_name TEXT NOT NULL,
    name TEXT NOT NULL,
    created_at TEXT NOT NULL,
    CONSTRAINT pool__id__pkey PRIMARY KEY (id),
    CONSTRAINT pool__short_name__key UNIQUE (short_name)
);

CREATE TABLE pool_host (
    host TEXT NOT NULL,
    pool_id TEXT NOT NULL,
    CONSTRAINT pool_host__host__pkey PRIMARY KEY (host),
    CONSTRAINT pool_host__pool_id__fkey FOREIGN KEY (pool_id) REFERENCES pool (id)
);

CREATE TABLE pool_setting (
    pool_id TEXT NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    set_at TEXT NOT NULL,
    set_by TEXT,
    CONSTRAINT pool_setting__pool_id_name__pkey PRIMARY KEY (pool_id, name),
    CONSTRAINT pool_setting__pool_id__fkey FOREIGN KEY (pool_id) REFERENCES pool (id)
);

CREATE TABLE organisation (
    pool_id TEXT NOT NULL,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    created_at TEXT NOT NULL,
    CONSTRAINT organisation__pool_id_id__pkey PRIMARY KEY (pool_id, id),
    CONSTRAINT organisation__pool_id_name_key__key UNIQUE (pool_id, name_key),
    CONSTRAINT organisation__pool_id__fkey FOREIGN KEY (pool_id) REFERENCES pool (id)
);
