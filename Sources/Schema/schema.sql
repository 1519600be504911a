-- What the migrations make, in SQLite's words. Written by SchemaTests.

CREATE TABLE address_bounce (
    pool_id TEXT NOT NULL,
    id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    email_key TEXT NOT NULL,
    sent_at TEXT NOT NULL,
    bounced_at TEXT NOT NULL,
    status TEXT NOT NULL,
    CONSTRAINT address_bounce__pool_id_id__pkey PRIMARY KEY (pool_id, id),
    CONSTRAINT address_bounce__pool_id_person_id__fkey FOREIGN KEY (pool_id, person_id) REFERENCES person (pool_id, id)
) STRICT;

CREATE INDEX address_bounce__by_person ON address_bounce (pool_id, person_id, email_key, sent_at);

CREATE TABLE address_change (
    pool_id TEXT NOT NULL,
    id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    sign_in_link_id TEXT NOT NULL,
    email TEXT NOT NULL,
    email_key TEXT NOT NULL,
    email_before TEXT,
    asked_at TEXT NOT NULL,
    CONSTRAINT address_change__pool_id_id__pkey PRIMARY KEY (pool_id, id),
    CONSTRAINT address_change__pool_id_sign_in_link_id__key UNIQUE (pool_id, sign_in_link_id),
    CONSTRAINT address_change__pool_id_person_id__fkey FOREIGN KEY (pool_id, person_id) REFERENCES person (pool_id, id),
    CONSTRAINT address_change__pool_id_sign_in_link_id__fkey FOREIGN KEY (pool_id, sign_in_link_id) REFERENCES sign_in_link (pool_id, id)
) STRICT;

CREATE INDEX address_change__by_person ON address_change (pool_id, person_id, asked_at, id);

CREATE TABLE address_trust (
    pool_id TEXT NOT NULL,
    id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    trusted_at TEXT NOT NULL,
    trusted_by TEXT NOT NULL,
    CONSTRAINT address_trust__pool_id_id__pkey PRIMARY KEY (pool_id, id),
    CONSTRAINT address_trust__pool_id_person_id__fkey FOREIGN KEY (pool_id, person_id) REFERENCES person (pool_id, id),
    CONSTRAINT address_trust__pool_id_trusted_by__fkey FOREIGN KEY (pool_id, trusted_by) REFERENCES person (pool_id, id)
) STRICT;

CREATE INDEX address_trust__by_person ON address_trust (pool_id, person_id, trusted_at);

CREATE TABLE admission (
    pool_id TEXT NOT NULL,
    id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    applied_at TEXT NOT NULL,
    version INTEGER NOT NULL,
    ended_at TEXT,
    outcome TEXT,
    CONSTRAINT admission__pool_id_id__pkey PRIMARY KEY (pool_id, id),
    CONSTRAINT admission__outcome__check CHECK (outcome IN ('listed', 'declined')),
    CONSTRAINT admission__pool_id_person_id__fkey FOREIGN KEY (pool_id, person_id) REFERENCES practitioner (pool_id, person_id)
) STRICT;

CREATE INDEX admission__by_person ON admission (pool_id, person_id, applied_at, id);

CREATE UNIQUE INDEX admission__pool_id_person_id__key ON admission (pool_id, person_id) WHERE ended_at IS NULL;

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
) STRICT;

CREATE INDEX admission_step__by_admission ON admission_step (pool_id, admission_id, taken_at, id);

CREATE TABLE arrival (
    pool_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    came_at TEXT NOT NULL,
    CONSTRAINT arrival__pool_id_person_id__pkey PRIMARY KEY (pool_id, person_id),
    CONSTRAINT arrival__pool_id_person_id__fkey FOREIGN KEY (pool_id, person_id) REFERENCES person (pool_id, id)
) STRICT;

CREATE TABLE code_acceptance (
    pool_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    accepted_at TEXT NOT NULL,
    CONSTRAINT code_acceptance__pool_id_person_id_number__pkey PRIMARY KEY (pool_id, person_id, number),
    CONSTRAINT code_acceptance__pool_id_person_id__fkey FOREIGN KEY (pool_id, person_id) REFERENCES person (pool_id, id),
    CONSTRAINT code_acceptance__pool_id_number__fkey FOREIGN KEY (pool_id, number) REFERENCES code_edition (pool_id, number)
) STRICT;

CREATE INDEX code_acceptance__by_number ON code_acceptance (pool_id, number);

CREATE TABLE code_edition (
    pool_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    packs TEXT NOT NULL,
    announced_at TEXT NOT NULL,
    announced_by TEXT,
    accept_by TEXT NOT NULL,
    CONSTRAINT code_edition__pool_id_number__pkey PRIMARY KEY (pool_id, number),
    CONSTRAINT code_edition__number__check CHECK (number >= 1),
    CONSTRAINT code_edition__pool_id__fkey FOREIGN KEY (pool_id) REFERENCES pool (id)
) STRICT;

CREATE TABLE contact_choice (
    pool_id TEXT NOT NULL,
    id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    service_language TEXT NOT NULL,
    letter_language TEXT NOT NULL,
    chosen_at TEXT NOT NULL,
    CONSTRAINT contact_choice__pool_id_id__pkey PRIMARY KEY (pool_id, id),
    CONSTRAINT contact_choice__service_language__check CHECK (service_language IN ('en', 'cy')),
    CONSTRAINT contact_choice__letter_language__check CHECK (letter_language IN ('en', 'cy')),
    CONSTRAINT contact_choice__pool_id_person_id__fkey FOREIGN KEY (pool_id, person_id) REFERENCES person (pool_id, id)
) STRICT;

CREATE INDEX contact_choice__by_person ON contact_choice (pool_id, person_id, chosen_at, id);

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
) STRICT;

CREATE INDEX declared_tie__by_other ON declared_tie (pool_id, other_key) WHERE ended_at IS NULL;

CREATE UNIQUE INDEX declared_tie__pool_id_person_id_other_key_kind__key ON declared_tie (pool_id, person_id, other_key, kind) WHERE ended_at IS NULL;

CREATE TABLE directory_entry (
    pool_id TEXT NOT NULL,
    code TEXT NOT NULL,
    shuffle_key INTEGER NOT NULL,
    person_id TEXT NOT NULL,
    CONSTRAINT directory_entry__pool_id_code_shuffle_key_person_id__pkey PRIMARY KEY (pool_id, code, shuffle_key, person_id),
    CONSTRAINT directory_entry__pool_id_person_id__fkey FOREIGN KEY (pool_id, person_id) REFERENCES practitioner (pool_id, person_id)
) STRICT;

CREATE INDEX directory_entry__by_person ON directory_entry (pool_id, person_id);

CREATE TABLE directory_search (
    pool_id TEXT NOT NULL,
    sign_in_id TEXT NOT NULL,
    choices TEXT NOT NULL,
    with_own_team INTEGER NOT NULL CHECK (with_own_team IN (FALSE, TRUE)),
    seed INTEGER NOT NULL,
    made_at TEXT NOT NULL,
    CONSTRAINT directory_search__pool_id_sign_in_id__pkey PRIMARY KEY (pool_id, sign_in_id),
    CONSTRAINT directory_search__pool_id__fkey FOREIGN KEY (pool_id) REFERENCES pool (id)
) STRICT;

CREATE INDEX directory_search__by_time ON directory_search (pool_id, made_at);

CREATE TABLE engagement (
    pool_id TEXT NOT NULL,
    id TEXT NOT NULL,
    request_id TEXT NOT NULL,
    discipline TEXT NOT NULL,
    begun_at TEXT NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT engagement__pool_id_id__pkey PRIMARY KEY (pool_id, id),
    CONSTRAINT engagement__pool_id_request_id__key UNIQUE (pool_id, request_id),
    CONSTRAINT engagement__pool_id_request_id__fkey FOREIGN KEY (pool_id, request_id) REFERENCES match_request (pool_id, id)
) STRICT;

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
) STRICT;

CREATE INDEX engagement_party__by_person ON engagement_party (pool_id, person_id, joined_at, engagement_id);

CREATE TABLE engagement_step (
    pool_id TEXT NOT NULL,
    engagement_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    step TEXT NOT NULL,
    taken_at TEXT NOT NULL,
    taken_by TEXT,
    CONSTRAINT engagement_step__pool_id_engagement_id_number__pkey PRIMARY KEY (pool_id, engagement_id, number),
    CONSTRAINT engagement_step__step__check CHECK (step IN ('contracting', 'ended')),
    CONSTRAINT engagement_step__pool_id_engagement_id__fkey FOREIGN KEY (pool_id, engagement_id) REFERENCES engagement (pool_id, id)
) STRICT;

CREATE TABLE first_conversation (
    pool_id TEXT NOT NULL,
    request_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    format TEXT NOT NULL,
    held_on TEXT,
    starts_at TEXT,
    CONSTRAINT first_conversation__pool_id_request_id_number__pkey PRIMARY KEY (pool_id, request_id, number),
    CONSTRAINT first_conversation__day_and_time__check CHECK ((held_on IS NULL) = (starts_at IS NULL)),
    CONSTRAINT first_conversation__pool_id_request_id_number__fkey FOREIGN KEY (pool_id, request_id, number) REFERENCES match_request_step (pool_id, request_id, number)
) STRICT;

CREATE TABLE invitation (
    pool_id TEXT NOT NULL,
    id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    sign_in_link_id TEXT NOT NULL,
    way TEXT NOT NULL,
    invited_at TEXT NOT NULL,
    invited_by TEXT NOT NULL,
    send_at TEXT NOT NULL,
    CONSTRAINT invitation__pool_id_id__pkey PRIMARY KEY (pool_id, id),
    CONSTRAINT invitation__pool_id_person_id_number__key UNIQUE (pool_id, person_id, number),
    CONSTRAINT invitation__pool_id_sign_in_link_id__key UNIQUE (pool_id, sign_in_link_id),
    CONSTRAINT invitation__way__check CHECK (way IN ('mail', 'letter')),
    CONSTRAINT invitation__pool_id_person_id__fkey FOREIGN KEY (pool_id, person_id) REFERENCES person (pool_id, id),
    CONSTRAINT invitation__pool_id_invited_by__fkey FOREIGN KEY (pool_id, invited_by) REFERENCES person (pool_id, id),
    CONSTRAINT invitation__pool_id_sign_in_link_id__fkey FOREIGN KEY (pool_id, sign_in_link_id) REFERENCES sign_in_link (pool_id, id)
) STRICT;

CREATE TABLE invitation_end (
    pool_id TEXT NOT NULL,
    invitation_id TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    ended_by TEXT,
    reason TEXT NOT NULL,
    CONSTRAINT invitation_end__pool_id_invitation_id__pkey PRIMARY KEY (pool_id, invitation_id),
    CONSTRAINT invitation_end__reason__check CHECK (reason IN ('came', 'cancelled', 'replaced')),
    CONSTRAINT invitation_end__pool_id_invitation_id__fkey FOREIGN KEY (pool_id, invitation_id) REFERENCES invitation (pool_id, id)
) STRICT;

CREATE TABLE invitation_pace (
    pool_id TEXT NOT NULL,
    next_at TEXT NOT NULL,
    CONSTRAINT invitation_pace__pool_id__pkey PRIMARY KEY (pool_id),
    CONSTRAINT invitation_pace__pool_id__fkey FOREIGN KEY (pool_id) REFERENCES pool (id)
) STRICT;

CREATE TABLE journal_entry (
    pool_id TEXT NOT NULL,
    id TEXT NOT NULL,
    at TEXT NOT NULL,
    actor_id TEXT,
    deputy_for TEXT,
    action TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    CONSTRAINT journal_entry__pool_id_id__pkey PRIMARY KEY (pool_id, id),
    CONSTRAINT journal_entry__pool_id__fkey FOREIGN KEY (pool_id) REFERENCES pool (id)
) STRICT;

CREATE INDEX journal_entry__by_subject ON journal_entry (pool_id, subject_kind, subject_id, at, id);

CREATE INDEX journal_entry__by_time ON journal_entry (pool_id, at, id);

CREATE TABLE key_attestation (
    pool_id TEXT NOT NULL,
    key_reset_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    signature TEXT NOT NULL,
    attested_at TEXT NOT NULL,
    CONSTRAINT key_attestation__pool_id_key_reset_id_person_id__pkey PRIMARY KEY (pool_id, key_reset_id, person_id),
    CONSTRAINT key_attestation__pool_id_key_reset_id__fkey FOREIGN KEY (pool_id, key_reset_id) REFERENCES key_reset (pool_id, id),
    CONSTRAINT key_attestation__pool_id_person_id__fkey FOREIGN KEY (pool_id, person_id) REFERENCES person (pool_id, id)
) STRICT;

CREATE TABLE key_bundle (
    pool_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    bundle BLOB NOT NULL,
    put_at TEXT NOT NULL,
    CONSTRAINT key_bundle__pool_id_person_id__pkey PRIMARY KEY (pool_id, person_id),
    CONSTRAINT key_bundle__pool_id_person_id__fkey FOREIGN KEY (pool_id, person_id) REFERENCES person (pool_id, id)
) STRICT;

CREATE TABLE key_check (
    pool_id TEXT NOT NULL,
    id TEXT NOT NULL,
    first_id TEXT NOT NULL,
    second_id TEXT NOT NULL,
    first_commitment TEXT NOT NULL,
    second_commitment TEXT,
    first_reveal TEXT,
    second_reveal TEXT,
    expires_at TEXT NOT NULL,
    CONSTRAINT key_check__pool_id_id__pkey PRIMARY KEY (pool_id, id),
    CONSTRAINT key_check__pool_id_first_id__fkey FOREIGN KEY (pool_id, first_id) REFERENCES person (pool_id, id),
    CONSTRAINT key_check__pool_id_second_id__fkey FOREIGN KEY (pool_id, second_id) REFERENCES person (pool_id, id)
) STRICT;

CREATE INDEX key_check__by_first ON key_check (pool_id, first_id, expires_at);

CREATE INDEX key_check__by_second ON key_check (pool_id, second_id, expires_at);

CREATE TABLE key_invitation (
    pool_id TEXT NOT NULL,
    id TEXT NOT NULL,
    inviter_id TEXT NOT NULL,
    peer_id TEXT NOT NULL,
    made_at TEXT NOT NULL,
    proof TEXT,
    proved_at TEXT,
    CONSTRAINT key_invitation__pool_id_id__pkey PRIMARY KEY (pool_id, id),
    CONSTRAINT key_invitation__pool_id_inviter_id__fkey FOREIGN KEY (pool_id, inviter_id) REFERENCES person (pool_id, id),
    CONSTRAINT key_invitation__pool_id_peer_id__fkey FOREIGN KEY (pool_id, peer_id) REFERENCES person (pool_id, id)
) STRICT;

CREATE INDEX key_invitation__by_inviter ON key_invitation (pool_id, inviter_id, made_at, id);

CREATE INDEX key_invitation__by_peer ON key_invitation (pool_id, peer_id);

CREATE TABLE key_log (
    pool_id TEXT NOT NULL,
    size INTEGER NOT NULL,
    peaks BLOB NOT NULL,
    root TEXT NOT NULL,
    CONSTRAINT key_log__pool_id__pkey PRIMARY KEY (pool_id),
    CONSTRAINT key_log__pool_id__fkey FOREIGN KEY (pool_id) REFERENCES pool (id)
) STRICT;

CREATE TABLE key_recovery (
    pool_id TEXT NOT NULL,
    id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    started_at TEXT NOT NULL,
    due_at TEXT NOT NULL,
    approved_at TEXT,
    approved_by TEXT,
    ended_at TEXT,
    end_reason TEXT,
    CONSTRAINT key_recovery__pool_id_id__pkey PRIMARY KEY (pool_id, id),
    CONSTRAINT key_recovery__end__check CHECK (end_reason IN ('done', 'stopped', 'replaced')),
    CONSTRAINT key_recovery__pool_id_person_id__fkey FOREIGN KEY (pool_id, person_id) REFERENCES person (pool_id, id),
    CONSTRAINT key_recovery__pool_id_approved_by__fkey FOREIGN KEY (pool_id, approved_by) REFERENCES person (pool_id, id)
) STRICT;

CREATE UNIQUE INDEX key_recovery__pool_id_person_id__key ON key_recovery (pool_id, person_id) WHERE ended_at IS NULL;

CREATE TABLE key_reset (
    pool_id TEXT NOT NULL,
    id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    started_at TEXT NOT NULL,
    started_by TEXT NOT NULL,
    due_at TEXT NOT NULL,
    needed INTEGER NOT NULL,
    pending BLOB,
    ended_at TEXT,
    end_reason TEXT,
    CONSTRAINT key_reset__pool_id_id__pkey PRIMARY KEY (pool_id, id),
    CONSTRAINT key_reset__needed__check CHECK (needed IN (1, 2)),
    CONSTRAINT key_reset__end__check CHECK (end_reason IN ('done', 'stopped')),
    CONSTRAINT key_reset__pool_id_person_id__fkey FOREIGN KEY (pool_id, person_id) REFERENCES person (pool_id, id),
    CONSTRAINT key_reset__pool_id_started_by__fkey FOREIGN KEY (pool_id, started_by) REFERENCES person (pool_id, id)
) STRICT;

CREATE UNIQUE INDEX key_reset__pool_id_person_id__key ON key_reset (pool_id, person_id) WHERE ended_at IS NULL;

CREATE TABLE key_slot (
    pool_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    auth_key TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    needs_phrase INTEGER NOT NULL CHECK (needs_phrase IN (FALSE, TRUE)),
    kdf_salt TEXT,
    slot BLOB NOT NULL,
    put_at TEXT NOT NULL,
    CONSTRAINT key_slot__pool_id_person_id_name__pkey PRIMARY KEY (pool_id, person_id, name),
    CONSTRAINT key_slot__pool_id_auth_key__key UNIQUE (pool_id, auth_key),
    CONSTRAINT key_slot__kind__check CHECK (kind IN ('pw', 'kit', 'prf')),
    CONSTRAINT key_slot__pool_id_person_id__fkey FOREIGN KEY (pool_id, person_id) REFERENCES person (pool_id, id)
) STRICT;

CREATE TABLE key_statement (
    pool_id TEXT NOT NULL,
    leaf INTEGER NOT NULL,
    person_id TEXT NOT NULL,
    seq INTEGER NOT NULL,
    reason TEXT NOT NULL,
    body_digest TEXT NOT NULL,
    sign_key TEXT NOT NULL,
    enc_key TEXT NOT NULL,
    at_seconds INTEGER NOT NULL,
    statement BLOB NOT NULL,
    root TEXT NOT NULL,
    logged_at TEXT NOT NULL,
    CONSTRAINT key_statement__pool_id_leaf__pkey PRIMARY KEY (pool_id, leaf),
    CONSTRAINT key_statement__pool_id_person_id_seq__key UNIQUE (pool_id, person_id, seq),
    CONSTRAINT key_statement__reason__check CHECK (reason IN ('create', 'rotate', 'reset')),
    CONSTRAINT key_statement__pool_id_person_id__fkey FOREIGN KEY (pool_id, person_id) REFERENCES person (pool_id, id)
) STRICT;

CREATE TABLE key_used (
    pool_id TEXT NOT NULL,
    public_key TEXT NOT NULL,
    CONSTRAINT key_used__pool_id_public_key__pkey PRIMARY KEY (pool_id, public_key),
    CONSTRAINT key_used__pool_id__fkey FOREIGN KEY (pool_id) REFERENCES pool (id)
) STRICT;

CREATE TABLE key_verification (
    pool_id TEXT NOT NULL,
    id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    peer_id TEXT NOT NULL,
    statement BLOB NOT NULL,
    verified_at TEXT NOT NULL,
    CONSTRAINT key_verification__pool_id_id__pkey PRIMARY KEY (pool_id, id),
    CONSTRAINT key_verification__pool_id_person_id__fkey FOREIGN KEY (pool_id, person_id) REFERENCES person (pool_id, id),
    CONSTRAINT key_verification__pool_id_peer_id__fkey FOREIGN KEY (pool_id, peer_id) REFERENCES person (pool_id, id)
) STRICT;

CREATE INDEX key_verification__by_person ON key_verification (pool_id, person_id, verified_at, id);

CREATE TABLE kit_choice (
    pool_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    is_kept INTEGER NOT NULL CHECK (is_kept IN (FALSE, TRUE)),
    said_at TEXT NOT NULL,
    CONSTRAINT kit_choice__pool_id_person_id__pkey PRIMARY KEY (pool_id, person_id),
    CONSTRAINT kit_choice__pool_id_person_id__fkey FOREIGN KEY (pool_id, person_id) REFERENCES person (pool_id, id)
) STRICT;

CREATE TABLE login_nonce (
    pool_id TEXT NOT NULL,
    nonce TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    CONSTRAINT login_nonce__pool_id_nonce__pkey PRIMARY KEY (pool_id, nonce),
    CONSTRAINT login_nonce__pool_id__fkey FOREIGN KEY (pool_id) REFERENCES pool (id)
) STRICT;

CREATE INDEX login_nonce__by_time ON login_nonce (pool_id, expires_at);

CREATE TABLE mail_bounce (
    pool_id TEXT NOT NULL,
    id TEXT NOT NULL,
    outbox_id TEXT NOT NULL,
    at TEXT NOT NULL,
    is_permanent INTEGER NOT NULL CHECK (is_permanent IN (FALSE, TRUE)),
    status TEXT NOT NULL,
    CONSTRAINT mail_bounce__pool_id_id__pkey PRIMARY KEY (pool_id, id),
    CONSTRAINT mail_bounce__pool_id_outbox_id_status__key UNIQUE (pool_id, outbox_id, status),
    CONSTRAINT mail_bounce__pool_id_outbox_id__fkey FOREIGN KEY (pool_id, outbox_id) REFERENCES outbox_item (pool_id, id)
) STRICT;

CREATE TABLE mail_delivery (
    pool_id TEXT NOT NULL,
    id TEXT NOT NULL,
    outbox_id TEXT NOT NULL,
    at TEXT NOT NULL,
    outcome TEXT NOT NULL,
    CONSTRAINT mail_delivery__pool_id_id__pkey PRIMARY KEY (pool_id, id),
    CONSTRAINT mail_delivery__pool_id_outbox_id__fkey FOREIGN KEY (pool_id, outbox_id) REFERENCES outbox_item (pool_id, id)
) STRICT;

CREATE INDEX mail_delivery__by_item ON mail_delivery (pool_id, outbox_id, at, id);

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
    version INTEGER NOT NULL, code_number INTEGER, origin_id TEXT,
    CONSTRAINT match_request__pool_id_id__pkey PRIMARY KEY (pool_id, id),
    CONSTRAINT match_request__two_people__check CHECK (client_id <> practitioner_id),
    CONSTRAINT match_request__pool_id_client_id__fkey FOREIGN KEY (pool_id, client_id) REFERENCES person (pool_id, id),
    CONSTRAINT match_request__pool_id_practitioner_id__fkey FOREIGN KEY (pool_id, practitioner_id) REFERENCES practitioner (pool_id, person_id)
) STRICT;

CREATE INDEX match_request__by_client ON match_request (pool_id, client_id, made_at, id);

CREATE INDEX match_request__by_practitioner ON match_request (pool_id, practitioner_id, made_at, id);

CREATE TABLE match_request_refusal (
    pool_id TEXT NOT NULL,
    request_id TEXT NOT NULL,
    reason TEXT NOT NULL,
    suggested_id TEXT,
    CONSTRAINT match_request_refusal__pool_id_request_id__pkey PRIMARY KEY (pool_id, request_id),
    CONSTRAINT match_request_refusal__pool_id_request_id__fkey FOREIGN KEY (pool_id, request_id) REFERENCES match_request (pool_id, id),
    CONSTRAINT match_request_refusal__pool_id_suggested_id__fkey FOREIGN KEY (pool_id, suggested_id) REFERENCES practitioner (pool_id, person_id)
) STRICT;

CREATE INDEX match_request_refusal__by_suggested ON match_request_refusal (pool_id, suggested_id);

CREATE TABLE match_request_step (
    pool_id TEXT NOT NULL,
    request_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    step TEXT NOT NULL,
    taken_at TEXT NOT NULL,
    taken_by TEXT,
    CONSTRAINT match_request_step__pool_id_request_id_number__pkey PRIMARY KEY (pool_id, request_id, number),
    CONSTRAINT match_request_step__step__check CHECK (step IN ('asked', 'accepted', 'arranged', 'chosen', 'not-this-time', 'declined', 'withdrawn', 'expired', 'lapsed')),
    CONSTRAINT match_request_step__pool_id_request_id__fkey FOREIGN KEY (pool_id, request_id) REFERENCES match_request (pool_id, id)
) STRICT;

CREATE TABLE organisation (
    pool_id TEXT NOT NULL,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    created_at TEXT NOT NULL,
    CONSTRAINT organisation__pool_id_id__pkey PRIMARY KEY (pool_id, id),
    CONSTRAINT organisation__pool_id_name_key__key UNIQUE (pool_id, name_key),
    CONSTRAINT organisation__pool_id__fkey FOREIGN KEY (pool_id) REFERENCES pool (id)
) STRICT;

CREATE TABLE outbox_item (
    pool_id TEXT NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    once_key TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    payload TEXT NOT NULL,
    due_at TEXT NOT NULL,
    next_at TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    claimed_by TEXT,
    done_at TEXT,
    set_aside_at TEXT,
    outcome TEXT,
    created_at TEXT NOT NULL,
    CONSTRAINT outbox_item__pool_id_id__pkey PRIMARY KEY (pool_id, id),
    CONSTRAINT outbox_item__pool_id_once_key__key UNIQUE (pool_id, once_key),
    CONSTRAINT outbox_item__pool_id__fkey FOREIGN KEY (pool_id) REFERENCES pool (id)
) STRICT;

CREATE INDEX outbox_item__by_next ON outbox_item (pool_id, kind, next_at, id) WHERE done_at IS NULL AND set_aside_at IS NULL;

CREATE INDEX outbox_item__done ON outbox_item (pool_id, done_at, id) WHERE done_at IS NOT NULL;

CREATE INDEX outbox_item__set_aside ON outbox_item (pool_id, set_aside_at, id) WHERE set_aside_at IS NOT NULL;

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
) STRICT;

CREATE UNIQUE INDEX pack_adoption__pool_id_pack__key ON pack_adoption (pool_id, pack) WHERE ended_at IS NULL;

CREATE TABLE people_import (
    pool_id TEXT NOT NULL,
    id TEXT NOT NULL,
    imported_at TEXT NOT NULL,
    imported_by TEXT,
    file_rows INTEGER NOT NULL,
    imported INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    unchanged INTEGER NOT NULL,
    CONSTRAINT people_import__pool_id_id__pkey PRIMARY KEY (pool_id, id),
    CONSTRAINT people_import__pool_id__fkey FOREIGN KEY (pool_id) REFERENCES pool (id)
) STRICT;

CREATE TABLE people_upload (
    pool_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    id TEXT NOT NULL,
    file_name TEXT NOT NULL,
    contents BLOB NOT NULL,
    uploaded_at TEXT NOT NULL,
    CONSTRAINT people_upload__pool_id_person_id__pkey PRIMARY KEY (pool_id, person_id),
    CONSTRAINT people_upload__pool_id_person_id__fkey FOREIGN KEY (pool_id, person_id) REFERENCES person (pool_id, id)
) STRICT;

CREATE INDEX people_upload__by_time ON people_upload (pool_id, uploaded_at);

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
    version INTEGER NOT NULL,
    CONSTRAINT person__pool_id_id__pkey PRIMARY KEY (pool_id, id),
    CONSTRAINT person__pool_id_email_key__key UNIQUE (pool_id, email_key),
    CONSTRAINT person__pool_id_user_name__key UNIQUE (pool_id, user_name),
    CONSTRAINT person__language__check CHECK (language IN ('en', 'cy')),
    CONSTRAINT person__way_in__check CHECK (email_key IS NOT NULL OR user_name IS NOT NULL),
    CONSTRAINT person__pool_id_organisation_id__fkey FOREIGN KEY (pool_id, organisation_id) REFERENCES organisation (pool_id, id)
) STRICT;

CREATE INDEX person__by_given_name ON person (pool_id, given_key, id);

CREATE INDEX person__by_manager ON person (pool_id, manager_email_key);

CREATE INDEX person__by_name ON person (pool_id, name_key, id);

CREATE INDEX person__by_organisation ON person (pool_id, organisation_id, name_key, id);

CREATE INDEX person__by_post ON person (pool_id, name_key, id) WHERE email_key IS NULL;

CREATE TABLE person_import_detail (
    pool_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    specialisms TEXT NOT NULL,
    languages TEXT NOT NULL,
    region TEXT NOT NULL,
    capacity INTEGER,
    imported_at TEXT NOT NULL,
    CONSTRAINT person_import_detail__pool_id_person_id__pkey PRIMARY KEY (pool_id, person_id),
    CONSTRAINT person_import_detail__pool_id_person_id__fkey FOREIGN KEY (pool_id, person_id) REFERENCES person (pool_id, id)
) STRICT;

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
) STRICT;

CREATE INDEX person_role__by_role ON person_role (pool_id, role, scope_key);

CREATE INDEX person_role__by_role_given ON person_role (pool_id, role, given_at, id);

CREATE UNIQUE INDEX person_role__pool_id_person_id_role_scope_key__key ON person_role (pool_id, person_id, role, scope_key) WHERE ended_at IS NULL;

CREATE TABLE pool (
    id TEXT NOT NULL,
    short_name TEXT NOT NULL,
    name TEXT NOT NULL,
    created_at TEXT NOT NULL,
    CONSTRAINT pool__id__pkey PRIMARY KEY (id),
    CONSTRAINT pool__short_name__key UNIQUE (short_name)
) STRICT;

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
) STRICT;

CREATE UNIQUE INDEX pool_answer__pool_id_question__key ON pool_answer (pool_id, question) WHERE ended_at IS NULL;

CREATE TABLE pool_figure (
    pool_id TEXT NOT NULL,
    id TEXT NOT NULL,
    quantity TEXT NOT NULL,
    scope TEXT NOT NULL,
    amount INTEGER NOT NULL,
    unit TEXT NOT NULL,
    per_amount INTEGER,
    per_unit TEXT,
    from_on TEXT NOT NULL,
    chosen_at TEXT NOT NULL,
    chosen_by TEXT,
    until_on TEXT,
    ended_at TEXT,
    CONSTRAINT pool_figure__pool_id_id__pkey PRIMARY KEY (pool_id, id),
    CONSTRAINT pool_figure__per__check CHECK ((per_amount IS NULL) = (per_unit IS NULL)),
    CONSTRAINT pool_figure__pool_id__fkey FOREIGN KEY (pool_id) REFERENCES pool (id)
) STRICT;

CREATE UNIQUE INDEX pool_figure__pool_id_quantity_scope__key ON pool_figure (pool_id, quantity, scope) WHERE ended_at IS NULL;

CREATE TABLE pool_host (
    host TEXT NOT NULL,
    pool_id TEXT NOT NULL, room_host TEXT,
    CONSTRAINT pool_host__host__pkey PRIMARY KEY (host),
    CONSTRAINT pool_host__pool_id__fkey FOREIGN KEY (pool_id) REFERENCES pool (id)
) STRICT;

CREATE INDEX pool_host__by_pool ON pool_host (pool_id, host);

CREATE TABLE pool_setting (
    pool_id TEXT NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    set_at TEXT NOT NULL,
    set_by TEXT,
    CONSTRAINT pool_setting__pool_id_name__pkey PRIMARY KEY (pool_id, name),
    CONSTRAINT pool_setting__pool_id__fkey FOREIGN KEY (pool_id) REFERENCES pool (id)
) STRICT;

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
    version INTEGER NOT NULL,
    CONSTRAINT practice_claim__pool_id_id__pkey PRIMARY KEY (pool_id, id),
    CONSTRAINT practice_claim__kind__check CHECK (kind IN ('qualification', 'accreditation', 'membership', 'indemnity', 'supervision', 'briefing', 'expertise')),
    CONSTRAINT practice_claim__pool_id_person_id__fkey FOREIGN KEY (pool_id, person_id) REFERENCES practitioner (pool_id, person_id)
) STRICT;

CREATE INDEX practice_claim__by_person ON practice_claim (pool_id, person_id, made_at, id);

CREATE TABLE practice_claim_step (
    pool_id TEXT NOT NULL,
    claim_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    step TEXT NOT NULL,
    taken_at TEXT NOT NULL,
    taken_by TEXT NOT NULL,
    deputy_for TEXT,
    method TEXT,
    CONSTRAINT practice_claim_step__pool_id_claim_id_number__pkey PRIMARY KEY (pool_id, claim_id, number),
    CONSTRAINT practice_claim_step__step__check CHECK (step IN ('made', 'verified', 'refused', 'withdrawn')),
    CONSTRAINT practice_claim_step__method__check CHECK ((step = 'verified') = (method IS NOT NULL)),
    CONSTRAINT practice_claim_step__pool_id_claim_id__fkey FOREIGN KEY (pool_id, claim_id) REFERENCES practice_claim (pool_id, id)
) STRICT;

CREATE TABLE practice_evidence (
    pool_id TEXT NOT NULL,
    id TEXT NOT NULL,
    claim_id TEXT NOT NULL,
    file_name TEXT NOT NULL,
    kind TEXT NOT NULL,
    bytes BLOB NOT NULL,
    size INTEGER NOT NULL,
    added_at TEXT NOT NULL,
    added_by TEXT NOT NULL,
    CONSTRAINT practice_evidence__pool_id_id__pkey PRIMARY KEY (pool_id, id),
    CONSTRAINT practice_evidence__kind__check CHECK (kind IN ('pdf', 'png', 'jpeg')),
    CONSTRAINT practice_evidence__size__check CHECK (size BETWEEN 1 AND 4194304),
    CONSTRAINT practice_evidence__pool_id_claim_id__fkey FOREIGN KEY (pool_id, claim_id) REFERENCES practice_claim (pool_id, id)
) STRICT;

CREATE INDEX practice_evidence__by_claim ON practice_evidence (pool_id, claim_id, added_at, id);

CREATE TABLE practitioner (
    pool_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    shuffle_key INTEGER NOT NULL,
    places INTEGER NOT NULL,
    taken INTEGER NOT NULL,
    begun_at TEXT NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT practitioner__pool_id_person_id__pkey PRIMARY KEY (pool_id, person_id),
    CONSTRAINT practitioner__shuffle_key__check CHECK (shuffle_key >= 0),
    CONSTRAINT practitioner__taken__check CHECK (taken >= 0 AND taken <= places),
    CONSTRAINT practitioner__pool_id_person_id__fkey FOREIGN KEY (pool_id, person_id) REFERENCES person (pool_id, id)
) STRICT;

CREATE TABLE practitioner_gate (
    pool_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    is_open INTEGER NOT NULL CHECK (is_open IN (FALSE, TRUE)),
    services TEXT NOT NULL,
    expertise TEXT NOT NULL,
    lacks TEXT NOT NULL,
    judged_on TEXT NOT NULL,
    next_on TEXT,
    CONSTRAINT practitioner_gate__pool_id_person_id__pkey PRIMARY KEY (pool_id, person_id),
    CONSTRAINT practitioner_gate__pool_id_person_id__fkey FOREIGN KEY (pool_id, person_id) REFERENCES practitioner (pool_id, person_id)
) STRICT;

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
) STRICT;

CREATE INDEX practitioner_lapse__by_person ON practitioner_lapse (pool_id, person_id, began_on, id);

CREATE UNIQUE INDEX practitioner_lapse__pool_id_person_id__key ON practitioner_lapse (pool_id, person_id) WHERE ended_at IS NULL;

CREATE TABLE practitioner_profile (
    pool_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    edition TEXT NOT NULL,
    approach TEXT NOT NULL,
    methods TEXT NOT NULL,
    choices TEXT NOT NULL,
    places INTEGER NOT NULL,
    saved_at TEXT NOT NULL,
    saved_by TEXT, open_choices TEXT,
    CONSTRAINT practitioner_profile__pool_id_person_id_edition__pkey PRIMARY KEY (pool_id, person_id, edition),
    CONSTRAINT practitioner_profile__edition__check CHECK (edition IN ('draft', 'published')),
    CONSTRAINT practitioner_profile__pool_id_person_id__fkey FOREIGN KEY (pool_id, person_id) REFERENCES practitioner (pool_id, person_id)
) STRICT;

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
) STRICT;

CREATE INDEX practitioner_standing__by_person ON practitioner_standing (pool_id, person_id, begun_at, id);

CREATE UNIQUE INDEX practitioner_standing__pool_id_person_id_standing__key ON practitioner_standing (pool_id, person_id, standing) WHERE ended_at IS NULL;

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
    sessions INTEGER NOT NULL,
    wishes TEXT NOT NULL,
    naming TEXT NOT NULL,
    grades TEXT NOT NULL,
    only_free INTEGER NOT NULL CHECK (only_free IN (FALSE, TRUE)),
    made_at TEXT NOT NULL,
    made_by TEXT,
    version INTEGER NOT NULL,
    CONSTRAINT programme__pool_id_id__pkey PRIMARY KEY (pool_id, id),
    CONSTRAINT programme__discipline__check CHECK (discipline IN ('coaching', 'mentoring', 'reverse', 'mutual', 'peer', 'team', 'one-off')),
    CONSTRAINT programme__days__check CHECK (opens_on <= closes_on AND closes_on <= begins_on AND begins_on <= ends_on),
    CONSTRAINT programme__sessions__check CHECK (sessions BETWEEN 1 AND 100),
    CONSTRAINT programme__wishes__check CHECK (wishes IN ('clients', 'practitioners', 'both')),
    CONSTRAINT programme__naming__check CHECK (naming IN ('nobody', 'clients', 'both')),
    CONSTRAINT programme__pool_id__fkey FOREIGN KEY (pool_id) REFERENCES pool (id),
    CONSTRAINT programme__pool_id_organisation_id__fkey FOREIGN KEY (pool_id, organisation_id) REFERENCES organisation (pool_id, id)
) STRICT;

CREATE INDEX programme__by_end ON programme (pool_id, ends_on, id);

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
) STRICT;

CREATE INDEX programme_application__by_client ON programme_application (pool_id, client_id, made_at, id);

CREATE UNIQUE INDEX programme_application__pool_id_programme_id_client_id__key ON programme_application (pool_id, programme_id, client_id) WHERE ended_at IS NULL;

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
) STRICT;

CREATE INDEX programme_match__by_programme ON programme_match (pool_id, programme_id, client_id, round_id);

CREATE TABLE programme_offer (
    pool_id TEXT NOT NULL,
    id TEXT NOT NULL,
    programme_id TEXT NOT NULL,
    practitioner_id TEXT NOT NULL,
    places INTEGER NOT NULL,
    choices TEXT NOT NULL,
    made_at TEXT NOT NULL,
    ended_at TEXT,
    ended_by TEXT,
    CONSTRAINT programme_offer__pool_id_id__pkey PRIMARY KEY (pool_id, id),
    CONSTRAINT programme_offer__places__check CHECK (places BETWEEN 1 AND 1000),
    CONSTRAINT programme_offer__pool_id_programme_id__fkey FOREIGN KEY (pool_id, programme_id) REFERENCES programme (pool_id, id),
    CONSTRAINT programme_offer__pool_id_practitioner_id__fkey FOREIGN KEY (pool_id, practitioner_id) REFERENCES practitioner (pool_id, person_id)
) STRICT;

CREATE INDEX programme_offer__by_practitioner ON programme_offer (pool_id, practitioner_id, made_at, id);

CREATE UNIQUE INDEX programme_offer__pool_id_programme_id_practitioner_id__key ON programme_offer (pool_id, programme_id, practitioner_id) WHERE ended_at IS NULL;

CREATE TABLE programme_publication (
    pool_id TEXT NOT NULL,
    round_id TEXT NOT NULL,
    published_at TEXT NOT NULL,
    published_by TEXT,
    CONSTRAINT programme_publication__pool_id_round_id__pkey PRIMARY KEY (pool_id, round_id),
    CONSTRAINT programme_publication__pool_id_round_id__fkey FOREIGN KEY (pool_id, round_id) REFERENCES programme_round (pool_id, id)
) STRICT;

CREATE TABLE programme_round (
    pool_id TEXT NOT NULL,
    id TEXT NOT NULL,
    programme_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    kind TEXT NOT NULL,
    seed INTEGER NOT NULL,
    made_at TEXT NOT NULL,
    made_by TEXT,
    version INTEGER NOT NULL,
    CONSTRAINT programme_round__pool_id_id__pkey PRIMARY KEY (pool_id, id),
    CONSTRAINT programme_round__pool_id_programme_id_number__key UNIQUE (pool_id, programme_id, number),
    CONSTRAINT programme_round__kind__check CHECK (kind IN ('draft', 'rematch')),
    CONSTRAINT programme_round__pool_id_programme_id__fkey FOREIGN KEY (pool_id, programme_id) REFERENCES programme (pool_id, id)
) STRICT;

CREATE TABLE programme_round_draft (
    pool_id TEXT NOT NULL,
    round_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    goal TEXT NOT NULL,
    matched INTEGER NOT NULL,
    score INTEGER NOT NULL,
    worst INTEGER,
    ranks TEXT NOT NULL,
    practitioners BLOB NOT NULL,
    CONSTRAINT programme_round_draft__pool_id_round_id__pkey PRIMARY KEY (pool_id, round_id),
    CONSTRAINT programme_round_draft__pool_id_round_id__fkey FOREIGN KEY (pool_id, round_id) REFERENCES programme_round (pool_id, id)
) STRICT;

CREATE TABLE programme_round_edit (
    pool_id TEXT NOT NULL,
    round_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    kind TEXT NOT NULL,
    goal TEXT,
    client_id TEXT,
    practitioner_id TEXT,
    other_client_id TEXT,
    other_practitioner_id TEXT,
    undoes INTEGER,
    lost_places INTEGER NOT NULL,
    lost_score INTEGER NOT NULL,
    made_at TEXT NOT NULL,
    made_by TEXT NOT NULL,
    CONSTRAINT programme_round_edit__pool_id_round_id_number__pkey PRIMARY KEY (pool_id, round_id, number),
    CONSTRAINT programme_round_edit__kind__check CHECK (kind IN ('goal', 'pin', 'forbid', 'swap', 'undo')),
    CONSTRAINT programme_round_edit__pool_id_round_id__fkey FOREIGN KEY (pool_id, round_id) REFERENCES programme_round (pool_id, id)
) STRICT;

CREATE TABLE programme_round_end (
    pool_id TEXT NOT NULL,
    round_id TEXT NOT NULL,
    outcome TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    CONSTRAINT programme_round_end__pool_id_round_id__pkey PRIMARY KEY (pool_id, round_id),
    CONSTRAINT programme_round_end__outcome__check CHECK (outcome IN ('solved', 'cancelled', 'empty', 'failed')),
    CONSTRAINT programme_round_end__pool_id_round_id__fkey FOREIGN KEY (pool_id, round_id) REFERENCES programme_round (pool_id, id)
) STRICT;

CREATE TABLE programme_round_group (
    pool_id TEXT NOT NULL,
    round_id TEXT NOT NULL,
    goal TEXT NOT NULL,
    facet TEXT NOT NULL,
    label TEXT NOT NULL,
    clients INTEGER NOT NULL,
    matched INTEGER NOT NULL,
    first_choice INTEGER NOT NULL,
    score INTEGER NOT NULL,
    CONSTRAINT programme_round_group__pool_id_round_id_goal_facet_label__pkey PRIMARY KEY (pool_id, round_id, goal, facet, label),
    CONSTRAINT programme_round_group__facet__check CHECK (facet IN ('organisation', 'department', 'grade', 'language')),
    CONSTRAINT programme_round_group__pool_id_round_id__fkey FOREIGN KEY (pool_id, round_id) REFERENCES programme_round (pool_id, id)
) STRICT;

CREATE TABLE programme_round_input (
    pool_id TEXT NOT NULL,
    round_id TEXT NOT NULL,
    hash TEXT NOT NULL,
    inputs BLOB NOT NULL,
    clients INTEGER NOT NULL,
    practitioners INTEGER NOT NULL,
    places INTEGER NOT NULL,
    pairs INTEGER NOT NULL,
    CONSTRAINT programme_round_input__pool_id_round_id__pkey PRIMARY KEY (pool_id, round_id),
    CONSTRAINT programme_round_input__pool_id_round_id__fkey FOREIGN KEY (pool_id, round_id) REFERENCES programme_round (pool_id, id)
) STRICT;

CREATE TABLE programme_round_progress (
    pool_id TEXT NOT NULL,
    round_id TEXT NOT NULL,
    step TEXT NOT NULL,
    done INTEGER NOT NULL,
    total INTEGER NOT NULL,
    told_at TEXT NOT NULL,
    CONSTRAINT programme_round_progress__pool_id_round_id__pkey PRIMARY KEY (pool_id, round_id),
    CONSTRAINT programme_round_progress__pool_id_round_id__fkey FOREIGN KEY (pool_id, round_id) REFERENCES programme_round (pool_id, id)
) STRICT;

CREATE TABLE programme_round_result (
    pool_id TEXT NOT NULL,
    round_id TEXT NOT NULL,
    goal TEXT NOT NULL,
    matched INTEGER NOT NULL,
    score INTEGER NOT NULL,
    worst INTEGER,
    ranks TEXT NOT NULL,
    certificate TEXT NOT NULL,
    milliseconds INTEGER NOT NULL,
    practitioners BLOB NOT NULL,
    CONSTRAINT programme_round_result__pool_id_round_id_goal__pkey PRIMARY KEY (pool_id, round_id, goal),
    CONSTRAINT programme_round_result__goal__check CHECK (goal IN ('best', 'stable', 'stable-practitioner', 'max-min', 'rank-maximal')),
    CONSTRAINT programme_round_result__pool_id_round_id__fkey FOREIGN KEY (pool_id, round_id) REFERENCES programme_round (pool_id, id)
) STRICT;

CREATE TABLE programme_round_stop (
    pool_id TEXT NOT NULL,
    round_id TEXT NOT NULL,
    asked_at TEXT NOT NULL,
    asked_by TEXT NOT NULL,
    CONSTRAINT programme_round_stop__pool_id_round_id__pkey PRIMARY KEY (pool_id, round_id),
    CONSTRAINT programme_round_stop__pool_id_round_id__fkey FOREIGN KEY (pool_id, round_id) REFERENCES programme_round (pool_id, id)
) STRICT;

CREATE TABLE programme_scope (
    pool_id TEXT NOT NULL,
    programme_id TEXT NOT NULL,
    organisation_id TEXT NOT NULL,
    CONSTRAINT programme_scope__pool_id_programme_id_organisation_id__pkey PRIMARY KEY (pool_id, programme_id, organisation_id),
    CONSTRAINT programme_scope__pool_id_programme_id__fkey FOREIGN KEY (pool_id, programme_id) REFERENCES programme (pool_id, id),
    CONSTRAINT programme_scope__pool_id_organisation_id__fkey FOREIGN KEY (pool_id, organisation_id) REFERENCES organisation (pool_id, id)
) STRICT;

CREATE TABLE programme_wish (
    pool_id TEXT NOT NULL,
    programme_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    other_id TEXT NOT NULL,
    place INTEGER NOT NULL,
    CONSTRAINT programme_wish__pool_id_programme_id_person_id_other_id__pkey PRIMARY KEY (pool_id, programme_id, person_id, other_id),
    CONSTRAINT programme_wish__pool_id_programme_id_person_id_place__key UNIQUE (pool_id, programme_id, person_id, place),
    CONSTRAINT programme_wish__place__check CHECK (place BETWEEN 1 AND 5),
    CONSTRAINT programme_wish__pool_id_programme_id__fkey FOREIGN KEY (pool_id, programme_id) REFERENCES programme (pool_id, id),
    CONSTRAINT programme_wish__pool_id_person_id__fkey FOREIGN KEY (pool_id, person_id) REFERENCES person (pool_id, id),
    CONSTRAINT programme_wish__pool_id_other_id__fkey FOREIGN KEY (pool_id, other_id) REFERENCES person (pool_id, id)
) STRICT;

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
) STRICT;

CREATE INDEX queue_item__open ON queue_item (pool_id, since, id) WHERE ended_at IS NULL;

CREATE INDEX queue_item__open_by_kind ON queue_item (pool_id, kind, since, id) WHERE ended_at IS NULL;

CREATE INDEX queue_item__open_by_organisation ON queue_item (pool_id, organisation_id, since, id) WHERE ended_at IS NULL;

CREATE UNIQUE INDEX queue_item__pool_id_kind_subject_id__key ON queue_item (pool_id, kind, subject_id) WHERE ended_at IS NULL;

CREATE TABLE request_ledger (
    pool_id TEXT NOT NULL,
    client_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT request_ledger__pool_id_client_id__pkey PRIMARY KEY (pool_id, client_id),
    CONSTRAINT request_ledger__pool_id_client_id__fkey FOREIGN KEY (pool_id, client_id) REFERENCES person (pool_id, id)
) STRICT;

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
) STRICT;

CREATE INDEX role_deputy__by_deputy ON role_deputy (pool_id, deputy_id, until_on);

CREATE INDEX role_deputy__by_role ON role_deputy (pool_id, person_role_id, until_on);

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

CREATE TABLE room_code (
    pool_id TEXT NOT NULL,
    code_hash TEXT NOT NULL,
    sign_in_id TEXT NOT NULL,
    way TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    CONSTRAINT room_code__pool_id_code_hash__pkey PRIMARY KEY (pool_id, code_hash),
    CONSTRAINT room_code__way__check CHECK (way IN ('to-room', 'to-pool')),
    CONSTRAINT room_code__pool_id_sign_in_id__fkey FOREIGN KEY (pool_id, sign_in_id) REFERENCES sign_in (pool_id, id)
) STRICT;

CREATE INDEX room_code__by_sign_in ON room_code (pool_id, sign_in_id);

CREATE TABLE room_idle (
    pool_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    minutes INTEGER NOT NULL,
    chosen_at TEXT NOT NULL,
    CONSTRAINT room_idle__pool_id_person_id__pkey PRIMARY KEY (pool_id, person_id),
    CONSTRAINT room_idle__minutes__check CHECK (minutes BETWEEN 1 AND 120),
    CONSTRAINT room_idle__pool_id_person_id__fkey FOREIGN KEY (pool_id, person_id) REFERENCES person (pool_id, id)
) STRICT;

CREATE TABLE room_share (
    pool_id TEXT NOT NULL,
    sign_in_id TEXT NOT NULL,
    share BLOB NOT NULL,
    CONSTRAINT room_share__pool_id_sign_in_id__pkey PRIMARY KEY (pool_id, sign_in_id),
    CONSTRAINT room_share__pool_id_sign_in_id__fkey FOREIGN KEY (pool_id, sign_in_id) REFERENCES sign_in (pool_id, id)
) STRICT;

CREATE TABLE room_sign_in (
    pool_id TEXT NOT NULL,
    id TEXT NOT NULL,
    sign_in_id TEXT NOT NULL,
    token_hash TEXT NOT NULL,
    proof_key TEXT NOT NULL,
    strength TEXT NOT NULL,
    idle_minutes INTEGER NOT NULL,
    started_at TEXT NOT NULL,
    seen_at TEXT NOT NULL,
    ended_at TEXT,
    end_reason TEXT,
    CONSTRAINT room_sign_in__pool_id_id__pkey PRIMARY KEY (pool_id, id),
    CONSTRAINT room_sign_in__pool_id_token_hash__key UNIQUE (pool_id, token_hash),
    CONSTRAINT room_sign_in__strength__check CHECK (strength IN ('link', 'recover', 'keys')),
    CONSTRAINT room_sign_in__idle__check CHECK (idle_minutes BETWEEN 1 AND 120),
    CONSTRAINT room_sign_in__end__check CHECK (end_reason IN ('locked', 'idle', 'replaced')),
    CONSTRAINT room_sign_in__pool_id_sign_in_id__fkey FOREIGN KEY (pool_id, sign_in_id) REFERENCES sign_in (pool_id, id)
) STRICT;

CREATE INDEX room_sign_in__by_sign_in ON room_sign_in (pool_id, sign_in_id);

CREATE UNIQUE INDEX room_sign_in__pool_id_sign_in_id__key ON room_sign_in (pool_id, sign_in_id) WHERE ended_at IS NULL;

CREATE TABLE room_write (
    pool_id TEXT NOT NULL,
    sign_in_id TEXT NOT NULL,
    nonce TEXT NOT NULL,
    request_digest TEXT NOT NULL,
    answer BLOB NOT NULL,
    written_at TEXT NOT NULL,
    CONSTRAINT room_write__pool_id_sign_in_id_nonce__pkey PRIMARY KEY (pool_id, sign_in_id, nonce),
    CONSTRAINT room_write__pool_id_sign_in_id__fkey FOREIGN KEY (pool_id, sign_in_id) REFERENCES sign_in (pool_id, id)
) STRICT;

CREATE TABLE schema_migration (
    name TEXT NOT NULL PRIMARY KEY,
    checksum TEXT NOT NULL,
    applied_at TEXT NOT NULL
) STRICT;

CREATE TABLE service_type (
    pool_id TEXT NOT NULL,
    discipline TEXT NOT NULL,
    is_offered INTEGER NOT NULL CHECK (is_offered IN (FALSE, TRUE)),
    needs TEXT NOT NULL,
    words_en TEXT NOT NULL,
    words_cy TEXT NOT NULL,
    sessions INTEGER,
    months INTEGER,
    set_at TEXT NOT NULL,
    set_by TEXT,
    CONSTRAINT service_type__pool_id_discipline__pkey PRIMARY KEY (pool_id, discipline),
    CONSTRAINT service_type__pool_id__fkey FOREIGN KEY (pool_id) REFERENCES pool (id)
) STRICT;

CREATE TABLE sign_in (
    pool_id TEXT NOT NULL,
    id TEXT NOT NULL,
    token_hash TEXT NOT NULL,
    person_id TEXT NOT NULL,
    device TEXT NOT NULL,
    is_shared_device INTEGER NOT NULL CHECK (is_shared_device IN (FALSE, TRUE)),
    idle_minutes INTEGER NOT NULL,
    started_at TEXT NOT NULL,
    seen_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    CONSTRAINT sign_in__pool_id_id__pkey PRIMARY KEY (pool_id, id),
    CONSTRAINT sign_in__pool_id_token_hash__key UNIQUE (pool_id, token_hash),
    CONSTRAINT sign_in__idle__check CHECK (idle_minutes BETWEEN 1 AND 120),
    CONSTRAINT sign_in__pool_id_person_id__fkey FOREIGN KEY (pool_id, person_id) REFERENCES person (pool_id, id)
) STRICT;

CREATE INDEX sign_in__by_person ON sign_in (pool_id, person_id, started_at, id);

CREATE TABLE sign_in_end (
    pool_id TEXT NOT NULL,
    sign_in_id TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    reason TEXT NOT NULL,
    CONSTRAINT sign_in_end__pool_id_sign_in_id__pkey PRIMARY KEY (pool_id, sign_in_id),
    CONSTRAINT sign_in_end__reason__check CHECK (reason IN ('signed-out', 'signed-out-elsewhere', 'idle', 'expired', 'replaced')),
    CONSTRAINT sign_in_end__pool_id_sign_in_id__fkey FOREIGN KEY (pool_id, sign_in_id) REFERENCES sign_in (pool_id, id)
) STRICT;

CREATE TABLE sign_in_link (
    pool_id TEXT NOT NULL,
    id TEXT NOT NULL,
    person_id TEXT,
    purpose TEXT NOT NULL,
    made_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    CONSTRAINT sign_in_link__pool_id_id__pkey PRIMARY KEY (pool_id, id),
    CONSTRAINT sign_in_link__purpose__check CHECK (purpose IN ('asked', 'invitation', 'code', 'address')),
    CONSTRAINT sign_in_link__pool_id__fkey FOREIGN KEY (pool_id) REFERENCES pool (id),
    CONSTRAINT sign_in_link__pool_id_person_id__fkey FOREIGN KEY (pool_id, person_id) REFERENCES person (pool_id, id)
) STRICT;

CREATE INDEX sign_in_link__by_person ON sign_in_link (pool_id, person_id, purpose, expires_at);

CREATE TABLE sign_in_link_end (
    pool_id TEXT NOT NULL,
    sign_in_link_id TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    reason TEXT NOT NULL,
    CONSTRAINT sign_in_link_end__pool_id_sign_in_link_id__pkey PRIMARY KEY (pool_id, sign_in_link_id),
    CONSTRAINT sign_in_link_end__reason__check CHECK (reason IN ('used', 'cancelled', 'replaced')),
    CONSTRAINT sign_in_link_end__pool_id_sign_in_link_id__fkey FOREIGN KEY (pool_id, sign_in_link_id) REFERENCES sign_in_link (pool_id, id)
) STRICT;

CREATE TABLE sign_in_link_token (
    pool_id TEXT NOT NULL,
    token_hash TEXT NOT NULL,
    sign_in_link_id TEXT NOT NULL,
    made_at TEXT NOT NULL,
    CONSTRAINT sign_in_link_token__pool_id_token_hash__pkey PRIMARY KEY (pool_id, token_hash),
    CONSTRAINT sign_in_link_token__pool_id_sign_in_link_id__fkey FOREIGN KEY (pool_id, sign_in_link_id) REFERENCES sign_in_link (pool_id, id)
) STRICT;

CREATE INDEX sign_in_link_token__by_link ON sign_in_link_token (pool_id, sign_in_link_id);

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
) STRICT;

CREATE TABLE waiting_place (
    pool_id TEXT NOT NULL,
    id TEXT NOT NULL,
    client_id TEXT NOT NULL,
    choices TEXT NOT NULL,
    with_own_team INTEGER NOT NULL CHECK (with_own_team IN (FALSE, TRUE)),
    since TEXT NOT NULL,
    told_at TEXT,
    ended_at TEXT,
    CONSTRAINT waiting_place__pool_id_id__pkey PRIMARY KEY (pool_id, id),
    CONSTRAINT waiting_place__pool_id_client_id__fkey FOREIGN KEY (pool_id, client_id) REFERENCES person (pool_id, id)
) STRICT;

CREATE INDEX waiting_place__open ON waiting_place (pool_id, since, id) WHERE ended_at IS NULL;

CREATE UNIQUE INDEX waiting_place__pool_id_client_id__key ON waiting_place (pool_id, client_id) WHERE ended_at IS NULL;
