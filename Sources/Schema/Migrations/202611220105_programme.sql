-- Programmes: who may take part, who applied and offered, whom they named; rounds with everything that repeating one takes.

-- Without an organisation it is the whole pool's, run by its administrators.
CREATE TABLE programme (
    pool_id TEXT NOT NULL,
    id TEXT NOT NULL,
    organisation_id TEXT,
    name TEXT NOT NULL,
    about TEXT NOT NULL,
    discipline TEXT NOT NULL,
    opens_on TEXT NOT NULL,
    closes_on TEXT NOT NULL,
    begins_on TEXT NOT NULL,
    ends_on TEXT NOT NULL,
    sessions BIGINT NOT NULL,
    wishes TEXT NOT NULL,
    naming TEXT NOT NULL,
    grades TEXT NOT NULL,
    only_free BOOLEAN NOT NULL,
    made_at TEXT NOT NULL,
    made_by TEXT,
    version BIGINT NOT NULL,
    CONSTRAINT programme__pool_id_id__pkey PRIMARY KEY (pool_id, id),
    CONSTRAINT programme__discipline__check CHECK (discipline IN ('coaching', 'mentoring', 'reverse', 'mutual', 'peer', 'team', 'one-off')),
    CONSTRAINT programme__days__check CHECK (opens_on <= closes_on AND closes_on <= begins_on AND begins_on <= ends_on),
    CONSTRAINT programme__sessions__check CHECK (sessions BETWEEN 1 AND 100),
    CONSTRAINT programme__wishes__check CHECK (wishes IN ('clients', 'practitioners', 'both')),
    CONSTRAINT programme__naming__check CHECK (naming IN ('nobody', 'clients', 'both')),
    CONSTRAINT programme__pool_id__fkey FOREIGN KEY (pool_id) REFERENCES pool (id),
    CONSTRAINT programme__pool_id_organisation_id__fkey FOREIGN KEY (pool_id, organisation_id) REFERENCES organisation (pool_id, id)
);

CREATE INDEX programme__by_end ON programme (pool_id, ends_on, id);

-- Whose people may apply; none stands for everybody's.
CREATE TABLE programme_scope (
    pool_id TEXT NOT NULL,
    programme_id TEXT NOT NULL,
    organisation_id TEXT NOT NULL,
    CONSTRAINT programme_scope__pool_id_programme_id_organisation_id__pkey PRIMARY KEY (pool_id, programme_id, organisation_id),
    CONSTRAINT programme_scope__pool_id_programme_id__fkey FOREIGN KEY (pool_id, programme_id) REFERENCES programme (pool_id, id),
    CONSTRAINT programme_scope__pool_id_organisation_id__fkey FOREIGN KEY (pool_id, organisation_id) REFERENCES organisation (pool_id, id)
);

-- A client's application: closed choices only.
CREATE TABLE programme_application (
    pool_id TEXT NOT NULL,
    id TEXT NOT NULL,
    programme_id TEXT NOT NULL,
    client_id TEXT NOT NULL,
    choices TEXT NOT NULL,
    made_at TEXT NOT NULL,
    ended_at TEXT,
    ended_by TEXT,
    CONSTRAINT programme_application__pool_id_id__pkey PRIMARY KEY (pool_id, id),
    CONSTRAINT programme_application__pool_id_programme_id__fkey FOREIGN KEY (pool_id, programme_id) REFERENCES programme (pool_id, id),
    CONSTRAINT programme_application__pool_id_client_id__fkey FOREIGN KEY (pool_id, client_id) REFERENCES person (pool_id, id)
);

CREATE UNIQUE INDEX programme_application__pool_id_programme_id_client_id__key ON programme_application (pool_id, programme_id, client_id) WHERE ended_at IS NULL;

CREATE INDEX programme_application__by_client ON programme_application (pool_id, client_id, made_at, id);

-- Places that a practitioner offers to a programme, and the topics that they would like most.
CREATE TABLE programme_offer (
    pool_id TEXT NOT NULL,
    id TEXT NOT NULL,
    programme_id TEXT NOT NULL,
    practitioner_id TEXT NOT NULL,
    places BIGINT NOT NULL,
    choices TEXT NOT NULL,
    made_at TEXT NOT NULL,
    ended_at TEXT,
    ended_by TEXT,
    CONSTRAINT programme_offer__pool_id_id__pkey PRIMARY KEY (pool_id, id),
    CONSTRAINT programme_offer__places__check CHECK (places BETWEEN 1 AND 1000),
    CONSTRAINT programme_offer__pool_id_programme_id__fkey FOREIGN KEY (pool_id, programme_id) REFERENCES programme (pool_id, id),
    CONSTRAINT programme_offer__pool_id_practitioner_id__fkey FOREIGN KEY (pool_id, practitioner_id) REFERENCES practitioner (pool_id, person_id)
);

CREATE UNIQUE INDEX programme_offer__pool_id_programme_id_practitioner_id__key ON programme_offer (pool_id, programme_id, practitioner_id) WHERE ended_at IS NULL;

CREATE INDEX programme_offer__by_practitioner ON programme_offer (pool_id, practitioner_id, made_at, id);

-- Whom somebody named, first to fifth.
CREATE TABLE programme_wish (
    pool_id TEXT NOT NULL,
    programme_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    other_id TEXT NOT NULL,
    place BIGINT NOT NULL,
    CONSTRAINT programme_wish__pool_id_programme_id_person_id_other_id__pkey PRIMARY KEY (pool_id, programme_id, person_id, other_id),
    CONSTRAINT programme_wish__pool_id_programme_id_person_id_place__key UNIQUE (pool_id, programme_id, person_id, place),
    CONSTRAINT programme_wish__place__check CHECK (place BETWEEN 1 AND 5),
    CONSTRAINT programme_wish__pool_id_programme_id__fkey FOREIGN KEY (pool_id, programme_id) REFERENCES programme (pool_id, id),
    CONSTRAINT programme_wish__pool_id_person_id__fkey FOREIGN KEY (pool_id, person_id) REFERENCES person (pool_id, id),
    CONSTRAINT programme_wish__pool_id_other_id__fkey FOREIGN KEY (pool_id, other_id) REFERENCES person (pool_id, id)
);

-- A round. Its version is the number of its last edit.
CREATE TABLE programme_round (
    pool_id TEXT NOT NULL,
    id TEXT NOT NULL,
    programme_id TEXT NOT NULL,
    number BIGINT NOT NULL,
    kind TEXT NOT NULL,
    seed BIGINT NOT NULL,
    made_at TEXT NOT NULL,
    made_by TEXT,
    version BIGINT NOT NULL,
    CONSTRAINT programme_round__pool_id_id__pkey PRIMARY KEY (pool_id, id),
    CONSTRAINT programme_round__pool_id_programme_id_number__key UNIQUE (pool_id, programme_id, number),
    CONSTRAINT programme_round__kind__check CHECK (kind IN ('draft', 'rematch')),
    CONSTRAINT programme_round__pool_id_programme_id__fkey FOREIGN KEY (pool_id, programme_id) REFERENCES programme (pool_id, id)
);

-- What a round was solved from, byte for byte, and its SHA-256.
CREATE TABLE programme_round_input (
    pool_id TEXT NOT NULL,
    round_id TEXT NOT NULL,
    hash TEXT NOT NULL,
    inputs BYTEA NOT NULL,
    clients BIGINT NOT NULL,
    practitioners BIGINT NOT NULL,
    places BIGINT NOT NULL,
    pairs BIGINT NOT NULL,
    CONSTRAINT programme_round_input__pool_id_round_id__pkey PRIMARY KEY (pool_id, round_id),
    CONSTRAINT programme_round_input__pool_id_round_id__fkey FOREIGN KEY (pool_id, round_id) REFERENCES programme_round (pool_id, id)
);

-- How far solving has come; written over while it goes on.
CREATE TABLE programme_round_progress (
    pool_id TEXT NOT NULL,
    round_id TEXT NOT NULL,
    step TEXT NOT NULL,
    done BIGINT NOT NULL,
    total BIGINT NOT NULL,
    told_at TEXT NOT NULL,
    CONSTRAINT programme_round_progress__pool_id_round_id__pkey PRIMARY KEY (pool_id, round_id),
    CONSTRAINT programme_round_progress__pool_id_round_id__fkey FOREIGN KEY (pool_id, round_id) REFERENCES programme_round (pool_id, id)
);

-- Somebody asked that solving should stop.
CREATE TABLE programme_round_stop (
    pool_id TEXT NOT NULL,
    round_id TEXT NOT NULL,
    asked_at TEXT NOT NULL,
    asked_by TEXT NOT NULL,
    CONSTRAINT programme_round_stop__pool_id_round_id__pkey PRIMARY KEY (pool_id, round_id),
    CONSTRAINT programme_round_stop__pool_id_round_id__fkey FOREIGN KEY (pool_id, round_id) REFERENCES programme_round (pool_id, id)
);

CREATE TABLE programme_round_end (
    pool_id TEXT NOT NULL,
    round_id TEXT NOT NULL,
    outcome TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    CONSTRAINT programme_round_end__pool_id_round_id__pkey PRIMARY KEY (pool_id, round_id),
    CONSTRAINT programme_round_end__outcome__check CHECK (outcome IN ('solved', 'cancelled', 'empty', 'failed')),
    CONSTRAINT programme_round_end__pool_id_round_id__fkey FOREIGN KEY (pool_id, round_id) REFERENCES programme_round (pool_id, id)
);

CREATE TABLE programme_round_result (
    pool_id TEXT NOT NULL,
    round_id TEXT NOT NULL,
    goal TEXT NOT NULL,
    matched BIGINT NOT NULL,
    score BIGINT NOT NULL,
    worst BIGINT,
    ranks TEXT NOT NULL,
    certificate TEXT NOT NULL,
    milliseconds BIGINT NOT NULL,
    practitioners BYTEA NOT NULL,
    CONSTRAINT programme_round_result__pool_id_round_id_goal__pkey PRIMARY KEY (pool_id, round_id, goal),
    CONSTRAINT programme_round_result__goal__check CHECK (goal IN ('best', 'stable', 'stable-practitioner', 'max-min', 'rank-maximal')),
    CONSTRAINT programme_round_result__pool_id_round_id__fkey FOREIGN KEY (pool_id, round_id) REFERENCES programme_round (pool_id, id)
);

-- How a goal serves groups of clients.
CREATE TABLE programme_round_group (
    pool_id TEXT NOT NULL,
    round_id TEXT NOT NULL,
    goal TEXT NOT NULL,
    facet TEXT NOT NULL,
    label TEXT NOT NULL,
    clients BIGINT NOT NULL,
    matched BIGINT NOT NULL,
    first_choice BIGINT NOT NULL,
    score BIGINT NOT NULL,
    CONSTRAINT programme_round_group__pool_id_round_id_goal_facet_label__pkey PRIMARY KEY (pool_id, round_id, goal, facet, label),
    CONSTRAINT programme_round_group__facet__check CHECK (facet IN ('organisation', 'department', 'grade', 'language')),
    CONSTRAINT programme_round_group__pool_id_round_id__fkey FOREIGN KEY (pool_id, round_id) REFERENCES programme_round (pool_id, id)
);

-- What a lead did with a draft, and what it cost.
CREATE TABLE programme_round_edit (
    pool_id TEXT NOT NULL,
    round_id TEXT NOT NULL,
    number BIGINT NOT NULL,
    kind TEXT NOT NULL,
    goal TEXT,
    client_id TEXT,
    practitioner_id TEXT,
    other_client_id TEXT,
    other_practitioner_id TEXT,
    undoes BIGINT,
    lost_places BIGINT NOT NULL,
    lost_score BIGINT NOT NULL,
    made_at TEXT NOT NULL,
    made_by TEXT NOT NULL,
    CONSTRAINT programme_round_edit__pool_id_round_id_number__pkey PRIMARY KEY (pool_id, round_id, number),
    CONSTRAINT programme_round_edit__kind__check CHECK (kind IN ('goal', 'pin', 'forbid', 'swap', 'undo')),
    CONSTRAINT programme_round_edit__pool_id_round_id__fkey FOREIGN KEY (pool_id, round_id) REFERENCES programme_round (pool_id, id)
);

-- The draft after the edit of this number: made from inputs and edits, kept so that a page need not solve.
CREATE TABLE programme_round_draft (
    pool_id TEXT NOT NULL,
    round_id TEXT NOT NULL,
    number BIGINT NOT NULL,
    goal TEXT NOT NULL,
    matched BIGINT NOT NULL,
    score BIGINT NOT NULL,
    worst BIGINT,
    ranks TEXT NOT NULL,
    practitioners BYTEA NOT NULL,
    CONSTRAINT programme_round_draft__pool_id_round_id__pkey PRIMARY KEY (pool_id, round_id),
    CONSTRAINT programme_round_draft__pool_id_round_id__fkey FOREIGN KEY (pool_id, round_id) REFERENCES programme_round (pool_id, id)
);

CREATE TABLE programme_publication (
    pool_id TEXT NOT NULL,
    round_id TEXT NOT NULL,
    published_at TEXT NOT NULL,
    published_by TEXT,
    CONSTRAINT programme_publication__pool_id_round_id__pkey PRIMARY KEY (pool_id, round_id),
    CONSTRAINT programme_publication__pool_id_round_id__fkey FOREIGN KEY (pool_id, round_id) REFERENCES programme_round (pool_id, id)
);

-- A pair that was published, and the request with which its chain began.
CREATE TABLE programme_match (
    pool_id TEXT NOT NULL,
    round_id TEXT NOT NULL,
    client_id TEXT NOT NULL,
    practitioner_id TEXT NOT NULL,
    programme_id TEXT NOT NULL,
    request_id TEXT NOT NULL,
    CONSTRAINT programme_match__pool_id_round_id_client_id__pkey PRIMARY KEY (pool_id, round_id, client_id),
    CONSTRAINT programme_match__pool_id_request_id__key UNIQUE (pool_id, request_id),
    CONSTRAINT programme_match__pool_id_round_id__fkey FOREIGN KEY (pool_id, round_id) REFERENCES programme_round (pool_id, id),
    CONSTRAINT programme_match__pool_id_programme_id__fkey FOREIGN KEY (pool_id, programme_id) REFERENCES programme (pool_id, id),
    CONSTRAINT programme_match__pool_id_request_id__fkey FOREIGN KEY (pool_id, request_id) REFERENCES match_request (pool_id, id)
);

CREATE INDEX programme_match__by_programme ON programme_match (pool_id, programme_id, client_id, round_id);

-- Where a request came from that nobody asked by hand: the round of a programme.
ALTER TABLE match_request ADD COLUMN origin_id TEXT;
