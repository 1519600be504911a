// SPDX-License-Identifier: EUPL-1.2

import Codes
import Journal
package import Kernel
import Pools
import Queues
import SQL

extension PractitionerDesk {
    /// Asks to be listed. A published profile and the newest edition of the code come first; claims may follow.
    ///
    /// - Throws: `PractitionersError.noProfile`, `.codeNotAccepted`, `.listedAlready`.
    package func apply(by viewer: Viewer) async throws {
        let (now, id) = (time.now, ids.id(AdmissionSubject.self))
        let (entry, item) = (ids.id(JournalKind.self), ids.id(QueueItemKind.self))
        try await database.write { tx in
            let pool = viewer.pool
            try PractitionerStore.touch(in: tx, pool: pool, viewer.person)
            guard try PractitionerStore.standing(in: tx, pool: pool, viewer.person).isApplicant else {
                throw PractitionersError.listedAlready
            }
            try Self.checkReady(viewer.person, in: tx, pool: pool)
            guard try tx.first(AdmissionSQL.apply, pool, id, viewer.person, now) != nil else { return }
            try Queue.put(.application, viewer.person, about: viewer.person, in: tx, pool: pool, at: now, id: item)
            try Journal.record(
                in: tx, pool: pool, at: now, id: entry, actor: JournalActor(viewer.person),
                PractitionersAction.applied, on: viewer.person)
        }
    }

    /// Accepts the newest edition of the code, and is judged anew.
    ///
    /// Ethics: wme/WME-1, wme/WME-3.1, wme/WME-3.4, global/GLOBAL-2.9
    ///
    /// - Throws: `CodesError.changedMeanwhile`, `PractitionersError.notFound`.
    package func acceptCode(_ number: Int, by viewer: Viewer) async throws {
        let (now, key, entry, stock) = (time.now, shuffleKey, ids.id(JournalKind.self), GateStock(ids, people: 1))
        try await database.write { tx in
            try PractitionerStore.begin(in: tx, pool: viewer.pool, viewer.person, shuffleKey: key, at: now)
            try CodesDesk.accept(number, in: tx, by: viewer, at: now, entry: entry)
            try Gates.judge(viewer.person, in: tx, pool: viewer.pool, at: now, stock)
        }
    }

    static func checkReady(_ person: PersonID, in tx: Transaction, pool: PoolID) throws {
        guard try PractitionerStore.profile(in: tx, pool: pool, person, .published) != nil else {
            throw PractitionersError.noProfile
        }
        let accepted = try CodesDesk.accepted(by: person, in: tx, pool: pool).first?.number ?? 0
        guard accepted >= (try CodeEditions.read(in: tx, pool: pool)).neededToEnter else {
            throw PractitionersError.codeNotAccepted
        }
    }
}
