// SPDX-License-Identifier: EUPL-1.2

import Journal
import Kernel
import MatchEngine
import SQL

extension ProgrammeDesk {
    /// Solves rounds for every goal: weighs the pairs, freezes them with their hash, solves, proves, writes it down. Tells how far
    /// it is and looks whether somebody wants it to stop, twice a second.
    func roundHandler() -> OutboxHandler {
        .outside(ProgrammesWork.round, width: 1, longest: 1_800) { [self] item in
            let round = item.subject(RoundKind.self)
            let found = try await database.read { reader -> (Round, Programme)? in
                guard let row = try reader.first(RoundSQL.round, item.pool, round) else { return nil }
                let round = try RoundStore.round(from: row)
                return try ProgrammeStore.any(round.programme, in: reader, pool: item.pool).map { (round, $0) }
            }
            guard let (state, programme) = found, state.outcome == nil else { return .done() }
            let watch = SolveWatch()
            async let work = solved(state, programme, item.pool, watch)
            try await follow(watch, round, item.pool)
            let solution = try await work
            let now = time.now
            return .done { tx in try solution.write(of: round, in: tx, pool: item.pool, at: now) }
        }
    }

    /// Whatever happens, the watch ends.
    private func solved(
        _ round: Round, _ programme: Programme, _ pool: PoolID, _ watch: SolveWatch
    ) async throws -> RoundSolution {
        defer { watch.end() }
        let people = try await database.read { try ProgrammePeople(programme, in: $0, pool: pool) }
        let seed = UInt64(bitPattern: round.seed)
        return try await bench.run {
            try RoundSolution(people, seed: seed, wishes: programme.terms.wishes, watch: watch)
        }
    }

    private func follow(_ watch: SolveWatch, _ round: RoundID, _ pool: PoolID) async throws {
        var looks = 0
        var told: SolveWatch.Point?
        while !watch.isOver {
            try await Task.sleep(for: .milliseconds(20))
            looks += 1
            guard looks % 25 == 0 else { continue }
            let point = watch.now
            let now = time.now
            if point != told {
                try await database.write { tx in
                    try tx.run(
                        RoundSQL.tellProgress, pool, round, point.step.rawValue, point.done, point.total, now)
                }
                told = point
            }
            if try await database.read({ try $0.first(RoundSQL.isStopped, pool, round) != nil }) { watch.cancel() }
        }
    }
}
