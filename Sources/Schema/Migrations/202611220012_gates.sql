-- Service types, claims with their evidence, admission, what keeps somebody from being found, returns, ties.

-- What a pool decided about a kind of work; without a row the standard of the program holds. needs are codes with a space between.
CREATE TABLE service_type (
    pool_id TEXT NOT NULL,
    discipline TEXT NOT NULL,
    is_offered BOOLEAN NOT NULL,
    needs TEXT NOT NULL,
    words_en TEXT NOT NULL,
    words_cy TEXT NOT NULL,
    sessions BIGINT,
    months BIGINT,
    set_at TEXT NOT NULL,
    set_by TEXT,
    CONSTRAINT service_type__pool_id_discipline__pkey PRIMARY KEY (pool_id, discipline),
    CONSTRAINT service_type__pool_id__fkey FOREIGN KEY (pool_id) REFERENCES pool (id)
);

-- The version is the number of its last step.
CREATE TABLE practice_claim (
    pool_id TEXT NOT NULL,
    id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    issuer TEXT NOT NULL,
    number TEXT NOT NULL,
    from_on TEXT,
    until_on TEXT,
    made_at TEXT NOT NULL,
    version BIGINT NOT NULL,
    CONSTRAINT practice_claim__pool_id_id__pkey PRIMARY KEY (pool_id, id),
    CONSTRAINT practice_claim__kind__check CHECK (kind IN ('qualification', 'accreditation', 'membership', 'indemnity', 'supervision', 'briefing', 'expertise')),
    CONSTRAINT practice_claim__pool_id_person_id__fkey FOREIGN KEY (pool_id, person_id) REFERENCES practitioner (pool_id, person_id)
);

CREATE INDEX practice_claim__by_person ON practice_claim (pool_id, person_id, made_at, id);

CREATE TABLE practice_claim_step (
    pool_id TEXT NOT NULL,
    claim_id TEXT NOT NULL,
    number BIGINT NOT NULL,
    step TEXT NOT NULL,
    taken_at TEXT NOT NULL,
    taken_by TEXT NOT NULL,
    deputy_for TEXT,
    method TEXT,
    CONSTRAINT practice_claim_step__pool_id_claim_id_number__pkey PRIMARY KEY (pool_id, claim_id, number),
    CONSTRAINT practice_claim_step__step__check CHECK (step IN ('made', 'verified', 'refused', 'withdrawn')),
    CONSTRAINT practice_claim_step__method__check CHECK ((step = 'verified') = (method IS NOT NULL)),
    CONSTRAINT practice_claim_step__pool_id_claim_id__fkey FOREIGN KEY (pool_id, claim_id) REFERENCES practice_claim (pool_id, id)
);

-- Files stand here and nowhere that a web server could hand out or run.
CREATE TABLE practice_evidence (
    pool_id TEXT NOT NULL,
    id TEXT NOT NULL,
    claim_id TEXT NOT NULL,
    file_name TEXT NOT NULL,
    kind TEXT NOT NULL,
    bytes BYTEA NOT NULL,
    size BIGINT NOT NULL,
    added_at TEXT NOT NULL,
    added_by TEXT NOT NULL,
    CONSTRAINT practice_evidence__pool_id_id__pkey PRIMARY KEY (pool_id, id),
    CONSTRAINT practice_evidence__kind__check CHECK (kind IN ('pdf', 'png', 'jpeg')),
    CONSTRAINT practice_evidence__size__check CHECK (size BETWEEN 1 AND 4194304),
    CONSTRAINT practice_evidence__pool_id_claim_id__fkey FOREIGN KEY (pool_id, claim_id) REFERENCES practice_claim (pool_id, id)
);

CREATE INDEX practice_evidence__by_claim ON practice_evidence (pool_id, claim_id, added_at, id);

-- An application, from asking to be listed until that was done or declined.
CREATE TABLE admission (
    pool_id TEXT NOT NULL,
    id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    applied_at TEXT NOT NULL,
    version BIGINT NOT NULL,
    ended_at TEXT,
    outcome TEXT,
    CONSTRAINT admission__pool_id_id__pkey PRIMARY KEY (pool_id, id),
    CONSTRAINT admission__outcome__check CHECK (outcome IN ('listed', 'declined')),
    CONSTRAINT admission__pool_id_person_id__fkey FOREIGN KEY (pool_id, person_id) REFERENCES practitioner (pool_id, person_id)
);

CREATE UNIQUE INDEX admission__pool_id_person_id__key ON admission (pool_id, person_id) WHERE ended_at IS NULL;

CREATE INDEX admission__by_person ON admission (pool_id, person_id, applied_at, id);

CREATE TABLE admission_step (
    pool_id TEXT NOT NULL,
    id TEXT NOT NULL,
    admission_id TEXT NOT NULL,
    step TEXT NOT NULL,
    detail TEXT NOT NULL,
    taken_at TEXT NOT NULL,
    taken_by TEXT NOT NULL,
    deputy_for TEXT,
    CONSTRAINT admission_step__pool_id_id__pkey PRIMARY KEY (pool_id, id),
    CONSTRAINT admission_step__step__check CHECK (step IN ('reference', 'induction', 'approved', 'declined')),
    CONSTRAINT admission_step__pool_id_admission_id__fkey FOREIGN KEY (pool_id, admission_id) REFERENCES admission (pool_id, id)
);

CREATE INDEX admission_step__by_admission ON admission_step (pool_id, admission_id, taken_at, id);

-- What keeps somebody from being found beside standing and places, judged when a fact changes and on the day on which time changes it.
-- Without a row nothing does.
CREATE TABLE practitioner_gate (
    pool_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    is_open BOOLEAN NOT NULL,
    services TEXT NOT NULL,
    expertise TEXT NOT NULL,
    lacks TEXT NOT NULL,
    judged_on TEXT NOT NULL,
    next_on TEXT,
    CONSTRAINT practitioner_gate__pool_id_person_id__pkey PRIMARY KEY (pool_id, person_id),
    CONSTRAINT practitioner_gate__pool_id_person_id__fkey FOREIGN KEY (pool_id, person_id) REFERENCES practitioner (pool_id, person_id)
);

-- Something that was in order ran out while somebody was listed; what the lead decided about work that goes on.
CREATE TABLE practitioner_lapse (
    pool_id TEXT NOT NULL,
    id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    lacks TEXT NOT NULL,
    began_on TEXT NOT NULL,
    decided_at TEXT,
    decided_by TEXT,
    deputy_for TEXT,
    may_book_until TEXT,
    ended_at TEXT,
    CONSTRAINT practitioner_lapse__pool_id_id__pkey PRIMARY KEY (pool_id, id),
    CONSTRAINT practitioner_lapse__decided__check CHECK ((decided_at IS NULL) = (decided_by IS NULL)),
    CONSTRAINT practitioner_lapse__pool_id_person_id__fkey FOREIGN KEY (pool_id, person_id) REFERENCES practitioner (pool_id, person_id)
);

CREATE UNIQUE INDEX practitioner_lapse__pool_id_person_id__key ON practitioner_lapse (pool_id, person_id) WHERE ended_at IS NULL;

CREATE INDEX practitioner_lapse__by_person ON practitioner_lapse (pool_id, person_id, began_on, id);

-- The way back from being hidden: asked for, approved by one person; another ends the standing.
CREATE TABLE standing_return (
    pool_id TEXT NOT NULL,
    standing_id TEXT NOT NULL,
    asked_at TEXT NOT NULL,
    asked_by TEXT NOT NULL,
    approved_at TEXT,
    approved_by TEXT,
    deputy_for TEXT,
    CONSTRAINT standing_return__pool_id_standing_id__pkey PRIMARY KEY (pool_id, standing_id),
    CONSTRAINT standing_return__approved__check CHECK ((approved_at IS NULL) = (approved_by IS NULL)),
    CONSTRAINT standing_return__pool_id_standing_id__fkey FOREIGN KEY (pool_id, standing_id) REFERENCES practitioner_standing (pool_id, id)
);

-- A tie that somebody declared, by the other's address: whether that belongs to anybody of the pool is told to nobody.
CREATE TABLE declared_tie (
    pool_id TEXT NOT NULL,
    id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    other_key TEXT NOT NULL,
    kind TEXT NOT NULL,
    declared_at TEXT NOT NULL,
    ended_at TEXT,
    CONSTRAINT declared_tie__pool_id_id__pkey PRIMARY KEY (pool_id, id),
    CONSTRAINT declared_tie__kind__check CHECK (kind IN ('line-management', 'team', 'family', 'friendship', 'business', 'supervisor', 'sponsor')),
    CONSTRAINT declared_tie__pool_id_person_id__fkey FOREIGN KEY (pool_id, person_id) REFERENCES person (pool_id, id)
);

CREATE UNIQUE INDEX declared_tie__pool_id_person_id_other_key_kind__key ON declared_tie (pool_id, person_id, other_key, kind) WHERE ended_at IS NULL;

CREATE INDEX declared_tie__by_other ON declared_tie (pool_id, other_key) WHERE ended_at IS NULL;

-- What of the published choices can be found now; none where that is all of them.
ALTER TABLE practitioner_profile ADD COLUMN open_choices TEXT;
