// SPDX-License-Identifier: EUPL-1.2

package import Kernel
package import MatchEngine
import SQL

/// What solving a round a second time showed.
package struct RoundRepeat: Sendable {
    package struct Goal: Sendable {
        package let goal: RoundGoal
        package let isSame: Bool
        package let stored: RoundMeasure
        package let again: RoundMeasure
    }

    package let number: Int
    package let hash: String
    /// Whether the bytes that are kept are those that were hashed.
    package let isHashRight: Bool
    package let seed: UInt64
    package let goals: [Goal]

    package var holds: Bool { isHashRight && goals.allSatisfy(\.isSame) }
}

extension ProgrammeDesk {
    /// Solves every goal of a round again from what is kept and compares pair by pair.
    ///
    /// - Throws: `ProgrammesError.notFound`.
    package func repeatRound(_ id: RoundID, for viewer: Viewer) async throws -> RoundRepeat {
        let day = time.now.day
        _ = try await database.read { try RoundStore.round(id, for: viewer, on: day, in: $0) }
        return try await repeatRound(id, pool: viewer.pool)
    }

    /// The same for the operator.
    package func repeatRound(_ id: RoundID, pool: PoolID) async throws -> RoundRepeat {
        let kept = try await database.read { reader -> Kept in
            guard let round = try reader.first(RoundSQL.round, pool, id),
                let row = try reader.first(RoundSQL.input, pool, id)
            else { throw ProgrammesError.notFound }
            let results = try reader.rows(RoundSQL.results, pool, id).compactMap(RoundStore.result)
            let pairs = try results.map { result in
                try reader.first(RoundSQL.resultPairs, pool, id, result.goal.rawValue)?.bytes("practitioners") ?? []
            }
            return Kept(
                number: try round.int("number"), hash: try row.text("hash"), bytes: try row.bytes("inputs"),
                results: Array(zip(results, pairs)))
        }
        guard RoundInput.hash(kept.bytes) == kept.hash, let input = RoundInput(kept.bytes) else {
            return RoundRepeat(number: kept.number, hash: kept.hash, isHashRight: false, seed: 0, goals: [])
        }
        let goals = try await bench.run {
            try kept.results.map { result, pairs in
                let again = try PreparedRound(
                    try input.problem(for: result.goal), goal: result.goal, seed: input.seed
                ).solve()
                return RoundRepeat.Goal(
                    goal: result.goal, isSame: again.practitionerOf == PairBytes.read(pairs), stored: result.measure,
                    again: RoundMeasure(again.practitionerOf, in: input))
            }
        }
        return RoundRepeat(number: kept.number, hash: kept.hash, isHashRight: true, seed: input.seed, goals: goals)
    }

    private struct Kept: Sendable {
        let number: Int
        let hash: String
        let bytes: [UInt8]
        let results: [(GoalResult, [UInt8])]
    }
}
