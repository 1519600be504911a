// SPDX-License-Identifier: EUPL-1.2

import App
import ArgumentParser
import Foundation
import Kernel
import Pools
import SQL
import TestSupport

/// A pool of so many listed practitioners and one client, in an empty database. Prints who can come in.
struct Fill: AsyncParsableCommand {
    @Option var database: String
    @Option var practitioners: Int

    func run() async throws {
        let database = try await Installation.open(database: database)
        _ = try await Installation.migrate(database, now: .t0)
        let ids = TestIDs()
        let pool = try await CreatePool(database: database, ids: ids)(
            shortName: "bench", name: "Bench", host: nil, at: .t0)
        try await DirectoryCrowd.fill(database, pool: pool, count: practitioners, ids: ids)
        let (client, role): (PersonID, ID<Never>) = (ids.id(), ids.id())
        let several = try await database.write { transaction in
            try transaction.run(FillSQL.person, pool, client, Timestamp.t0)
            try transaction.run(FillSQL.role, pool, role, client, Timestamp.t0)
            return try transaction.rows(FillSQL.several, pool).map { try $0.text("person_id") }
        }
        try await database.migrate { connection in _ = try connection.execute("ANALYZE", []) }
        await database.close()
        struct Told: Encodable {
            let client: String
            let practitioners: [String]
        }
        print(
            String(
                decoding: try JSONEncoder().encode(Told(client: client.text, practitioners: several)), as: UTF8.self))
    }
}

private enum FillSQL: String, SQLStatement {
    case person = """
        INSERT INTO person (pool_id, id, given_name, family_name, name_key, given_key, email, email_key,
            job_title, grade, department, department_key, created_at, version)
        VALUES ($1, $2, 'Ada', 'Client', 'ada client', 'ada', 'ada@example.org', 'ada@example.org', '', '', '', '', $3, 1)
        """
    case role = """
        INSERT INTO person_role (pool_id, id, person_id, role, scope_key, given_at) VALUES ($1, $2, $3, 'client', '', $4)
        """
    case several = "SELECT person_id FROM practitioner WHERE pool_id = $1 ORDER BY person_id LIMIT 16"
}
