// SPDX-License-Identifier: EUPL-1.2

import SQL

enum JournalSQL: String, SQLStatement {
    case record = """
        INSERT INTO journal_entry (pool_id, id, at, actor_id, deputy_for, action, subject_kind, subject_id)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        """
    case page = """
        SELECT id, at, actor_id, deputy_for, action, subject_kind, subject_id
        FROM journal_entry
        WHERE pool_id = $1 AND (at, id) < ($2, $3)
        ORDER BY at DESC, id DESC
        LIMIT $4
        """
    case history = """
        SELECT id, at, actor_id, deputy_for, action, subject_kind, subject_id
        FROM journal_entry
        WHERE pool_id = $1 AND subject_kind = $2 AND subject_id = $3 AND (at, id) < ($4, $5)
        ORDER BY at DESC, id DESC
        LIMIT $6
        """
}
