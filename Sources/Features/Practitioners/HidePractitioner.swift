// SPDX-License-Identifier: EUPL-1.2

import Journal
package import Kernel
import Queues
import SQL

extension PractitionerDesk {
    /// Takes somebody out of the directory at once. Their profile reads as if they had paused.
    package func hide(_ person: PersonID, by viewer: Viewer) async throws {
        let now = time.now
        let (standing, entry) = (ids.id(StandingKind.self), ids.id(JournalKind.self))
        let actor = JournalActor(viewer, as: .administrator)
        try await database.write { tx in
            try PractitionerStore.touch(in: tx, pool: viewer.pool, person)
            guard
                try tx.first(
                    PractitionersSQL.beginStanding, viewer.pool, standing, person, StandingCode.hidden.rawValue, now,
                    viewer.person,
                    Day?.none) != nil
            else { return }
            try DirectoryIndex.refresh(in: tx, pool: viewer.pool, person)
            try Journal.record(
                in: tx, pool: viewer.pool, at: now, id: entry, actor: actor, PractitionersAction.hidden, on: person)
        }
    }

    /// Shows somebody again: the second of two, after another has approved the return.
    ///
    /// Ethics: wme/WME-6.2
    ///
    /// - Throws: `PractitionersError.notFound`, `.approvalNeeded`, `.ownCase`, `.samePerson`.
    package func unhide(_ person: PersonID, by viewer: Viewer) async throws {
        let (now, entry, stock) = (time.now, ids.id(JournalKind.self), GateStock(ids, people: 1))
        let actor = JournalActor(viewer, as: .administrator)
        try await database.write { tx in
            try PractitionerStore.touch(in: tx, pool: viewer.pool, person)
            guard let hidden = try HiddenStanding.read(person, in: tx, pool: viewer.pool) else {
                throw PractitionersError.notFound
            }
            guard let first = hidden.approvedBy else { throw PractitionersError.approvalNeeded }
            try Self.checkSecond(viewer, after: first, for: hidden.approvedFor, about: person)
            guard
                try tx.first(
                    PractitionersSQL.endStanding, viewer.pool, person, StandingCode.hidden.rawValue, now, viewer.person)
                    != nil
            else { return }
            try Gates.judge(person, in: tx, pool: viewer.pool, at: now, stock)
            try DirectoryIndex.refresh(in: tx, pool: viewer.pool, person)
            for kind in [QueueKind.returning, .unhiding] {
                try Queue.done(kind, person, in: tx, pool: viewer.pool, at: now, by: viewer.person)
            }
            try Journal.record(
                in: tx, pool: viewer.pool, at: now, id: entry, actor: actor, PractitionersAction.unhidden, on: person)
        }
    }
}
