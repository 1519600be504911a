// SPDX-License-Identifier: EUPL-1.2

import Journal
package import Kernel
import Matching
import Practitioners
import SQL

/// What publishing a round did.
package struct PublishedRound: Sendable {
    package let pairs: Int
    /// Pairs of the draft that could not be begun any more: somebody has gone, is with somebody else, or has no place left.
    package let leftOut: Int
}

extension ProgrammeDesk {
    /// Publishes the draft of a round, once: each pair becomes an ordinary request, which either side may still decline.
    ///
    /// - Parameter version: the number of the edit that the page showed.
    /// - Throws: `ProgrammesError.notFound`, `.movedOn`, `.published`.
    @discardableResult
    package func publish(_ id: RoundID, from version: Int, by viewer: Viewer) async throws -> PublishedRound {
        let (now, entry) = (time.now, ids.id(JournalKind.self))
        let state = try await workingState(id, for: viewer)
        guard state.round.canBeEdited else { throw ProgrammesError.published }
        guard state.round.version == version, let draft = state.draft else { throw ProgrammesError.movedOn }
        let pairs = Publication.pairs(draft.practitionerOf, in: state.input)
        let publication = Publication(round: id, programme: state.round.programme, pairs: pairs, ids: ids)
        return try await database.write { tx in
            guard try tx.first(RoundSQL.touch, viewer.pool, id, version) != nil else { throw ProgrammesError.movedOn }
            let (_, programme) = try RoundStore.round(id, for: viewer, on: now.day, in: tx)
            let done = try publication.write(programme, in: tx, pool: viewer.pool, at: now, by: viewer.person)
            try Journal.record(
                in: tx, pool: viewer.pool, at: now, id: entry, actor: Self.actor(viewer), ProgrammesAction.published,
                on: id)
            return done
        }
    }
}

/// The pairs of a round on their way to become requests.
struct Publication: Sendable {
    struct Pair: Sendable {
        let client: PersonID
        let practitioner: PersonID
    }

    private let round: RoundID
    private let programme: ProgrammeID
    private let pairs: [(pair: Pair, request: RequestID, step: StepIDs)]

    init(round: RoundID, programme: ProgrammeID, pairs: [Pair], ids: any IDSource) {
        self.round = round
        self.programme = programme
        self.pairs = pairs.map { (pair: $0, request: ids.id(), step: StepIDs(ids)) }
    }

    static func pairs(_ practitionerOf: [Int32], in input: RoundInput) -> [Pair] {
        practitionerOf.enumerated().compactMap { client, practitioner in
            practitioner < 0
                ? nil : Pair(client: input.clients[client], practitioner: input.practitioners[Int(practitioner)])
        }
    }

    /// Begins the requests of all pairs that still can be: who has gone since the round was frozen is left out.
    ///
    /// - Throws: `ProgrammesError.published` for a round that was published before.
    func write(
        _ programme: Programme, in tx: Transaction, pool: PoolID, at now: Timestamp, by person: PersonID?
    ) throws -> PublishedRound {
        guard try tx.first(ProgrammeSQL.touch, pool, programme.id) != nil,
            try tx.first(RoundSQL.publish, pool, round, now, person) != nil
        else { throw ProgrammesError.published }
        let people = try ProgrammePeople(programme, in: tx, pool: pool)
        var clients: [PersonID: Applicant] = [:]
        for client in people.applicants where !client.isPlaced { clients[client.person] = client }
        var practitioners: [PersonID: (offering: Offering, left: Int)] = [:]
        for offering in people.offerings { practitioners[offering.person] = (offering, offering.places) }
        var found: [FoundPair] = []
        for (pair, request, step) in pairs {
            guard let client = clients.removeValue(forKey: pair.client),
                let practitioner = practitioners[pair.practitioner], practitioner.left > 0,
                people.score(client, practitioner.offering) != nil,
                let wish = Self.wish(client, practitioner.offering, programme)
            else { continue }
            practitioners[pair.practitioner]?.left -= 1
            found.append(
                FoundPair(
                    request: request, client: pair.client, practitioner: pair.practitioner, wish: wish, ids: step))
        }
        try MatchingDesk.begin(found, origin: round, in: tx, pool: pool, at: now)
        try tx.each(
            RoundSQL.addMatch,
            found.map { [pool, round, $0.client, $0.practitioner, self.programme, $0.request] })
        return PublishedRound(pairs: found.count, leftOut: pairs.count - found.count)
    }

    /// What the client asked for, as the practitioner will read it.
    private static func wish(_ client: Applicant, _ practitioner: Offering, _ programme: Programme) -> RequestWish? {
        guard
            let format = client.choices.all(MeetingFormat.self).first(where: { practitioner.choices.contains($0) })
        else { return nil }
        var choices = Choices()
        choices.insert(client.choices.all(Specialism.self))
        choices.insert(client.choices.all(UsualTime.self))
        return RequestWish(discipline: programme.terms.discipline, format: format, choices: choices)
    }
}
