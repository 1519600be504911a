// SPDX-License-Identifier: EUPL-1.2

package import Journal
package import Kernel
import PolicyPacks
import SQL

extension CodesDesk {
    /// The pool follows a pack from today on. It claims no membership and no endorsement.
    ///
    /// - Throws: `CodesError.notFound` for a pack that there is not.
    package func adopt(_ pack: String, by viewer: Viewer) async throws {
        try await adopt(pack, pool: viewer.pool, actor: JournalActor(viewer, as: .administrator))
    }

    package func adopt(_ pack: String, pool: PoolID, actor: JournalActor) async throws {
        guard library.names.contains(pack) else { throw CodesError.notFound }
        let (now, id, entry) = (time.now, ids.id(AdoptionKind.self), ids.id(JournalKind.self))
        try await database.write { tx in
            guard try tx.first(CodesSQL.adopt, pool, id, pack, now.day, now, actor.person) != nil else { return }
            try Journal.record(
                in: tx, pool: pool, at: now, id: entry, actor: actor, CodesAction.adopted, on: pool)
        }
    }

    /// The pool follows a pack until the end of today. Conduct before stays judged by it.
    ///
    /// - Throws: `CodesError.notFound` for one that it does not follow.
    package func leave(_ pack: String, by viewer: Viewer) async throws {
        let (now, entry) = (time.now, ids.id(JournalKind.self))
        let actor = JournalActor(viewer, as: .administrator)
        try await database.write { tx in
            guard try tx.first(CodesSQL.leave, viewer.pool, pack, now.day, now, viewer.person) != nil else {
                throw CodesError.notFound
            }
            try Journal.record(
                in: tx, pool: viewer.pool, at: now, id: entry, actor: actor, CodesAction.left, on: viewer.pool)
        }
    }
}

package enum AdoptionKind {}
