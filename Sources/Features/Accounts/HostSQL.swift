// SPDX-License-Identifier: EUPL-1.2

import SQL

enum HostSQL: String, SQLStatement {
    case first = "SELECT host FROM pool_host WHERE pool_id = $1 ORDER BY host LIMIT 1"
}
