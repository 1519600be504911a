// SPDX-License-Identifier: EUPL-1.2

package import Journal
import Kernel
import SQL

extension MatchingDesk {
    /// Ends requests whose time has run out. An item that finds its request elsewhere changes nothing.
    package func handlers() -> [OutboxHandler] {
        [handler(.expiry, ends: .expired), handler(.lapse, ends: .lapsed), waitingHandler()]
    }

    private func handler(_ work: MatchingWork, ends step: RequestStep) -> OutboxHandler {
        .database(work) { [database, time, ids] item in
            let (now, stepIDs, request) = (time.now, StepIDs(ids), item.subject(RequestKind.self))
            let isDue = try await database.read { try Self.isOpen(request, for: step, in: $0, pool: item.pool) }
            guard isDue else { return .done() }
            return .done { tx in
                // Somebody may have been quicker since: then there is nothing left to end.
                guard try Self.isOpen(request, for: step, in: tx, pool: item.pool) else { return }
                let moved = try RequestStore.move(request, to: step, in: tx, pool: item.pool, by: nil, at: now, stepIDs)
                let letter: MatchingLetter = step == .expired ? .expired : .lapsed
                for (person, id) in zip([moved.client, moved.practitioner], stepIDs.letters) {
                    try MatchingLetter.post(
                        letter, to: person, about: request, number: moved.number, in: tx, pool: item.pool, at: now, id)
                }
            }
        }
    }

    private static func isOpen(
        _ request: RequestID, for step: RequestStep, in reader: Reader, pool: PoolID
    ) throws -> Bool {
        guard let row = try reader.first(RequestSQL.last, pool, request),
            let last = RequestStep(rawValue: try row.text("step"))
        else { return false }
        return step.mayFollow(last, by: .program)
    }
}
