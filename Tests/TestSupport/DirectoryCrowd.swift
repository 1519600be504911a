// SPDX-License-Identifier: EUPL-1.2

package import Kernel
import Practitioners
package import SQL

/// Practitioners in any number, put straight into the tables: what takes commands minutes takes this seconds. Choices are drawn with
/// fixed odds, so that pools of different sizes differ in nothing else.
package enum DirectoryCrowd {
    /// Odds of an answer, one in so many.
    private static let odds: [(codes: [String], oneIn: UInt64)] = [
        (Discipline.allCases.map(\.code), 2), (Specialism.allCases.map(\.code), 8), (["language.en"], 1),
        (["language.cy", "fluent.cy"], 4), (["language.pl", "language.bsl"], 50),
        (MeetingFormat.allCases.map(\.code), 2),
        (Region.allCases.map(\.code), 10), (Sector.allCases.map(\.code), 10), (Adjustment.allCases.map(\.code), 5),
        (["fee.free"], 2),
    ]

    package static func fill(_ database: any Database, pool: PoolID, count: Int, ids: TestIDs) async throws {
        let batch = 500
        for start in stride(from: 0, to: count, by: batch) {
            let people = (start..<min(count, start + batch)).map { person($0, pool, ids) }
            try await database.write { tx in
                try tx.each(DirectoryCrowdSQL.person, people.map { [pool, $0.id, $0.name, $0.email, Timestamp.t0] })
                try tx.each(DirectoryCrowdSQL.role, people.map { [pool, $0.role, $0.id, Timestamp.t0] })
                try tx.each(DirectoryCrowdSQL.practitioner, people.map { [pool, $0.id, $0.key, Timestamp.t0] })
                try tx.each(DirectoryCrowdSQL.standing, people.map { [pool, $0.standing, $0.id, Timestamp.t0] })
                try tx.each(
                    DirectoryCrowdSQL.profile,
                    people.map { [pool, $0.id, "I listen first.", $0.codes.joined(separator: " "), Timestamp.t0] })
                try tx.each(
                    DirectoryCrowdSQL.entry,
                    people.flatMap { one in
                        (one.codes + [DirectoryIndex.everybody]).map { [pool, $0, one.key, one.id] }
                    })
            }
        }
    }

    private struct Somebody: Sendable {
        let id: PersonID
        let role: ID<Never>
        let standing: ID<Never>
        let key: Int64
        let name: String
        let email: String
        let codes: [String]
    }

    private static func person(_ number: Int, _ pool: PoolID, _ ids: TestIDs) -> Somebody {
        var chance = ids.seed()
        let codes = odds.flatMap { answers in
            answers.codes.filter { _ in
                // Knuth's MMIX generator; its high bits are good enough to draw lots with.
                chance = chance &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return (chance >> 33) % answers.oneIn == 0
            }
        }
        return Somebody(
            id: ids.id(), role: ids.id(), standing: ids.id(), key: Int64(truncatingIfNeeded: ids.seed() >> 2),
            name: "somebody \(number)", email: "somebody.\(number)@example.org", codes: codes)
    }
}

private enum DirectoryCrowdSQL: String, SQLStatement {
    case person = """
        INSERT INTO person (pool_id, id, given_name, family_name, name_key, given_key, email, email_key,
            job_title, grade, department, department_key, created_at, version)
        VALUES ($1, $2, $3, '', $3, $3, $4, $4, '', '', '', '', $5, 1)
        """
    case role = """
        INSERT INTO person_role (pool_id, id, person_id, role, scope_key, given_at)
        VALUES ($1, $2, $3, 'practitioner', '', $4)
        """
    case practitioner = """
        INSERT INTO practitioner (pool_id, person_id, shuffle_key, places, taken, begun_at, version)
        VALUES ($1, $2, $3, 3, 0, $4, 1)
        """
    case standing = """
        INSERT INTO practitioner_standing (pool_id, id, person_id, standing, begun_at) VALUES ($1, $2, $3, 'listed', $4)
        """
    case profile = """
        INSERT INTO practitioner_profile (pool_id, person_id, edition, approach, methods, choices, places, saved_at)
        VALUES ($1, $2, 'published', $3, '', $4, 3, $5)
        """
    case entry = "INSERT INTO directory_entry (pool_id, code, shuffle_key, person_id) VALUES ($1, $2, $3, $4)"
}
