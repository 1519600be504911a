// SPDX-License-Identifier: EUPL-1.2

import Codes
package import Journal
package import Kernel
import Pools
import Queues
import SQL

extension PractitionerDesk {
    /// Makes an applicant somebody whom clients can find.
    ///
    /// This is the one place where that happens: whatever a pool requires of its practitioners is asked here. The profile is published
    /// and its words are checked, the newest edition of the code accepted, what the work asks for verified, the lead has approved, and
    /// whoever lists is a second person.
    ///
    /// Ethics: wme/WME-1, wme/WME-3.4, global/GLOBAL-2.14
    ///
    /// - Throws: `PractitionersError.notFound`, `.noProfile`, `.codeNotAccepted`, `.gateShut`, `.claimedWords`, `.approvalNeeded`,
    ///   `.ownCase`, `.samePerson`.
    package func list(_ person: PersonID, by viewer: Viewer) async throws {
        try await list(person, pool: viewer.pool, actor: JournalActor(viewer, as: .administrator), second: viewer)
    }

    /// The same for the operator and for a pool of fictional people, without anybody's approval.
    package func list(_ person: PersonID, pool: PoolID, actor: JournalActor) async throws {
        try await list(person, pool: pool, actor: actor, second: nil)
    }

    private func list(_ person: PersonID, pool: PoolID, actor: JournalActor, second: Viewer?) async throws {
        let (now, key, stock) = (time.now, shuffleKey, GateStock(ids, people: 1))
        let (standing, entry, letter) = (ids.id(StandingKind.self), ids.id(JournalKind.self), ids.id(OutboxKind.self))
        try await database.write { tx in
            try PractitionerStore.begin(in: tx, pool: pool, person, shuffleKey: key, at: now)
            try Self.checkReady(person, in: tx, pool: pool)
            try Self.checkWords(of: person, .published, on: now.day, in: tx, pool: pool)
            try Gates.judge(person, in: tx, pool: pool, at: now, stock)
            if try Gates.gate(of: person, in: tx, pool: pool)?.isOpen == false { throw PractitionersError.gateShut }
            if let second { try Self.checkApproval(of: person, by: second, in: tx) }
            guard
                try tx.first(
                    PractitionersSQL.beginStanding, pool, standing, person, StandingCode.listed.rawValue, now,
                    actor.person, Day?.none) != nil
            else { return }
            try tx.run(AdmissionSQL.end, pool, person, now, "listed")
            for kind in [QueueKind.application, .listing] {
                try Queue.done(kind, person, in: tx, pool: pool, at: now, by: actor.person)
            }
            try DirectoryIndex.refresh(in: tx, pool: pool, person)
            try Journal.record(
                in: tx, pool: pool, at: now, id: entry, actor: actor, PractitionersAction.listed, on: person)
            if second != nil {
                try Notice.add(
                    PracticeLetter.listed, to: person, about: standing, in: tx, pool: pool, at: now, id: letter)
            }
        }
    }

    private static func checkApproval(of person: PersonID, by second: Viewer, in tx: Transaction) throws {
        guard let admission = try Admission.open(of: person, in: tx, pool: second.pool),
            let approval = admission.approval
        else { throw PractitionersError.approvalNeeded }
        try checkSecond(second, after: approval.by, for: approval.principal, about: person)
    }
}

package enum StandingKind {}
