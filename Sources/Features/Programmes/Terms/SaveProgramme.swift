// SPDX-License-Identifier: EUPL-1.2

import Journal
package import Kernel
import Practitioners
import SQL

extension ProgrammeDesk {
    /// Sets up a programme.
    ///
    /// - Parameter owner: the organisation whose lead runs it, `nil` for the whole pool's, which takes an administrator. A lead's
    ///   programme is for people of that organisation.
    /// - Throws: `ProgrammesError.daysBackwards`, `.notYourOrganisation`.
    package func make(_ terms: ProgrammeTerms, owner: OrganisationID?, by viewer: Viewer) async throws -> ProgrammeID {
        let (now, id, entry) = (time.now, ids.id(ProgrammeKind.self), ids.id(JournalKind.self))
        let terms = try Self.checked(terms, owner: owner, by: viewer)
        try await database.write { tx in
            try tx.run(
                ProgrammeSQL.insert, viewer.pool, id, owner, terms.name, terms.about, terms.discipline.rawValue,
                terms.opensOn, terms.closesOn, terms.beginsOn, terms.endsOn, terms.sessions, terms.wishes.rawValue,
                terms.naming.rawValue, terms.grades.joined(separator: ","), terms.onlyFree, now, viewer.person)
            try tx.each(ProgrammeSQL.addOrganisation, terms.organisations.map { [viewer.pool, id, $0] })
            try Journal.record(
                in: tx, pool: viewer.pool, at: now, id: entry, actor: Self.actor(viewer), ProgrammesAction.made, on: id)
        }
        return id
    }

    /// Changes a programme; who has applied or offered stays.
    ///
    /// - Parameter version: of the programme that was shown.
    /// - Throws: `ProgrammesError.notFound`, `.movedOn`, `.daysBackwards`.
    package func change(
        _ id: ProgrammeID, to terms: ProgrammeTerms, from version: Int, by viewer: Viewer
    ) async throws {
        let (now, entry) = (time.now, ids.id(JournalKind.self))
        try await database.write { tx in
            let before = try ProgrammeStore.run(id, by: viewer, on: now.day, in: tx)
            let terms = try Self.checked(terms, owner: before.owner, by: viewer)
            let changed = try tx.run(
                ProgrammeSQL.update, viewer.pool, id, terms.name, terms.about, terms.discipline.rawValue,
                terms.opensOn, terms.closesOn, terms.beginsOn, terms.endsOn, terms.sessions, terms.wishes.rawValue,
                terms.naming.rawValue, terms.grades.joined(separator: ","), terms.onlyFree, version)
            guard changed == 1 else { throw ProgrammesError.movedOn }
            try tx.run(ProgrammeSQL.dropOrganisations, viewer.pool, id)
            try tx.each(ProgrammeSQL.addOrganisation, terms.organisations.map { [viewer.pool, id, $0] })
            try Journal.record(
                in: tx, pool: viewer.pool, at: now, id: entry, actor: Self.actor(viewer), ProgrammesAction.changed,
                on: id)
        }
    }

    /// By which role somebody runs programmes.
    static func actor(_ viewer: Viewer) -> JournalActor {
        JournalActor(viewer, as: viewer.has(.administrator) ? .administrator : .lead)
    }

    private static func checked(
        _ terms: ProgrammeTerms, owner: OrganisationID?, by viewer: Viewer
    ) throws -> ProgrammeTerms {
        guard terms.daysAreInOrder else { throw ProgrammesError.daysBackwards }
        var terms = terms
        if !viewer.has(.administrator) {
            guard let owner, viewer.organisations(as: .lead).contains(owner) else {
                throw ProgrammesError.notYourOrganisation
            }
        }
        if let owner { terms.organisations = [owner] }
        return terms
    }
}
