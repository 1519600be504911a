// SPDX-License-Identifier: EUPL-1.2

package import Kernel
package import MatchEngine
import SQL

/// How the solving of a round ended.
package enum RoundOutcome: String, CaseIterable, Sendable {
    case solved
    case cancelled
    /// Nobody could be matched with anybody.
    case empty
    case failed
}

/// A round of a programme.
package struct Round: Sendable {
    package let id: RoundID
    package let programme: ProgrammeID
    package let number: Int
    package let isRematch: Bool
    package let seed: Int64
    package let madeAt: Timestamp
    /// The number of its last edit.
    package let version: Int
    /// `nil` while it is being solved.
    package let outcome: RoundOutcome?
    package let publishedAt: Timestamp?

    package var canBeEdited: Bool { outcome == .solved && publishedAt == nil }
}

/// A goal's draft as it stands in the store.
package struct GoalResult: Sendable {
    package let goal: RoundGoal
    package let measure: RoundMeasure
    /// The word for its proof, see `RoundCertificate.kind`.
    package let certificate: String
    package let milliseconds: Int
}

/// Rows to rounds and back.
enum RoundStore {
    /// A round of a programme that the viewer runs.
    ///
    /// - Throws: `ProgrammesError.notFound`.
    static func round(
        _ id: RoundID, for viewer: Viewer, on day: Day, in reader: Reader
    ) throws -> (round: Round, programme: Programme) {
        guard let row = try reader.first(RoundSQL.round, viewer.pool, id) else { throw ProgrammesError.notFound }
        let round = try round(from: row)
        return (round, try ProgrammeStore.run(round.programme, by: viewer, on: day, in: reader))
    }

    static func round(from row: Row) throws -> Round {
        guard case .integer(let seed) = try row.value("seed") else { throw DatabaseError.bug("not-integer-seed") }
        return Round(
            id: try row.id("id"), programme: try row.id("programme_id"), number: try row.int("number"),
            isRematch: try row.text("kind") == "rematch", seed: seed, madeAt: try row.time("made_at"),
            version: try row.int("version"),
            outcome: try row.optionalText("outcome").flatMap(RoundOutcome.init(rawValue:)),
            publishedAt: try row.optionalTime("published_at"))
    }

    static func line(from row: Row) throws -> RoundLine {
        RoundLine(
            id: try row.id("id"), number: try row.int("number"), isRematch: try row.text("kind") == "rematch",
            madeAt: try row.time("made_at"),
            outcome: try row.optionalText("outcome").flatMap(RoundOutcome.init(rawValue:)),
            publishedAt: try row.optionalTime("published_at"))
    }

    /// The frozen input.
    ///
    /// - Throws: `ProgrammesError.notFound` for a round that was never frozen; `DatabaseError.bug` where the bytes are not those that
    ///   were hashed.
    static func input(of round: RoundID, in reader: Reader, pool: PoolID) throws -> (input: RoundInput, hash: String) {
        guard let row = try reader.first(RoundSQL.input, pool, round) else { throw ProgrammesError.notFound }
        let bytes = try row.bytes("inputs")
        let hash = try row.text("hash")
        guard RoundInput.hash(bytes) == hash, let input = RoundInput(bytes) else {
            throw DatabaseError.bug("not-the-input-that-was-hashed")
        }
        return (input, hash)
    }

    static func result(from row: Row) throws -> GoalResult? {
        guard let goal = RoundGoal(rawValue: try row.text("goal")) else { return nil }
        return GoalResult(
            goal: goal, measure: try measure(from: row), certificate: try row.text("certificate"),
            milliseconds: try row.int("milliseconds"))
    }

    static func measure(from row: Row) throws -> RoundMeasure {
        RoundMeasure(
            matched: try row.int("matched"), score: try row.int("score"), worst: try row.optionalInt("worst"),
            ranks: try row.text("ranks").split(separator: " ").compactMap { Int($0) })
    }

    static func ranks(_ measure: RoundMeasure) -> String { measure.ranks.map(String.init).joined(separator: " ") }

    static func edits(of round: RoundID, in reader: Reader, pool: PoolID) throws -> [EditLine] {
        try reader.rows(RoundSQL.edits, pool, round).map { row in
            EditLine(
                number: try row.int("number"), kind: try row.text("kind"),
                goal: try row.optionalText("goal").flatMap(RoundGoal.init(rawValue:)),
                client: try row.optionalID("client_id"), practitioner: try row.optionalID("practitioner_id"),
                otherClient: try row.optionalID("other_client_id"),
                otherPractitioner: try row.optionalID("other_practitioner_id"), undoes: try row.optionalInt("undoes"),
                price: RoundPrice(places: try row.int("lost_places"), score: try row.int("lost_score")),
                madeAt: try row.time("made_at"))
        }
    }

    static func save(
        _ practitionerOf: [Int32], _ measure: RoundMeasure, goal: RoundGoal, number: Int, of round: RoundID,
        in tx: Transaction, pool: PoolID
    ) throws {
        try tx.run(
            RoundSQL.saveDraft, pool, round, number, goal.rawValue, measure.matched, measure.score, measure.worst,
            ranks(measure), PairBytes.write(practitionerOf))
    }
}
