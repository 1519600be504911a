// SPDX-License-Identifier: EUPL-1.2

import SQL
import TestSupport
import Testing

@Suite("Plans of practice")
struct PlanTests {
    @Test(
        "A page of the directory goes by its index among many", .enabled(if: TestDatabase.engines.contains(.postgres)))
    func amongMany() async throws {
        try await withPractice(.postgres) { pool in
            try await DirectoryCrowd.fill(pool.database, pool: pool.id, count: 3000, ids: pool.ids)
            try await pool.database.migrate { _ = try $0.execute("ANALYZE", []) }
            let page = SourceStatement.all.first { $0.name == "DirectorySQL.candidates" }
            let text = try #require(page?.text)
            let plan = try await PostgresPlan.of(text, on: pool.database, seqScan: true)
            #expect(
                !plan.contains { $0.contains("Seq Scan on directory_entry") || $0.contains("Seq Scan on practitioner") }
            )
        }
    }
}
