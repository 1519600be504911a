// SPDX-License-Identifier: EUPL-1.2

import Journal
package import Kernel
import Pools
import Queues
import SQL

extension PractitionerDesk {
    /// Notes that a reference came, and from whom.
    ///
    /// - Throws: `PractitionersError.notFound`, `.ownCase`.
    package func noteReference(from name: String, for person: PersonID, by viewer: Viewer) async throws {
        try await step(.reference, detail: name, for: person, by: viewer)
    }

    /// Notes that somebody was inducted.
    package func noteInduction(of person: PersonID, by viewer: Viewer) async throws {
        try await step(.induction, for: person, by: viewer)
    }

    /// The lead's word that somebody may practise for their organisation; for people of none, an administrator's.
    ///
    /// - Throws: `PractitionersError.notFound`, `.ownCase`, `.referencesMissing`, `.inductionMissing`.
    package func approve(_ person: PersonID, by viewer: Viewer) async throws {
        try await step(.approved, for: person, by: viewer)
    }

    /// Ends an application without a listing. They may apply again.
    package func decline(_ person: PersonID, by viewer: Viewer) async throws {
        try await step(.declined, for: person, by: viewer)
    }

    private func step(
        _ step: AdmissionStep, detail: String = "", for person: PersonID, by viewer: Viewer
    ) async throws {
        let (now, id, entry, item) = (
            time.now, ids.id(AdmissionSubject.self), ids.id(JournalKind.self), ids.id(QueueItemKind.self)
        )
        let actor = Self.actor(viewer)
        guard person != viewer.person else { throw PractitionersError.ownCase }
        try await database.write { tx in
            let pool = viewer.pool
            guard try Person.seen(person, by: viewer, on: now.day, in: tx) != nil,
                let admission: AdmissionID = try tx.first(AdmissionSQL.move, pool, person)?.id("id")
            else { throw PractitionersError.notFound }
            if step == .approved, let open = try Admission.open(of: person, in: tx, pool: pool) {
                try AdmissionRules.read(in: tx, pool: pool).check(open)
            }
            try tx.run(
                AdmissionSQL.addStep, pool, id, admission, step.rawValue, detail, now, viewer.person, actor.deputyFor)
            switch step {
            case .reference, .induction: break
            case .approved:
                try Queue.done(.application, person, in: tx, pool: pool, at: now, by: viewer.person)
                try Queue.put(.listing, person, about: person, in: tx, pool: pool, at: now, id: item)
            case .declined:
                try tx.run(AdmissionSQL.end, pool, person, now, "declined")
                try Queue.done(.application, person, in: tx, pool: pool, at: now, by: viewer.person)
                try Queue.done(.listing, person, in: tx, pool: pool, at: now, by: viewer.person)
            }
            try Journal.record(
                in: tx, pool: pool, at: now, id: entry, actor: actor, PractitionersAction(step), on: person)
        }
    }
}

extension PractitionersAction {
    fileprivate init(_ step: AdmissionStep) {
        switch step {
        case .reference: self = .referenceNoted
        case .induction: self = .inducted
        case .approved: self = .approved
        case .declined: self = .declined
        }
    }
}
