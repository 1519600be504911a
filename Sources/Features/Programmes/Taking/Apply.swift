// SPDX-License-Identifier: EUPL-1.2

import Journal
package import Kernel
package import Practitioners
import SQL

/// What a client has done in a programme.
package struct OwnApplication: Sendable {
    package let programme: Programme
    /// `nil` for whoever has not applied.
    package let choices: Choices?
    package let isEligible: Bool
}

extension ProgrammeDesk {
    /// Applies, or changes an application, while the programme is open. Closed choices only.
    ///
    /// - Throws: `ProgrammesError.notFound`, `.notOpen`, `.notEligible`.
    package func apply(to id: ProgrammeID, with choices: Choices, by viewer: Viewer) async throws {
        let (now, application, entry) = (time.now, ids.id(ApplicationKind.self), ids.id(JournalKind.self))
        try await database.write { tx in
            let programme = try ProgrammeStore.seen(id, by: viewer, in: tx)
            guard programme.phase(on: now.day) == .open else { throw ProgrammesError.notOpen }
            guard try Self.isEligible(viewer.person, for: programme, in: tx, pool: viewer.pool) else {
                throw ProgrammesError.notEligible
            }
            try Self.apply(
                viewer.person, to: id, with: choices, in: tx, pool: viewer.pool, at: now, application,
                by: viewer.person)
            try Journal.record(
                in: tx, pool: viewer.pool, at: now, id: entry, actor: JournalActor(viewer.person),
                ProgrammesAction.applied, on: id)
        }
    }

    /// Takes an application back, whenever; nobody asks why. A request that came of it stays with its own two people.
    ///
    /// - Throws: `ProgrammesError.notFound`.
    package func withdrawApplication(from id: ProgrammeID, by viewer: Viewer) async throws {
        let (now, entry) = (time.now, ids.id(JournalKind.self))
        try await database.write { tx in
            guard
                try tx.run(TakingSQL.endApplication, viewer.pool, id, viewer.person, now, viewer.person) == 1
            else { throw ProgrammesError.notFound }
            try tx.run(TakingSQL.forgetNamed, viewer.pool, id, viewer.person)
            try Journal.record(
                in: tx, pool: viewer.pool, at: now, id: entry, actor: JournalActor(viewer.person),
                ProgrammesAction.withdrew, on: id)
        }
    }

    /// - Throws: `ProgrammesError.notFound`.
    package func application(to id: ProgrammeID, of viewer: Viewer) async throws -> OwnApplication {
        try await database.read { reader in
            let programme = try ProgrammeStore.seen(id, by: viewer, in: reader)
            let row = try reader.first(TakingSQL.application, viewer.pool, id, viewer.person)
            return OwnApplication(
                programme: programme, choices: try row.map { Choices(stored: try $0.text("choices")) },
                isEligible: try Self.isEligible(viewer.person, for: programme, in: reader, pool: viewer.pool))
        }
    }

    static func apply(
        _ client: PersonID, to id: ProgrammeID, with choices: Choices, in tx: Transaction, pool: PoolID,
        at now: Timestamp, _ application: ID<ApplicationKind>, by: PersonID
    ) throws {
        try tx.run(TakingSQL.endApplication, pool, id, client, now, by)
        try tx.run(TakingSQL.apply, pool, application, id, client, choices.text, now)
    }

    static func isEligible(
        _ person: PersonID, for programme: Programme, in reader: Reader, pool: PoolID
    ) throws -> Bool {
        guard let row = try reader.first(ProgrammeSQL.eligibility, pool, programme.id, person),
            try row.bool("is_client"), try row.bool("is_of_organisation")
        else { return false }
        let grades = programme.terms.grades
        let grade = Text.folded(try row.text("grade"))
        return grades.isEmpty || grades.contains(grade)
    }
}
