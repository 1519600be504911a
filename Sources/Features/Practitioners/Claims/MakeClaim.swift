// SPDX-License-Identifier: EUPL-1.2

import Journal
package import Kernel
import Queues
import SQL

extension PractitionerDesk {
    /// Writes down what a practitioner says of themselves. Nobody else reads it but those who check it, until they have.
    ///
    /// - Throws: `PractitionersError.notFound` for somebody who is no practitioner, `.lastDayNeeded`, `.daysBackwards`.
    package func claim(_ details: ClaimDetails, by viewer: Viewer) async throws -> ClaimID {
        let (now, key, id) = (time.now, shuffleKey, ids.id(ClaimSubject.self))
        let (entry, item) = (ids.id(JournalKind.self), ids.id(QueueItemKind.self))
        if details.kind.needsLastDay, details.until == nil { throw PractitionersError.lastDayNeeded }
        if let from = details.from, let until = details.until, until < from { throw PractitionersError.daysBackwards }
        try await database.write { tx in
            let pool = viewer.pool
            try PractitionerStore.begin(in: tx, pool: pool, viewer.person, shuffleKey: key, at: now)
            try tx.run(
                ClaimSQL.add, pool, id, viewer.person, details.kind.rawValue, details.title, details.issuer,
                details.number, details.from, details.until, now)
            try tx.run(
                ClaimSQL.addStep, pool, id, 1, ClaimStep.made.rawValue, now, viewer.person, PersonID?.none,
                String?.none)
            try Queue.put(
                details.kind.isConfirmedByLead ? .expertise : .claim, id, about: viewer.person, in: tx, pool: pool,
                at: now, id: item)
            try Journal.record(
                in: tx, pool: pool, at: now, id: entry, actor: JournalActor(viewer.person),
                PractitionersAction.claimMade, on: id)
        }
        return id
    }

    /// Adds a file to one's own claim, at most five.
    ///
    /// - Throws: `PractitionersError.notFound`.
    package func add(_ file: EvidenceFile, to claim: ClaimID, by viewer: Viewer) async throws {
        let (now, id) = (time.now, ids.id(EvidenceSubject.self))
        try await database.write { tx in
            // Two uploads at once wait for each other here.
            guard try tx.first(ClaimSQL.holdOwn, viewer.pool, claim, viewer.person) != nil,
                try tx.rows(ClaimSQL.evidenceOf, viewer.pool, claim).count < 5
            else { throw PractitionersError.notFound }
            try tx.run(
                ClaimSQL.addEvidence, viewer.pool, id, claim, file.name, file.kind.rawValue, file.bytes,
                file.bytes.count, now, viewer.person)
        }
    }
}

extension ClaimSubject: JournalSubject { package static var subjectCode: String { "claim" } }
