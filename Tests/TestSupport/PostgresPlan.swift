// SPDX-License-Identifier: EUPL-1.2

package import SQL
import Synchronization

/// What PostgreSQL would do for a statement, whatever its arguments.
package enum PostgresPlan {
    /// - Parameter seqScan: whether it may read whole tables; without, it does so only where no index can serve at all.
    package static func of(_ text: String, on database: any Database, seqScan: Bool = false) async throws -> [String] {
        let count = text.matches(of: /\$(\d+)/).compactMap { Int($0.output.1) }.max() ?? 0
        let arguments = count == 0 ? "" : "(" + Array(repeating: "NULL", count: count).joined(separator: ", ") + ")"
        let lines = Mutex<[String]>([])
        try await database.migrate { connection in
            _ = try connection.execute("SET LOCAL plan_cache_mode = force_generic_plan", [])
            _ = try connection.execute("SET LOCAL enable_seqscan = \(seqScan ? "on" : "off")", [])
            _ = try connection.execute("PREPARE looked_at AS \(text)", [])
            let result = try connection.execute("EXPLAIN EXECUTE looked_at\(arguments)", [])
            _ = try connection.execute("DEALLOCATE looked_at", [])
            let found = try result.rows.map { try $0.text("QUERY PLAN") }
            lines.withLock { $0 = found }
        }
        return lines.withLock { $0 }
    }
}
