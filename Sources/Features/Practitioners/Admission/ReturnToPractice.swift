// SPDX-License-Identifier: EUPL-1.2

import Journal
package import Kernel
import Pools
import Queues
import SQL

/// Where somebody stands who is hidden, and how far their way back is.
package struct HiddenStanding: Sendable {
    package let id: ID<StandingKind>
    package let since: Timestamp
    /// Their own step rather than the pool's.
    package let isOwn: Bool
    package let until: Day?
    package let askedAt: Timestamp?
    package let approvedAt: Timestamp?
    package let approvedBy: PersonID?
    package let approvedFor: PersonID?

    static func read(_ person: PersonID, in reader: Reader, pool: PoolID) throws -> HiddenStanding? {
        try reader.first(AdmissionSQL.hidden, pool, person).map { row in
            HiddenStanding(
                id: try row.id("id"), since: try row.time("begun_at"),
                isOwn: try row.optionalText("begun_by") == person.text, until: try row.optionalDay("until_on"),
                askedAt: try row.optionalTime("asked_at"), approvedAt: try row.optionalTime("approved_at"),
                approvedBy: try row.optionalID("approved_by"), approvedFor: try row.optionalID("deputy_for"))
        }
    }
}

extension PractitionerDesk {
    /// Stops practising in one step: hidden at once, nothing asked but until when. The way back takes two other people.
    ///
    /// Ethics: global/GLOBAL-3.2, iicm/IICM-B1, wme/WME-6.2
    package func stepBack(until day: Day?, by viewer: Viewer) async throws {
        let (now, standing, entry) = (time.now, ids.id(StandingKind.self), ids.id(JournalKind.self))
        try await database.write { tx in
            try PractitionerStore.touch(in: tx, pool: viewer.pool, viewer.person)
            guard
                try tx.first(
                    PractitionersSQL.beginStanding, viewer.pool, standing, viewer.person, StandingCode.hidden.rawValue,
                    now, viewer.person, day) != nil
            else { return }
            try DirectoryIndex.refresh(in: tx, pool: viewer.pool, viewer.person)
            try Journal.record(
                in: tx, pool: viewer.pool, at: now, id: entry, actor: JournalActor(viewer.person),
                PractitionersAction.steppedBack, on: viewer.person)
        }
    }

    /// Asks to practise again.
    ///
    /// - Throws: `PractitionersError.notFound` for somebody who is not hidden.
    package func askToReturn(by viewer: Viewer) async throws {
        let (now, item) = (time.now, ids.id(QueueItemKind.self))
        try await database.write { tx in
            try PractitionerStore.touch(in: tx, pool: viewer.pool, viewer.person)
            guard let hidden = try HiddenStanding.read(viewer.person, in: tx, pool: viewer.pool) else {
                throw PractitionersError.notFound
            }
            guard try tx.first(AdmissionSQL.askReturn, viewer.pool, hidden.id, now, viewer.person) != nil else {
                return
            }
            try Queue.put(
                .returning, viewer.person, about: viewer.person, in: tx, pool: viewer.pool, at: now, id: item)
        }
    }

    /// The first of two: the lead, an administrator or a deputy of either says that somebody may come back.
    ///
    /// - Throws: `PractitionersError.notFound`, `.ownCase`.
    package func approveReturn(of person: PersonID, by viewer: Viewer) async throws {
        let (now, entry, item) = (time.now, ids.id(JournalKind.self), ids.id(QueueItemKind.self))
        let actor = Self.actor(viewer)
        guard person != viewer.person else { throw PractitionersError.ownCase }
        try await database.write { tx in
            let pool = viewer.pool
            guard try Person.seen(person, by: viewer, on: now.day, in: tx) != nil else {
                throw PractitionersError.notFound
            }
            try PractitionerStore.touch(in: tx, pool: pool, person)
            guard let hidden = try HiddenStanding.read(person, in: tx, pool: pool) else {
                throw PractitionersError.notFound
            }
            _ = try tx.first(AdmissionSQL.askReturn, pool, hidden.id, now, viewer.person)
            guard
                try tx.first(AdmissionSQL.approveReturn, pool, hidden.id, now, viewer.person, actor.deputyFor) != nil
            else { return }
            try Queue.done(.returning, person, in: tx, pool: pool, at: now, by: viewer.person)
            try Queue.put(.unhiding, person, about: person, in: tx, pool: pool, at: now, id: item)
            try Journal.record(
                in: tx, pool: pool, at: now, id: entry, actor: actor, PractitionersAction.returnApproved, on: person)
        }
    }

    /// Whether somebody may be the second after an approval: neither the one it is about, nor the one who approved, nor the one in
    /// whose place the first acted, nor a deputy of the first.
    ///
    /// - Throws: `PractitionersError.ownCase`, `.samePerson`.
    static func checkSecond(
        _ viewer: Viewer, after first: PersonID, for principal: PersonID?, about person: PersonID
    ) throws(PractitionersError) {
        if viewer.person == person { throw .ownCase }
        let second = JournalActor(viewer, as: .administrator)
        let firsts = [first, principal].compactMap { $0 }
        if firsts.contains(viewer.person) || (second.deputyFor.map(firsts.contains) ?? false) { throw .samePerson }
    }
}
