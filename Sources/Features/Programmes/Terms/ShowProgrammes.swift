// SPDX-License-Identifier: EUPL-1.2

package import Kernel
import SQL

/// Programmes as the list shows them: those that the viewer runs, and those in which they may take part.
package struct ProgrammeLists: Sendable {
    package let run: [Programme]
    package let open: [Programme]
}

/// A programme with what whoever runs it must know.
package struct RunProgramme: Sendable {
    package let programme: Programme
    package let organisations: [String]
    package let applications: Int
    package let offers: Int
    package let places: Int
    package let rounds: [RoundLine]
    package let standing: ProgrammeStanding
}

/// A round in the list of a programme.
package struct RoundLine: Sendable {
    package let id: RoundID
    package let number: Int
    package let isRematch: Bool
    package let madeAt: Timestamp
    /// `nil` while it is being solved.
    package let outcome: RoundOutcome?
    package let publishedAt: Timestamp?
}

/// How the published pairs of a programme stand.
package struct ProgrammeStanding: Sendable {
    package let asked: Int
    package let talking: Int
    package let chosen: Int
    /// Clients who have applied and are with nobody at present.
    package let waiting: Int
}

extension ProgrammeDesk {
    package func programmes(for viewer: Viewer) async throws -> ProgrammeLists {
        let day = time.now.day
        return try await database.read { reader in
            let run = try reader.rows(ProgrammeSQL.allRun, viewer.pool, viewer.person, day, 100)
            let open = try reader.rows(ProgrammeSQL.allFor, viewer.pool, viewer.person, day, 100)
            return ProgrammeLists(
                run: try run.map { try ProgrammeStore.programme(from: $0, in: reader, pool: viewer.pool) },
                open: try open.map { try ProgrammeStore.programme(from: $0, in: reader, pool: viewer.pool) })
        }
    }

    /// - Throws: `ProgrammesError.notFound` for whoever does not run it.
    package func run(_ id: ProgrammeID, for viewer: Viewer) async throws -> RunProgramme {
        let day = time.now.day
        return try await database.read { reader in
            let programme = try ProgrammeStore.run(id, by: viewer, on: day, in: reader)
            guard let row = try reader.first(TakingSQL.counts, viewer.pool, id) else { throw ProgrammesError.notFound }
            return RunProgramme(
                programme: programme,
                organisations: try ProgrammeStore.organisations(id, in: reader, pool: viewer.pool).map(\.name),
                applications: try row.int("applications"), offers: try row.int("offers"),
                places: try row.int("places"),
                rounds: try reader.rows(RoundSQL.ofProgramme, viewer.pool, id, 50).map(RoundStore.line),
                standing: ProgrammeStanding(
                    asked: try row.int("asked"), talking: try row.int("talking"), chosen: try row.int("chosen"),
                    waiting: try row.int("waiting")))
        }
    }

    /// Organisations to choose from: a lead's own, or the pool's.
    package func organisations(for viewer: Viewer) async throws -> [(id: OrganisationID, name: String)] {
        let all = try await database.read { reader in
            try reader.rows(ProgrammeSQL.organisationsOfPool, viewer.pool, 200).map {
                (id: try $0.id("id", OrganisationKind.self), name: try $0.text("name"))
            }
        }
        if viewer.has(.administrator) { return all }
        let own = viewer.organisations(as: .lead)
        return all.filter { own.contains($0.id) }
    }
}
