-- What somebody looks for, kept a day with their sign-in; requests and the steps they go through.

CREATE TABLE directory_search (
    pool_id TEXT NOT NULL,
    sign_in_id TEXT NOT NULL,
    choices TEXT NOT NULL,
    with_own_team BOOLEAN NOT NULL,
    seed BIGINT NOT NULL,
    made_at TEXT NOT NULL,
    CONSTRAINT directory_search__pool_id_sign_in_id__pkey PRIMARY KEY (pool_id, sign_in_id),
    CONSTRAINT directory_search__pool_id__fkey FOREIGN KEY (pool_id) REFERENCES pool (id)
);

CREATE INDEX directory_search__by_time ON directory_search (pool_id, made_at);

-- One row for each client who ever asked: its version is what keeps two requests sent at once apart.
CREATE TABLE request_ledger (
    pool_id TEXT NOT NULL,
    client_id TEXT NOT NULL,
    version BIGINT NOT NULL,
    CONSTRAINT request_ledger__pool_id_client_id__pkey PRIMARY KEY (pool_id, client_id),
    CONSTRAINT request_ledger__pool_id_client_id__fkey FOREIGN KEY (pool_id, client_id) REFERENCES person (pool_id, id)
);

-- The version is the number of its last step.
CREATE TABLE match_request (
    pool_id TEXT NOT NULL,
    id TEXT NOT NULL,
    client_id TEXT NOT NULL,
    practitioner_id TEXT NOT NULL,
    discipline TEXT NOT NULL,
    format TEXT NOT NULL,
    choices TEXT NOT NULL,
    made_at TEXT NOT NULL,
    answer_by TEXT NOT NULL,
    version BIGINT NOT NULL,
    CONSTRAINT match_request__pool_id_id__pkey PRIMARY KEY (pool_id, id),
    CONSTRAINT match_request__two_people__check CHECK (client_id <> practitioner_id),
    CONSTRAINT match_request__pool_id_client_id__fkey FOREIGN KEY (pool_id, client_id) REFERENCES person (pool_id, id),
    CONSTRAINT match_request__pool_id_practitioner_id__fkey FOREIGN KEY (pool_id, practitioner_id) REFERENCES practitioner (pool_id, person_id)
);

CREATE INDEX match_request__by_client ON match_request (pool_id, client_id, made_at, id);

CREATE INDEX match_request__by_practitioner ON match_request (pool_id, practitioner_id, made_at, id);

CREATE TABLE match_request_step (
    pool_id TEXT NOT NULL,
    request_id TEXT NOT NULL,
    number BIGINT NOT NULL,
    step TEXT NOT NULL,
    taken_at TEXT NOT NULL,
    taken_by TEXT,
    CONSTRAINT match_request_step__pool_id_request_id_number__pkey PRIMARY KEY (pool_id, request_id, number),
    CONSTRAINT match_request_step__step__check CHECK (step IN ('asked', 'accepted', 'arranged', 'chosen', 'not-this-time', 'declined', 'withdrawn', 'expired', 'lapsed')),
    CONSTRAINT match_request_step__pool_id_request_id__fkey FOREIGN KEY (pool_id, request_id) REFERENCES match_request (pool_id, id)
);

-- The reason that a practitioner gave for declining, and whom they suggest instead.
CREATE TABLE match_request_refusal (
    pool_id TEXT NOT NULL,
    request_id TEXT NOT NULL,
    reason TEXT NOT NULL,
    suggested_id TEXT,
    CONSTRAINT match_request_refusal__pool_id_request_id__pkey PRIMARY KEY (pool_id, request_id),
    CONSTRAINT match_request_refusal__pool_id_request_id__fkey FOREIGN KEY (pool_id, request_id) REFERENCES match_request (pool_id, id),
    CONSTRAINT match_request_refusal__pool_id_suggested_id__fkey FOREIGN KEY (pool_id, suggested_id) REFERENCES practitioner (pool_id, person_id)
);

-- A first conversation as the two have arranged it; day and time as they said them, or neither when they agreed elsewhere.
CREATE TABLE first_conversation (
    pool_id TEXT NOT NULL,
    request_id TEXT NOT NULL,
    number BIGINT NOT NULL,
    format TEXT NOT NULL,
    held_on TEXT,
    starts_at TEXT,
    CONSTRAINT first_conversation__pool_id_request_id_number__pkey PRIMARY KEY (pool_id, request_id, number),
    CONSTRAINT first_conversation__day_and_time__check CHECK ((held_on IS NULL) = (starts_at IS NULL)),
    CONSTRAINT first_conversation__pool_id_request_id_number__fkey FOREIGN KEY (pool_id, request_id, number) REFERENCES match_request_step (pool_id, request_id, number)
);
