// SPDX-License-Identifier: EUPL-1.2

package import Kernel
package import MatchEngine
import SQL

/// One line of a draft.
package struct DraftPair: Sendable {
    package let client: PersonID
    package let clientName: String
    /// `nil` for a client who is with nobody.
    package let practitioner: PersonID?
    package let practitionerName: String
    package let points: Int
    /// Of the client's own list, from 1.
    package let rank: Int
    package let isPinned: Bool
}

/// One page of a draft, by the names of clients.
package struct DraftPage: Sendable {
    package let round: Round
    package let programme: Programme
    package let draft: DraftFigures
    package let pairs: [DraftPair]
    /// From which client the next page goes on; `nil` on the last.
    package let next: Int?
    package let withNobody: Int
}

/// Everything about one client in a draft: with whom and why, with whom instead and at what price.
package struct ClientInDraft: Sendable {
    package struct Alternative: Sendable {
        package let practitioner: PersonID
        package let name: String
        package let organisation: String
        package let points: Int
        package let rank: Int
        /// `nil` where the goal's proof has no prices.
        package let price: PairPrice?
        package let isForbidden: Bool
    }

    package let round: Round
    package let programme: Programme
    package let draft: DraftFigures
    package let client: DraftPair
    package let parts: [(part: ScorePart, points: Int)]
    package let alternatives: [Alternative]
    /// Other clients with whom this one could change practitioners.
    package let swaps: [(client: PersonID, name: String, practitionerName: String)]
    package let bottleneck: Bottleneck?
    /// Names of practitioners in demand, few of them.
    package let inDemand: [String]
}

extension ProgrammeDesk {
    package static let pairsOnPage = 40
    static let alternativesShown = 12

    /// A page of the draft.
    ///
    /// - Parameter onlyWithNobody: leave out those who are with somebody.
    /// - Throws: `ProgrammesError.notFound`, also for a round without a draft.
    package func draftPage(
        _ id: RoundID, from place: Int = 0, onlyWithNobody: Bool = false, for viewer: Viewer
    ) async throws -> DraftPage {
        let state = try await workingState(id, for: viewer)
        guard let draft = state.draft else { throw ProgrammesError.notFound }
        let pins = EditsInForce(state.edits, in: state.input).pins
        let wanted = draft.practitionerOf.indices.filter { !onlyWithNobody || draft.practitionerOf[$0] < 0 }
        let shown = Array(wanted.dropFirst(max(0, place)).prefix(Self.pairsOnPage))
        let people =
            shown.map { state.input.clients[$0] }
            + shown.compactMap { state.practitioner(of: $0, in: draft) }
        let names = try await names(of: people, pool: viewer.pool)
        let next = max(0, place) + shown.count
        return DraftPage(
            round: state.round, programme: state.programme, draft: state.figures(draft),
            pairs: shown.map { state.pair($0, draft, names, isPinned: pins[$0] != nil) },
            next: next < wanted.count ? next : nil, withNobody: draft.practitionerOf.count { $0 < 0 })
    }

    /// One client of the draft.
    ///
    /// - Throws: `ProgrammesError.notFound`.
    package func client(_ person: PersonID, in id: RoundID, for viewer: Viewer) async throws -> ClientInDraft {
        let state = try await workingState(id, for: viewer)
        guard let draft = state.draft, let client = state.input.clients.firstIndex(of: person) else {
            throw ProgrammesError.notFound
        }
        let force = EditsInForce(state.edits, in: state.input)
        let prices = try await bench.run { try state.prices(of: client, draft, force) }
        let swaps = state.swaps(of: client, draft)
        let known = try await database.read { [state] in
            try ProgrammePeople(state.programme, in: $0, pool: viewer.pool)
        }
        let bottleneck = state.bottleneck(of: client, draft, force)
        let asked = prices.map { state.input.practitioners[$0.practitioner] }
        let demanded = (bottleneck?.practitioners.prefix(12) ?? []).map { state.input.practitioners[$0] }
        let others = swaps.flatMap {
            [state.input.clients[$0]] + (state.practitioner(of: $0, in: draft).map { [$0] } ?? [])
        }
        let own = [person] + (state.practitioner(of: client, in: draft).map { [$0] } ?? [])
        let names = try await names(of: own + asked + demanded + others, pool: viewer.pool)
        return ClientInDraft(
            round: state.round, programme: state.programme, draft: state.figures(draft),
            client: state.pair(client, draft, names, isPinned: force.pins[client] != nil),
            parts: state.parts(of: client, draft, known),
            alternatives: prices.map { entry in
                let practitioner = state.input.practitioners[entry.practitioner]
                return ClientInDraft.Alternative(
                    practitioner: practitioner, name: names[practitioner]?.name ?? "",
                    organisation: names[practitioner]?.organisation ?? "", points: entry.points, rank: entry.rank,
                    price: entry.price,
                    isForbidden: force.forbidden.contains(.init(client: client, practitioner: entry.practitioner)))
            },
            swaps: swaps.map { other in
                let practitioner = state.practitioner(of: other, in: draft)
                return (
                    client: state.input.clients[other], name: names[state.input.clients[other]]?.name ?? "",
                    practitionerName: practitioner.flatMap { names[$0]?.name } ?? ""
                )
            },
            bottleneck: bottleneck, inDemand: demanded.compactMap { names[$0]?.name })
    }

    /// Names of people of the pool.
    func names(of people: [PersonID], pool: PoolID) async throws -> [PersonID: PersonLine] {
        try await database.read { reader in
            let unique = Array(Set(people))
            let rows = try reader.each(RoundSQL.person, unique.map { [pool, $0] })
            var names: [PersonID: PersonLine] = [:]
            for (id, result) in zip(unique, rows) {
                if let row = result.rows.first { names[id] = try PersonLine(row) }
            }
            return names
        }
    }
}

/// What a list says of a person.
struct PersonLine: Sendable {
    let givenName: String
    let familyName: String
    let email: String
    let jobTitle: String
    let grade: String
    let organisation: String

    var name: String { [givenName, familyName].filter { !$0.isEmpty }.joined(separator: " ") }

    init(_ row: Row) throws {
        givenName = try row.text("given_name")
        familyName = try row.text("family_name")
        email = try row.optionalText("email") ?? ""
        jobTitle = try row.text("job_title")
        grade = try row.text("grade")
        organisation = try row.optionalText("organisation") ?? ""
    }
}
