// SPDX-License-Identifier: EUPL-1.2

package import Kernel
import SQL

/// Somebody who may be named.
package struct Nameable: Sendable {
    package let person: PersonID
    package let name: String
    package let organisation: String
    /// As which they are named already.
    package let place: Int?
}

/// Whom somebody may name in a programme: those who fit best first.
package struct NamingList: Sendable {
    package let programme: Programme
    package let people: [Nameable]
    package let byClient: Bool
}

extension ProgrammeDesk {
    /// How many a page shows; those who are named already always.
    package static let mostNameable = 30
    package static let mostNamed = 5

    /// Those whom the viewer may name: practitioners who offer places, for a client; applicants, for a practitioner where the
    /// programme lets both sides name.
    ///
    /// - Throws: `ProgrammesError.notFound` for whoever takes no part or may name nobody.
    package func nameable(in id: ProgrammeID, for viewer: Viewer) async throws -> NamingList {
        try await database.read { reader in
            let programme = try ProgrammeStore.seen(id, by: viewer, in: reader)
            let people = try ProgrammePeople(programme, in: reader, pool: viewer.pool)
            let own = people.named[viewer.person] ?? [:]
            var ranked: [(Nameable, Int32)]
            let byClient: Bool
            if programme.terms.naming != .nobody,
                let client = people.applicants.first(where: { $0.person == viewer.person })
            {
                byClient = true
                ranked = people.offerings.compactMap { other in
                    people.score(client, other).map { score in
                        (
                            Nameable(
                                person: other.person, name: other.name, organisation: other.organisation,
                                place: own[other.person]), score.client
                        )
                    }
                }
            } else if programme.terms.naming == .both,
                let practitioner = people.offerings.first(where: { $0.person == viewer.person })
            {
                byClient = false
                ranked = people.applicants.compactMap { other in
                    people.score(other, practitioner).map { score in
                        (
                            Nameable(
                                person: other.person, name: other.name, organisation: other.organisation,
                                place: own[other.person]), score.practitioner
                        )
                    }
                }
            } else {
                throw ProgrammesError.notFound
            }
            ranked.sort { left, right in
                let (first, second) = (left.0.place ?? .max, right.0.place ?? .max)
                return first != second ? first < second : (left.1, right.0.name) > (right.1, left.0.name)
            }
            return NamingList(
                programme: programme, people: ranked.prefix(Self.mostNameable).map(\.0), byClient: byClient)
        }
    }

    /// Names people, first to fifth, in place of whom the viewer named before. Whoever may not be named is left out silently:
    /// an exclusion tells nobody why.
    ///
    /// - Throws: `ProgrammesError.notFound`, `.notOpen`, `.twiceNamed`.
    package func name(_ people: [(person: PersonID, place: Int)], in id: ProgrammeID, by viewer: Viewer) async throws {
        guard Set(people.map(\.place)).count == people.count else { throw ProgrammesError.twiceNamed }
        let now = time.now
        let allowed = Set(try await nameable(in: id, for: viewer).people.map(\.person))
        let kept = people.filter { allowed.contains($0.person) && (1...Self.mostNamed).contains($0.place) }
        try await database.write { tx in
            let programme = try ProgrammeStore.seen(id, by: viewer, in: tx)
            guard programme.phase(on: now.day) == .open || programme.phase(on: now.day) == .matching else {
                throw ProgrammesError.notOpen
            }
            try tx.run(TakingSQL.forgetNamed, viewer.pool, id, viewer.person)
            try tx.each(
                TakingSQL.name, kept.map { [viewer.pool, id, viewer.person, $0.person, $0.place] })
        }
    }
}
