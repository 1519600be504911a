// SPDX-License-Identifier: EUPL-1.2

import Kernel
import Practitioners
import SQL

/// Rows to programmes and back.
enum ProgrammeStore {
    /// A programme that the viewer runs.
    ///
    /// - Throws: `ProgrammesError.notFound`.
    static func run(_ id: ProgrammeID, by viewer: Viewer, on day: Day, in reader: Reader) throws -> Programme {
        guard let row = try reader.first(ProgrammeSQL.run, viewer.pool, id, viewer.person, day) else {
            throw ProgrammesError.notFound
        }
        return try programme(from: row, in: reader, pool: viewer.pool)
    }

    /// A programme in which the viewer may take part.
    ///
    /// - Throws: `ProgrammesError.notFound`.
    static func seen(_ id: ProgrammeID, by viewer: Viewer, in reader: Reader) throws -> Programme {
        guard let row = try reader.first(ProgrammeSQL.seenBy, viewer.pool, id, viewer.person) else {
            throw ProgrammesError.notFound
        }
        return try programme(from: row, in: reader, pool: viewer.pool)
    }

    /// For work that nobody in particular asked for.
    static func any(_ id: ProgrammeID, in reader: Reader, pool: PoolID) throws -> Programme? {
        try reader.first(ProgrammeSQL.byID, pool, id).map { try programme(from: $0, in: reader, pool: pool) }
    }

    static func organisations(_ id: ProgrammeID, in reader: Reader, pool: PoolID) throws -> [(
        id: OrganisationID, name: String
    )] {
        try reader.rows(ProgrammeSQL.organisations, pool, id).map {
            (id: try $0.id("organisation_id"), name: try $0.text("name"))
        }.sorted { $0.name < $1.name }
    }

    static func programme(from row: Row, in reader: Reader, pool: PoolID) throws -> Programme {
        guard let discipline = Discipline(rawValue: try row.text("discipline")),
            let wishes = WishSides(rawValue: try row.text("wishes")),
            let naming = NamingSides(rawValue: try row.text("naming"))
        else { throw DatabaseError.bug("not-a-code-in-programme") }
        let id: ProgrammeID = try row.id("id")
        let terms = ProgrammeTerms(
            name: try row.text("name"), about: try row.text("about"), discipline: discipline,
            opensOn: try row.day("opens_on"), closesOn: try row.day("closes_on"), beginsOn: try row.day("begins_on"),
            endsOn: try row.day("ends_on"), sessions: try row.int("sessions"), wishes: wishes, naming: naming,
            organisations: try organisations(id, in: reader, pool: pool).map(\.id),
            grades: try row.text("grades").split(separator: ",").map(String.init), onlyFree: try row.bool("only_free"))
        return Programme(
            id: id, terms: terms, owner: try row.optionalID("organisation_id"),
            ownerName: try row.optionalText("owner_name"), version: try row.int("version"))
    }
}
