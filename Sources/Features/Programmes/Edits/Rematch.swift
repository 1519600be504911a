// SPDX-License-Identifier: EUPL-1.2

package import Journal
import Kernel
import MatchEngine
import Matching
import SQL

extension ProgrammeDesk {
    /// What the outbox does for this feature.
    package func handlers() -> [OutboxHandler] { [roundHandler(), rematchHandler()] }

    /// When a pair of a programme ends without an engagement, whoever is with nobody and whatever place is free are matched
    /// anew, the pair itself excluded. Neither side is told why, and neither loses anything by it. Each such round is kept with
    /// its inputs like any other.
    func rematchHandler() -> OutboxHandler {
        .outside(MatchingWork.ended, width: 1, longest: 600) { [self] item in
            guard let origin = item.payload.id("origin", RoundKind.self) else { return .done() }
            let now = time.now
            let found = try await database.read { reader -> (Programme, ProgrammePeople)? in
                guard let row = try reader.first(RoundSQL.round, item.pool, origin),
                    let programme = try ProgrammeStore.any(
                        try row.id("programme_id"), in: reader, pool: item.pool),
                    programme.phase(on: now.day) != .over
                else { return nil }
                return (programme, try ProgrammePeople(programme, in: reader, pool: item.pool))
            }
            guard let (programme, people) = found else { return .done() }
            let seed = Int64(truncatingIfNeeded: ids.seed() >> 2)
            let solution = try await bench.run {
                try RoundSolution(
                    people, seed: UInt64(bitPattern: seed), wishes: programme.terms.wishes, goals: [.best],
                    watch: SolveWatch())
            }
            guard solution.outcome == .solved, let input = solution.input, let best = solution.goals.first,
                best.measure.matched > 0
            else { return .done() }
            let (round, entry) = (ids.id(RoundKind.self), ids.id(JournalKind.self))
            let publication = Publication(
                round: round, programme: programme.id, pairs: Publication.pairs(best.practitionerOf, in: input),
                ids: ids)
            return .done { tx in
                // Somebody else matched anew or published meanwhile: the item is tried again with what stands then.
                guard try tx.first(ProgrammeSQL.touchAt, item.pool, programme.id, programme.version) != nil else {
                    throw ProgrammesError.movedOn
                }
                let last = try tx.first(RoundSQL.next, item.pool, programme.id)?.int("last") ?? 0
                try tx.run(
                    RoundSQL.insert, item.pool, round, programme.id, last + 1, "rematch", seed, now, PersonID?.none)
                try solution.write(of: round, in: tx, pool: item.pool, at: now)
                _ = try publication.write(programme, in: tx, pool: item.pool, at: now, by: nil)
                try Journal.record(
                    in: tx, pool: item.pool, at: now, id: entry, actor: .program, ProgrammesAction.rematched, on: round)
            }
        }
    }
}
