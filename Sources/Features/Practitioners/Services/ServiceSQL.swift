// SPDX-License-Identifier: EUPL-1.2

import SQL

enum ServiceSQL: String, SQLStatement {
    case all = """
        SELECT discipline, is_offered, needs, words_en, words_cy, sessions, months FROM service_type WHERE pool_id = $1
        """
    case save = """
        INSERT INTO service_type
            (pool_id, discipline, is_offered, needs, words_en, words_cy, sessions, months, set_at, set_by)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        ON CONFLICT (pool_id, discipline) DO UPDATE SET
            is_offered = excluded.is_offered, needs = excluded.needs, words_en = excluded.words_en,
            words_cy = excluded.words_cy, sessions = excluded.sessions, months = excluded.months,
            set_at = excluded.set_at, set_by = excluded.set_by
        """
}
