// SPDX-License-Identifier: EUPL-1.2

import Kernel
import SQL

/// Rows to values and back, within a transaction.
enum PractitionerStore {
    /// - Throws: `PractitionersError.notFound` for somebody who is no practitioner.
    static func begin(in tx: Transaction, pool: PoolID, _ person: PersonID, shuffleKey: Int64, at: Timestamp) throws {
        guard try tx.first(PractitionersSQL.begin, pool, person, shuffleKey, at) != nil else {
            throw PractitionersError.notFound
        }
    }

    /// - Throws: `PractitionersError.notFound` for somebody who has never begun a profile.
    static func touch(in tx: Transaction, pool: PoolID, _ person: PersonID) throws {
        guard try tx.first(PractitionersSQL.touch, pool, person) != nil else { throw PractitionersError.notFound }
    }

    static func profile(in reader: Reader, pool: PoolID, _ person: PersonID, _ edition: ProfileEdition) throws
        -> Profile?
    {
        try reader.first(PractitionersSQL.profile, pool, person, edition.rawValue).map(profile(from:))
    }

    static func save(
        _ profile: Profile, as edition: ProfileEdition, in tx: Transaction, pool: PoolID, _ person: PersonID,
        at: Timestamp,
        by: PersonID?
    ) throws {
        try tx.run(
            PractitionersSQL.saveProfile, pool, person, edition.rawValue, profile.approach, profile.methods,
            profile.choices.text,
            profile.places, at, by)
    }

    static func standing(in reader: Reader, pool: PoolID, _ person: PersonID) throws -> Standing {
        let rows = try reader.rows(PractitionersSQL.standings, pool, person)
        var codes: Set<StandingCode> = []
        var until: Day?
        for row in rows {
            guard let code = StandingCode(rawValue: try row.text("standing")) else { continue }
            codes.insert(code)
            if code == .paused { until = try row.optionalDay("until_on") }
        }
        return Standing(codes, pausedUntil: until)
    }

    static func profile(from row: Row) throws -> Profile {
        Profile(
            approach: try row.text("approach"), methods: try row.text("methods"),
            choices: Choices(stored: try row.text("choices")), places: try row.int("places"))
    }

    static func name(from row: Row) throws -> String {
        [try row.text("given_name"), try row.text("family_name")].filter { !$0.isEmpty }.joined(separator: " ")
    }
}
