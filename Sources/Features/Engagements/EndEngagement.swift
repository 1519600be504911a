// SPDX-License-Identifier: EUPL-1.2

import Journal
package import Kernel
import Pools
import Practitioners
import SQL

extension EngagementDesk {
    /// Ends an engagement: either of the two, at any time, in one step, without a reason. The practitioner's place is free at once.
    ///
    /// - Throws: `EngagementError.notFound` for one that is not the viewer's, `.ended`.
    package func end(_ engagement: EngagementID, by viewer: Viewer) async throws {
        let (now, entry, letter) = (time.now, ids.id(JournalKind.self), ids.id(OutboxKind.self))
        try await database.write { tx in
            let pool = viewer.pool
            guard let number = try tx.first(EngagementSQL.move, pool, engagement, viewer.person)?.int("version") else {
                throw EngagementError.notFound
            }
            let before = try tx.first(EngagementSQL.step, pool, engagement, number - 1)?.text("step")
            guard let before = before.flatMap(EngagementStep.init), EngagementStep.ended.mayFollow(before) else {
                throw EngagementError.ended
            }
            try tx.run(
                EngagementSQL.addStep, pool, engagement, number, EngagementStep.ended.rawValue, now, viewer.person)
            for party in try tx.rows(EngagementSQL.parties, pool, engagement) {
                let person = try party.id("person_id", PersonKind.self)
                if try party.text("role") == Role.practitioner.rawValue {
                    try Places.giveBack(in: tx, pool: pool, with: person)
                }
                guard person != viewer.person else { continue }
                try Notice.add(
                    EngagementLetter.ended, to: person, about: engagement, once: [number], in: tx, pool: pool, at: now,
                    id: letter)
            }
            try Journal.record(
                in: tx, pool: pool, at: now, id: entry, actor: JournalActor(viewer.person), EngagementAction.ended,
                on: engagement)
        }
    }
}
