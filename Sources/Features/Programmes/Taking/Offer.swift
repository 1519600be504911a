// SPDX-License-Identifier: EUPL-1.2

import Journal
package import Kernel
package import Practitioners
import SQL

/// What a practitioner has done in a programme.
package struct OwnOffer: Sendable {
    package let programme: Programme
    /// `nil` for whoever offers nothing.
    package let places: Int?
    /// Topics that they would like most.
    package let liked: Choices
    /// What their profile offers; `nil` for whoever cannot be found at present.
    package let profile: Choices?
    package let mostPlaces: Int
}

extension ProgrammeDesk {
    /// Offers places, or changes an offer, while the programme is open.
    ///
    /// - Parameter liked: topics of their profile that they would like most.
    /// - Throws: `ProgrammesError.notFound`, `.notOpen`, `.notListed`, `.notOffered`.
    package func offer(_ places: Int, liking liked: Choices, to id: ProgrammeID, by viewer: Viewer) async throws {
        let (now, offer, entry) = (time.now, ids.id(OfferKind.self), ids.id(JournalKind.self))
        try await database.write { tx in
            let programme = try ProgrammeStore.seen(id, by: viewer, in: tx)
            guard programme.phase(on: now.day) == .open else { throw ProgrammesError.notOpen }
            try Self.offer(
                places, liking: liked, by: viewer.person, to: programme, in: tx, pool: viewer.pool, at: now, offer)
            try Journal.record(
                in: tx, pool: viewer.pool, at: now, id: entry, actor: JournalActor(viewer.person),
                ProgrammesAction.offered, on: id)
        }
    }

    /// Takes an offer back; requests that came of it stay with their own two people.
    ///
    /// - Throws: `ProgrammesError.notFound`.
    package func withdrawOffer(from id: ProgrammeID, by viewer: Viewer) async throws {
        let (now, entry) = (time.now, ids.id(JournalKind.self))
        try await database.write { tx in
            guard try tx.run(TakingSQL.endOffer, viewer.pool, id, viewer.person, now, viewer.person) == 1 else {
                throw ProgrammesError.notFound
            }
            try tx.run(TakingSQL.forgetNamed, viewer.pool, id, viewer.person)
            try Journal.record(
                in: tx, pool: viewer.pool, at: now, id: entry, actor: JournalActor(viewer.person),
                ProgrammesAction.offerEnded, on: id)
        }
    }

    /// - Throws: `ProgrammesError.notFound`.
    package func offer(to id: ProgrammeID, of viewer: Viewer) async throws -> OwnOffer {
        try await database.read { reader in
            let programme = try ProgrammeStore.seen(id, by: viewer, in: reader)
            let row = try reader.first(TakingSQL.offered, viewer.pool, id, viewer.person)
            let practice = try reader.first(TakingSQL.practice, viewer.pool, viewer.person)
            return OwnOffer(
                programme: programme, places: try row?.int("places"),
                liked: Choices(stored: try row?.text("choices") ?? ""),
                profile: try practice.map { Choices(stored: try $0.text("choices")) },
                mostPlaces: try practice?.int("places") ?? 0)
        }
    }

    static func offer(
        _ places: Int, liking liked: Choices, by practitioner: PersonID, to programme: Programme, in tx: Transaction,
        pool: PoolID, at now: Timestamp, _ offer: ID<OfferKind>
    ) throws {
        guard let practice = try tx.first(TakingSQL.practice, pool, practitioner) else {
            throw ProgrammesError.notListed
        }
        let profile = Choices(stored: try practice.text("choices"))
        guard profile.contains(programme.terms.discipline), places <= (try practice.int("places")) else {
            throw ProgrammesError.notOffered
        }
        var kept = Choices()
        kept.insert(liked.all(Specialism.self).filter(profile.contains))
        try tx.run(TakingSQL.endOffer, pool, programme.id, practitioner, now, practitioner)
        try tx.run(TakingSQL.offer, pool, offer, programme.id, practitioner, places, kept.text, now)
    }
}
