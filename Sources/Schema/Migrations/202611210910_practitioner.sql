-- Practitioners: places, profile, standing, and the index by which they are found.

-- Root of everything about one practitioner: commands update its version first. A place is taken and given back here.
CREATE TABLE practitioner (
    pool_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    shuffle_key BIGINT NOT NULL,
    places BIGINT NOT NULL,
    taken BIGINT NOT NULL,
    begun_at TEXT NOT NULL,
    version BIGINT NOT NULL,
    CONSTRAINT practitioner__pool_id_person_id__pkey PRIMARY KEY (pool_id, person_id),
    CONSTRAINT practitioner__shuffle_key__check CHECK (shuffle_key >= 0),
    CONSTRAINT practitioner__taken__check CHECK (taken >= 0 AND taken <= places),
    CONSTRAINT practitioner__pool_id_person_id__fkey FOREIGN KEY (pool_id, person_id) REFERENCES person (pool_id, id)
);

-- What they say of themselves: the draft that only they see, and what the pool sees. Choices are closed codes with a space between.
CREATE TABLE practitioner_profile (
    pool_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    edition TEXT NOT NULL,
    approach TEXT NOT NULL,
    methods TEXT NOT NULL,
    choices TEXT NOT NULL,
    places BIGINT NOT NULL,
    saved_at TEXT NOT NULL,
    saved_by TEXT,
    CONSTRAINT practitioner_profile__pool_id_person_id_edition__pkey PRIMARY KEY (pool_id, person_id, edition),
    CONSTRAINT practitioner_profile__edition__check CHECK (edition IN ('draft', 'published')),
    CONSTRAINT practitioner_profile__pool_id_person_id__fkey FOREIGN KEY (pool_id, person_id) REFERENCES practitioner (pool_id, person_id)
);

-- Listed, paused, hidden: a row each while it lasts. Somebody without a row is an applicant.
CREATE TABLE practitioner_standing (
    pool_id TEXT NOT NULL,
    id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    standing TEXT NOT NULL,
    begun_at TEXT NOT NULL,
    begun_by TEXT,
    until_on TEXT,
    ended_at TEXT,
    ended_by TEXT,
    CONSTRAINT practitioner_standing__pool_id_id__pkey PRIMARY KEY (pool_id, id),
    CONSTRAINT practitioner_standing__standing__check CHECK (standing IN ('listed', 'paused', 'hidden')),
    CONSTRAINT practitioner_standing__pool_id_person_id__fkey FOREIGN KEY (pool_id, person_id) REFERENCES practitioner (pool_id, person_id)
);

CREATE UNIQUE INDEX practitioner_standing__pool_id_person_id_standing__key ON practitioner_standing (pool_id, person_id, standing) WHERE ended_at IS NULL;

CREATE INDEX practitioner_standing__by_person ON practitioner_standing (pool_id, person_id, begun_at, id);

-- Who can be found now, under each of their choices, in an order that chance has given. Without rows: cannot be found.
CREATE TABLE directory_entry (
    pool_id TEXT NOT NULL,
    code TEXT NOT NULL,
    shuffle_key BIGINT NOT NULL,
    person_id TEXT NOT NULL,
    CONSTRAINT directory_entry__pool_id_code_shuffle_key_person_id__pkey PRIMARY KEY (pool_id, code, shuffle_key, person_id),
    CONSTRAINT directory_entry__pool_id_person_id__fkey FOREIGN KEY (pool_id, person_id) REFERENCES practitioner (pool_id, person_id)
);

CREATE INDEX directory_entry__by_person ON directory_entry (pool_id, person_id);

-- Who was made a practitioner last, for the page that lists applicants.
CREATE INDEX person_role__by_role_given ON person_role (pool_id, role, given_at, id);
