// SPDX-License-Identifier: EUPL-1.2

package import Kernel
package import SQL

package enum TieKind: String, CaseIterable, Sendable {
    case lineManagement = "line-management"
    case team, family, friendship, business, supervisor, sponsor

    package var words: String { "tie.kind.\(rawValue)" }
}

package enum TieSubject {}
package typealias TieID = ID<TieSubject>

/// A tie that somebody declared. The two never meet in a search or a profile again, in either direction, and it looks as if there
/// were no place; who declared what is read by nobody but them.
package struct Tie: Sendable {
    package let id: TieID
    package let other: String
    package let kind: TieKind
    package let declaredAt: Timestamp
}

/// Whom a viewer is kept apart from by ties, in either direction: read once for a page, so that a search joins nothing.
package struct Ties: Sendable {
    private let apart: Set<PersonID>

    package static func read(for viewer: Viewer, in reader: Reader) throws -> Ties {
        Ties(
            apart: Set(
                try reader.rows(TieSQL.apart, viewer.pool, viewer.person).map { try $0.id("person_id") }))
    }

    package func contains(_ person: PersonID) -> Bool { apart.contains(person) }

    package static func all(of viewer: Viewer, in reader: Reader) throws -> [Tie] {
        try reader.rows(TieSQL.own, viewer.pool, viewer.person).compactMap { row in
            guard let kind = TieKind(rawValue: try row.text("kind")) else { return nil }
            return Tie(
                id: try row.id("id"), other: try row.text("other_key"), kind: kind,
                declaredAt: try row.time("declared_at"))
        }
    }
}

extension PractitionerDesk {
    package func ties(of viewer: Viewer) async throws -> [Tie] {
        try await database.read { try Ties.all(of: viewer, in: $0) }
    }

    /// Declares a tie by the other's address, at most a hundred. The answer is the same whether somebody of the pool has it or not.
    ///
    /// Ethics: global/GLOBAL-1.18, wme/WME-4.9
    ///
    /// - Throws: `PractitionersError.tooManyTies`.
    package func declare(_ kind: TieKind, with email: String, by viewer: Viewer) async throws {
        let (now, id) = (time.now, ids.id(TieSubject.self))
        try await database.write { tx in
            guard try tx.rows(TieSQL.own, viewer.pool, viewer.person).count < 100 else {
                throw PractitionersError.tooManyTies
            }
            try tx.run(TieSQL.declare, viewer.pool, id, viewer.person, Text.emailKey(email), kind.rawValue, now)
        }
    }

    /// - Throws: `PractitionersError.notFound` for another's.
    package func endTie(_ tie: TieID, by viewer: Viewer) async throws {
        let now = time.now
        try await database.write { tx in
            guard try tx.run(TieSQL.end, viewer.pool, tie, viewer.person, now) == 1 else {
                throw PractitionersError.notFound
            }
        }
    }
}
