// SPDX-License-Identifier: EUPL-1.2

import Journal
package import Kernel
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

    package func unhide(_ person: PersonID, by viewer: Viewer) async throws {
        let (now, entry) = (time.now, ids.id(JournalKind.self))
        let actor = JournalActor(viewer, as: .administrator)
        try await database.write { tx in
            try PractitionerStore.touch(in: tx, pool: viewer.pool, person)
            guard
                try tx.first(
                    PractitionersSQL.endStanding, viewer.pool, person, StandingCode.hidden.rawValue, now, viewer.person)
                    != nil
            else { return }
            try DirectoryIndex.refresh(in: tx, pool: viewer.pool, person)
            try Journal.record(
                in: tx, pool: viewer.pool, at: now, id: entry, actor: actor, PractitionersAction.unhidden, on: person)
        }
    }
}
