// SPDX-License-Identifier: EUPL-1.2

package import Kernel
package import SQL

extension PoolSettings {
    /// What a pool has decided, in any transaction that needs it.
    package static func read(in reader: Reader, pool: PoolID) throws -> PoolSettings {
        var values: [String: String] = [:]
        for row in try reader.rows(PoolsSQL.settings, pool) { values[try row.text("name")] = try row.text("value") }
        return PoolSettings(values)
    }
}
