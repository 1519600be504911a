-- Engagements, who takes part, and the steps they go through.

-- The version is the number of its last step.
CREATE TABLE engagement (
    pool_id TEXT NOT NULL,
    id TEXT NOT NULL,
    request_id TEXT NOT NULL,
    discipline TEXT NOT NULL,
    begun_at TEXT NOT NULL,
    version BIGINT NOT NULL,
    CONSTRAINT engagement__pool_id_id__pkey PRIMARY KEY (pool_id, id),
    CONSTRAINT engagement__pool_id_request_id__key UNIQUE (pool_id, request_id),
    CONSTRAINT engagement__pool_id_request_id__fkey FOREIGN KEY (pool_id, request_id) REFERENCES match_request (pool_id, id)
);

CREATE TABLE engagement_party (
    pool_id TEXT NOT NULL,
    engagement_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    role TEXT NOT NULL,
    joined_at TEXT NOT NULL,
    CONSTRAINT engagement_party__pool_id_engagement_id_person_id__pkey PRIMARY KEY (pool_id, engagement_id, person_id),
    CONSTRAINT engagement_party__role__check CHECK (role IN ('client', 'practitioner', 'sponsor', 'guardian')),
    CONSTRAINT engagement_party__pool_id_engagement_id__fkey FOREIGN KEY (pool_id, engagement_id) REFERENCES engagement (pool_id, id),
    CONSTRAINT engagement_party__pool_id_person_id__fkey FOREIGN KEY (pool_id, person_id) REFERENCES person (pool_id, id)
);

CREATE INDEX engagement_party__by_person ON engagement_party (pool_id, person_id, joined_at, engagement_id);

CREATE TABLE engagement_step (
    pool_id TEXT NOT NULL,
    engagement_id TEXT NOT NULL,
    number BIGINT NOT NULL,
    step TEXT NOT NULL,
    taken_at TEXT NOT NULL,
    taken_by TEXT,
    CONSTRAINT engagement_step__pool_id_engagement_id_number__pkey PRIMARY KEY (pool_id, engagement_id, number),
    CONSTRAINT engagement_step__step__check CHECK (step IN ('contracting', 'ended')),
    CONSTRAINT engagement_step__pool_id_engagement_id__fkey FOREIGN KEY (pool_id, engagement_id) REFERENCES engagement (pool_id, id)
);
