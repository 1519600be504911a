-- Which codes of ethics a pool follows and what it chose beside them, by days; the editions it announced and who accepted them.

-- An adoption counts on the days from from_on to until_on, both included.
CREATE TABLE pack_adoption (
    pool_id TEXT NOT NULL,
    id TEXT NOT NULL,
    pack TEXT NOT NULL,
    from_on TEXT NOT NULL,
    adopted_at TEXT NOT NULL,
    adopted_by TEXT,
    until_on TEXT,
    ended_at TEXT,
    ended_by TEXT,
    CONSTRAINT pack_adoption__pool_id_id__pkey PRIMARY KEY (pool_id, id),
    CONSTRAINT pack_adoption__pool_id__fkey FOREIGN KEY (pool_id) REFERENCES pool (id)
);

CREATE UNIQUE INDEX pack_adoption__pool_id_pack__key ON pack_adoption (pool_id, pack) WHERE ended_at IS NULL;

-- A figure that the pool states itself. One that was put in place of another on the same day never counted: its until_on lies before
-- its from_on.
CREATE TABLE pool_figure (
    pool_id TEXT NOT NULL,
    id TEXT NOT NULL,
    quantity TEXT NOT NULL,
    scope TEXT NOT NULL,
    amount BIGINT NOT NULL,
    unit TEXT NOT NULL,
    per_amount BIGINT,
    per_unit TEXT,
    from_on TEXT NOT NULL,
    chosen_at TEXT NOT NULL,
    chosen_by TEXT,
    until_on TEXT,
    ended_at TEXT,
    CONSTRAINT pool_figure__pool_id_id__pkey PRIMARY KEY (pool_id, id),
    CONSTRAINT pool_figure__per__check CHECK ((per_amount IS NULL) = (per_unit IS NULL)),
    CONSTRAINT pool_figure__pool_id__fkey FOREIGN KEY (pool_id) REFERENCES pool (id)
);

CREATE UNIQUE INDEX pool_figure__pool_id_quantity_scope__key ON pool_figure (pool_id, quantity, scope) WHERE ended_at IS NULL;

CREATE TABLE pool_answer (
    pool_id TEXT NOT NULL,
    id TEXT NOT NULL,
    question TEXT NOT NULL,
    answer TEXT NOT NULL,
    from_on TEXT NOT NULL,
    chosen_at TEXT NOT NULL,
    chosen_by TEXT,
    until_on TEXT,
    ended_at TEXT,
    CONSTRAINT pool_answer__pool_id_id__pkey PRIMARY KEY (pool_id, id),
    CONSTRAINT pool_answer__pool_id__fkey FOREIGN KEY (pool_id) REFERENCES pool (id)
);

CREATE UNIQUE INDEX pool_answer__pool_id_question__key ON pool_answer (pool_id, question) WHERE ended_at IS NULL;

-- What members of the pool accept, numbered from 1: the editions of all packs as they stood when it was announced. Members who can
-- be found stay so until accept_by without it; nobody comes to be found without it.
CREATE TABLE code_edition (
    pool_id TEXT NOT NULL,
    number BIGINT NOT NULL,
    packs TEXT NOT NULL,
    announced_at TEXT NOT NULL,
    announced_by TEXT,
    accept_by TEXT NOT NULL,
    CONSTRAINT code_edition__pool_id_number__pkey PRIMARY KEY (pool_id, number),
    CONSTRAINT code_edition__number__check CHECK (number >= 1),
    CONSTRAINT code_edition__pool_id__fkey FOREIGN KEY (pool_id) REFERENCES pool (id)
);

CREATE TABLE code_acceptance (
    pool_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    number BIGINT NOT NULL,
    accepted_at TEXT NOT NULL,
    CONSTRAINT code_acceptance__pool_id_person_id_number__pkey PRIMARY KEY (pool_id, person_id, number),
    CONSTRAINT code_acceptance__pool_id_person_id__fkey FOREIGN KEY (pool_id, person_id) REFERENCES person (pool_id, id),
    CONSTRAINT code_acceptance__pool_id_number__fkey FOREIGN KEY (pool_id, number) REFERENCES code_edition (pool_id, number)
);

CREATE INDEX code_acceptance__by_number ON code_acceptance (pool_id, number);

-- Under which edition a request was made; none where the pool had announced none.
ALTER TABLE match_request ADD COLUMN code_number BIGINT;
