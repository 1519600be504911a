-- People of a pool, what they are in it, who stands in for them.

CREATE TABLE person (
    pool_id TEXT NOT NULL,
    id TEXT NOT NULL,
    given_name TEXT NOT NULL,
    family_name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    given_key TEXT NOT NULL,
    email TEXT,
    email_key TEXT,
    user_name TEXT,
    organisation_id TEXT,
    job_title TEXT NOT NULL,
    grade TEXT NOT NULL,
    department TEXT NOT NULL,
    department_key TEXT NOT NULL,
    manager_email_key TEXT,
    language TEXT,
    created_at TEXT NOT NULL,
    version BIGINT NOT NULL,
    CONSTRAINT person__pool_id_id__pkey PRIMARY KEY (pool_id, id),
    CONSTRAINT person__pool_id_email_key__key UNIQUE (pool_id, email_key),
    CONSTRAINT person__pool_id_user_name__key UNIQUE (pool_id, user_name),
    CONSTRAINT person__language__check CHECK (language IN ('en', 'cy')),
    CONSTRAINT person__way_in__check CHECK (email_key IS NOT NULL OR user_name IS NOT NULL),
    CONSTRAINT person__pool_id_organisation_id__fkey FOREIGN KEY (pool_id, organisation_id) REFERENCES organisation (pool_id, id)
);

CREATE INDEX person__by_name ON person (pool_id, name_key, id);

CREATE INDEX person__by_given_name ON person (pool_id, given_key, id);

-- Those without an address: they get their codes by post or from the lead.
CREATE INDEX person__by_post ON person (pool_id, name_key, id) WHERE email_key IS NULL;

CREATE INDEX person__by_manager ON person (pool_id, manager_email_key);

CREATE INDEX person__by_organisation ON person (pool_id, organisation_id, name_key, id);

CREATE TABLE person_role (
    pool_id TEXT NOT NULL,
    id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    role TEXT NOT NULL,
    organisation_id TEXT,
    scope_key TEXT NOT NULL,
    given_at TEXT NOT NULL,
    given_by TEXT,
    ended_at TEXT,
    ended_by TEXT,
    CONSTRAINT person_role__pool_id_id__pkey PRIMARY KEY (pool_id, id),
    CONSTRAINT person_role__role__check CHECK (role IN ('client', 'practitioner', 'supervisor', 'sponsor', 'guardian', 'lead', 'administrator', 'panel', 'safeguarding', 'records')),
    CONSTRAINT person_role__pool_id_person_id__fkey FOREIGN KEY (pool_id, person_id) REFERENCES person (pool_id, id),
    CONSTRAINT person_role__pool_id_organisation_id__fkey FOREIGN KEY (pool_id, organisation_id) REFERENCES organisation (pool_id, id)
);

CREATE UNIQUE INDEX person_role__pool_id_person_id_role_scope_key__key ON person_role (pool_id, person_id, role, scope_key) WHERE ended_at IS NULL;

CREATE INDEX person_role__by_role ON person_role (pool_id, role, scope_key);

CREATE TABLE role_deputy (
    pool_id TEXT NOT NULL,
    id TEXT NOT NULL,
    person_role_id TEXT NOT NULL,
    deputy_id TEXT NOT NULL,
    from_on TEXT NOT NULL,
    until_on TEXT NOT NULL,
    named_at TEXT NOT NULL,
    named_by TEXT NOT NULL,
    ended_at TEXT,
    ended_by TEXT,
    CONSTRAINT role_deputy__pool_id_id__pkey PRIMARY KEY (pool_id, id),
    CONSTRAINT role_deputy__days__check CHECK (from_on <= until_on),
    CONSTRAINT role_deputy__pool_id_person_role_id__fkey FOREIGN KEY (pool_id, person_role_id) REFERENCES person_role (pool_id, id),
    CONSTRAINT role_deputy__pool_id_deputy_id__fkey FOREIGN KEY (pool_id, deputy_id) REFERENCES person (pool_id, id)
);

CREATE INDEX role_deputy__by_deputy ON role_deputy (pool_id, deputy_id, until_on);

CREATE INDEX role_deputy__by_role ON role_deputy (pool_id, person_role_id, until_on);

-- Each role that somebody holds on a day, by grant or as a deputy: a row counts on the days from from_on to until_on.
CREATE VIEW role_held AS
SELECT r.pool_id, r.person_id, r.role, r.organisation_id, r.scope_key,
    CAST(NULL AS TEXT) AS deputy_for, CAST('0001-01-01' AS TEXT) AS from_on, CAST('9999-12-31' AS TEXT) AS until_on
FROM person_role r
WHERE r.ended_at IS NULL
UNION ALL
SELECT d.pool_id, d.deputy_id AS person_id, r.role, r.organisation_id, r.scope_key,
    r.person_id AS deputy_for, d.from_on, d.until_on
FROM role_deputy d
JOIN person_role r ON r.pool_id = d.pool_id AND r.id = d.person_role_id
WHERE d.ended_at IS NULL AND r.ended_at IS NULL;

-- What a spreadsheet said of a practitioner, until they take it up in a profile of their own.
CREATE TABLE person_import_detail (
    pool_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    specialisms TEXT NOT NULL,
    languages TEXT NOT NULL,
    region TEXT NOT NULL,
    capacity BIGINT,
    imported_at TEXT NOT NULL,
    CONSTRAINT person_import_detail__pool_id_person_id__pkey PRIMARY KEY (pool_id, person_id),
    CONSTRAINT person_import_detail__pool_id_person_id__fkey FOREIGN KEY (pool_id, person_id) REFERENCES person (pool_id, id)
);

CREATE TABLE people_import (
    pool_id TEXT NOT NULL,
    id TEXT NOT NULL,
    imported_at TEXT NOT NULL,
    imported_by TEXT,
    file_rows BIGINT NOT NULL,
    imported BIGINT NOT NULL,
    updated BIGINT NOT NULL,
    unchanged BIGINT NOT NULL,
    CONSTRAINT people_import__pool_id_id__pkey PRIMARY KEY (pool_id, id),
    CONSTRAINT people_import__pool_id__fkey FOREIGN KEY (pool_id) REFERENCES pool (id)
);

-- A file between preview and confirmation, at most one a person.
CREATE TABLE people_upload (
    pool_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    id TEXT NOT NULL,
    file_name TEXT NOT NULL,
    contents BYTEA NOT NULL,
    uploaded_at TEXT NOT NULL,
    CONSTRAINT people_upload__pool_id_person_id__pkey PRIMARY KEY (pool_id, person_id),
    CONSTRAINT people_upload__pool_id_person_id__fkey FOREIGN KEY (pool_id, person_id) REFERENCES person (pool_id, id)
);

CREATE INDEX people_upload__by_time ON people_upload (pool_id, uploaded_at);
