// SPDX-License-Identifier: EUPL-1.2

package import Kernel
package import SQL

/// Claims as rows.
package enum ClaimStore {
    package static func claims(of person: PersonID, in reader: Reader, pool: PoolID) throws -> [Claim] {
        try reader.rows(ClaimSQL.ofPerson, pool, person).map(claim(from:))
    }

    static func claim(_ id: ClaimID, in reader: Reader, pool: PoolID) throws -> Claim? {
        try reader.first(ClaimSQL.find, pool, id).map(claim(from:))
    }

    private static func claim(from row: Row) throws -> Claim {
        guard let kind = ClaimKind(rawValue: try row.text("kind")), let step = ClaimStep(rawValue: try row.text("step"))
        else { throw DatabaseError.bug("not-a-code-in-practice_claim") }
        let by = [try row.text("by_given"), try row.text("by_family")].filter { !$0.isEmpty }.joined(separator: " ")
        return Claim(
            id: try row.id("id"), person: try row.id("person_id"),
            details: ClaimDetails(
                kind, title: try row.text("title"), issuer: try row.text("issuer"), number: try row.text("number"),
                from: try row.optionalDay("from_on"), until: try row.optionalDay("until_on")),
            madeAt: try row.time("made_at"), version: try row.int("version"), step: step,
            stepAt: try row.time("taken_at"), stepBy: by,
            method: try row.optionalText("method").flatMap(VerificationMethod.init(rawValue:)))
    }
}
