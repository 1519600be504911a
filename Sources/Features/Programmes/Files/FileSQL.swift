// SPDX-License-Identifier: EUPL-1.2

import SQL

enum FileSQL: String, SQLStatement {
    case personByEmail = "SELECT m.id, m.language FROM person m WHERE m.pool_id = $1 AND m.email_key = $2"
}
