// SPDX-License-Identifier: EUPL-1.2

import SQL

/// What an import looks up and writes, each statement run for a batch of rows.
enum ImportSQL: String, SQLStatement {
    case byEmail = """
        SELECT id, given_name, family_name, email, user_name, organisation_id, job_title, grade, department, manager_email_key,
            language, version, CAST(NULL AS TEXT) AS organisation_name
        FROM person WHERE pool_id = $1 AND email_key = $2
        """
    case byUserName = """
        SELECT id, given_name, family_name, email, user_name, organisation_id, job_title, grade, department, manager_email_key,
            language, version, CAST(NULL AS TEXT) AS organisation_name
        FROM person WHERE pool_id = $1 AND user_name = $2
        """
    /// The address is compared by `coalesce`: SQLite would take `email_key IS NULL` for a search in the unique index of addresses, and
    /// read everybody without one for each row.
    case byName = """
        SELECT id, given_name, family_name, email, user_name, organisation_id, job_title, grade, department, manager_email_key,
            language, version, CAST(NULL AS TEXT) AS organisation_name
        FROM person
        WHERE pool_id = $1 AND name_key = $2 AND coalesce(email_key, '') = '' AND coalesce(organisation_id, '') = $3
        ORDER BY id
        LIMIT 2
        """
    case detailOf = """
        SELECT specialisms, languages, region, capacity FROM person_import_detail WHERE pool_id = $1 AND person_id = $2
        """
    case setDetail = """
        INSERT INTO person_import_detail (pool_id, person_id, specialisms, languages, region, capacity, imported_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (pool_id, person_id) DO UPDATE SET specialisms = excluded.specialisms, languages = excluded.languages,
            region = excluded.region, capacity = excluded.capacity, imported_at = excluded.imported_at
        """
    case insertImport = """
        INSERT INTO people_import (pool_id, id, imported_at, imported_by, file_rows, imported, updated, unchanged)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        """
    case importDone = """
        SELECT imported_at, file_rows, imported, updated, unchanged FROM people_import WHERE pool_id = $1 AND id = $2
        """
    case dropOldUploads = "DELETE FROM people_upload WHERE pool_id = $1 AND uploaded_at < $2"
    case keepUpload = """
        INSERT INTO people_upload (pool_id, person_id, id, file_name, contents, uploaded_at) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (pool_id, person_id) DO UPDATE SET id = excluded.id, file_name = excluded.file_name,
            contents = excluded.contents, uploaded_at = excluded.uploaded_at
        """
    case upload = "SELECT id, file_name, contents FROM people_upload WHERE pool_id = $1 AND person_id = $2"
    case dropUpload = "DELETE FROM people_upload WHERE pool_id = $1 AND person_id = $2 AND id = $3"
}
