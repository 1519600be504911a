// SPDX-License-Identifier: EUPL-1.2

import Kernel
import MatchEngine

/// What a page asks of a draft.
extension WorkingState {
    struct Priced: Sendable {
        let practitioner: Int
        let points: Int
        let rank: Int
        let price: PairPrice?
    }

    func figures(_ draft: Draft) -> DraftFigures {
        DraftFigures(number: round.version, goal: draft.goal, measure: draft.measure)
    }

    func practitioner(of client: Int, in draft: Draft) -> PersonID? {
        let found = Int(draft.practitionerOf[client])
        return found < 0 ? nil : input.practitioners[found]
    }

    func pair(_ client: Int, _ draft: Draft, _ names: [PersonID: PersonLine], isPinned: Bool) -> DraftPair {
        let practitioner = practitioner(of: client, in: draft)
        let index = input.index(client: client, practitioner: Int(draft.practitionerOf[client]))
        return DraftPair(
            client: input.clients[client], clientName: names[input.clients[client]]?.name ?? "",
            practitioner: practitioner, practitionerName: practitioner.flatMap { names[$0]?.name } ?? "",
            points: index.map { Int(input.joint(input.pairs[$0])) } ?? 0,
            rank: index.map { input.rank(client: client, index: $0) } ?? 0, isPinned: isPinned)
    }

    func parts(
        of client: Int, _ draft: Draft, _ people: ProgrammePeople
    ) -> [(part: ScorePart, points: Int)] {
        guard let practitioner = practitioner(of: client, in: draft),
            let one = people.applicants.first(where: { $0.person == input.clients[client] }),
            let other = people.offerings.first(where: { $0.person == practitioner })
        else { return [] }
        let parts = PairScore.parts(
            one.facts, other.facts, named: people.named[one.person]?[practitioner],
            namedBack: people.named[practitioner]?[one.person])
        switch input.wishes {
        case .both: return parts
        case .clients: return parts.filter { ![.liked, .namedBack].contains($0.part) }
        case .practitioners: return parts.filter { [.liked, .namedBack].contains($0.part) }
        }
    }

    /// The client's best alternatives, each with the least that insisting on it costs the others, where the goal has prices.
    func prices(of client: Int, _ draft: Draft, _ force: EditsInForce) throws -> [Priced] {
        let list = input.pairs[Int(input.start[client])..<Int(input.start[client + 1])]
            .filter { $0.practitioner != draft.practitionerOf[client] }
            .sorted { ($1.client, $0.practitioner) < ($0.client, $1.practitioner) }
            .prefix(ProgrammeDesk.alternativesShown)
        var certificate: (proof: BestCertificate, problem: RoundProblem, pairs: [Int32])?
        if draft.goal == .best {
            var pins = force.pins
            pins[client] = nil
            let problem = try input.problem(for: .best, pins: pins, forbidden: force.apart)
            let result = try PreparedRound(problem, goal: .best, seed: input.seed).solve()
            if case .best(let proof) = result.certificate { certificate = (proof, problem, result.practitionerOf) }
        }
        return list.map { pair in
            let practitioner = Int(pair.practitioner)
            let index = input.index(client: client, practitioner: practitioner) ?? 0
            return Priced(
                practitioner: practitioner, points: Int(input.joint(pair)),
                rank: input.rank(client: client, index: index),
                price: certificate.flatMap {
                    $0.proof.price(
                        client: client, practitioner: practitioner, in: $0.problem, practitionerOf: $0.pairs)
                })
        }
    }

    /// Clients with whom this one could change: each accepts the other's practitioner; those who gain most by it first.
    func swaps(of client: Int, _ draft: Draft) -> [Int] {
        let own = Int(draft.practitionerOf[client])
        guard own >= 0, let before = input.index(client: client, practitioner: own) else { return [] }
        var found: [(client: Int, gain: Int)] = []
        for other in input.clients.indices where other != client {
            let theirs = Int(draft.practitionerOf[other])
            guard theirs >= 0, theirs != own, let there = input.index(client: client, practitioner: theirs),
                let here = input.index(client: other, practitioner: own),
                let was = input.index(client: other, practitioner: theirs)
            else { continue }
            let gain =
                Int(input.joint(input.pairs[there])) + Int(input.joint(input.pairs[here]))
                - Int(input.joint(input.pairs[before])) - Int(input.joint(input.pairs[was]))
            found.append((other, gain))
        }
        return found.sorted { ($1.gain, $0.client) < ($0.gain, $1.client) }.prefix(5).map(\.client)
    }

    /// Why a client is with nobody: the practitioners who are all full, and those who compete for them.
    func bottleneck(of client: Int, _ draft: Draft, _ force: EditsInForce) -> Bottleneck? {
        guard draft.practitionerOf[client] < 0 else { return nil }
        // without a problem there is nothing to explain; the page then says nothing more
        guard let problem = try? input.problem(for: .best) else { return nil }
        return Bottleneck(client: client, in: problem, practitionerOf: draft.practitionerOf)
    }
}
