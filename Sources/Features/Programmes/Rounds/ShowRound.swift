// SPDX-License-Identifier: EUPL-1.2

package import Kernel
package import MatchEngine
import SQL

/// A round with everything that comparing its goals takes.
package struct RoundComparison: Sendable {
    package let round: Round
    package let programme: Programme
    /// `nil` before anything was frozen.
    package let figures: RoundFigures?
    /// In the order of `RoundGoal`.
    package let results: [GoalResult]
    package let groups: [(goal: RoundGoal, share: GroupShare)]
    package let draft: DraftFigures?
    package let edits: [EditLine]
}

/// The sizes of what a round was solved from.
package struct RoundFigures: Sendable {
    package let hash: String
    package let clients: Int
    package let practitioners: Int
    package let places: Int
    package let pairs: Int
}

/// The draft that a lead works on.
package struct DraftFigures: Sendable {
    package let number: Int
    package let goal: RoundGoal
    package let measure: RoundMeasure
}

/// How far solving has come.
package struct RoundProgressNow: Sendable {
    package let step: SolveStep
    package let done: Int
    package let total: Int
}

extension ProgrammeDesk {
    /// - Throws: `ProgrammesError.notFound`.
    package func comparison(_ id: RoundID, for viewer: Viewer) async throws -> RoundComparison {
        let day = time.now.day
        return try await database.read { reader in
            let (round, programme) = try RoundStore.round(id, for: viewer, on: day, in: reader)
            let results = try reader.rows(RoundSQL.results, viewer.pool, id).compactMap(RoundStore.result)
            return RoundComparison(
                round: round, programme: programme,
                figures: try reader.first(RoundSQL.inputFigures, viewer.pool, id).map { row in
                    RoundFigures(
                        hash: try row.text("hash"), clients: try row.int("clients"),
                        practitioners: try row.int("practitioners"), places: try row.int("places"),
                        pairs: try row.int("pairs"))
                },
                results: RoundGoal.allCases.compactMap { goal in results.first { $0.goal == goal } },
                groups: try reader.rows(RoundSQL.groups, viewer.pool, id).compactMap(Self.group),
                draft: try reader.first(RoundSQL.draft, viewer.pool, id).flatMap(Self.draft),
                edits: try RoundStore.edits(of: id, in: reader, pool: viewer.pool))
        }
    }

    /// How far a round has come; `nil` once it is over.
    ///
    /// - Throws: `ProgrammesError.notFound`.
    package func progress(_ id: RoundID, for viewer: Viewer) async throws -> RoundProgressNow? {
        let day = time.now.day
        return try await database.read { reader in
            let (round, _) = try RoundStore.round(id, for: viewer, on: day, in: reader)
            guard round.outcome == nil else { return nil }
            let row = try reader.first(RoundSQL.progress, viewer.pool, id)
            return RoundProgressNow(
                step: try row.flatMap { SolveStep(rawValue: try $0.text("step")) } ?? .waiting,
                done: try row?.int("done") ?? 0, total: try row?.int("total") ?? 0)
        }
    }

    static func draft(_ row: Row) throws -> DraftFigures? {
        guard let goal = RoundGoal(rawValue: try row.text("goal")) else { return nil }
        return DraftFigures(number: try row.int("number"), goal: goal, measure: try RoundStore.measure(from: row))
    }

    private static func group(_ row: Row) throws -> (goal: RoundGoal, share: GroupShare)? {
        guard let goal = RoundGoal(rawValue: try row.text("goal")),
            let facet = GroupFacet(rawValue: try row.text("facet"))
        else { return nil }
        return (
            goal,
            GroupShare(
                facet: facet, label: try row.text("label"), clients: try row.int("clients"),
                matched: try row.int("matched"), firstChoice: try row.int("first_choice"), score: try row.int("score"))
        )
    }
}
