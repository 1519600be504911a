// SPDX-License-Identifier: EUPL-1.2

/// As many clients as possible, then the highest total score: exact, and proved by `BestCertificate`.
///
/// The steps: bidding places most clients (`Transport.bid`); a matching of maximum size is grown from that and splits
/// the round (`Cardinality`, `RoundSplit`); in the open part clients go on bidding for places; in the scarce part
/// places bid for clients, so that the search runs towards the clients who are left over instead of away from them;
/// shortest paths place what bidding has left (`TransportSearch`).
struct BestRound {
    static let clientEffort = 3
    private static let placeEffort = 4

    let problem: RoundProblem
    let control: RoundControl

    /// - Parameters:
    ///   - lists: the clients' lists; used up.
    ///   - known: the split of these lists when the caller has it.
    ///   - begun: bidding on these lists when the caller has it.
    /// - Throws: `RoundError.cancelled`, `.certificateFailed`.
    func solve(
        _ lists: CostLists, split known: RoundSplit? = nil, from begun: Transport? = nil
    ) throws(RoundError) -> BestSolution {
        let state = try solveKeepingState(lists, split: known, from: begun)
        return BestSolution(problem: problem, split: state.split, clients: state.clients, places: state.places)
    }

    /// The same, for a caller who goes on from there.
    func solveKeepingState(
        _ lists: CostLists, split known: RoundSplit? = nil, from begun: Transport? = nil
    ) throws(RoundError) -> (clients: Transport, places: Transport, split: RoundSplit) {
        let clients = if let begun { begun } else { try bid(lists, effort: Self.clientEffort) }
        let split: RoundSplit
        if let known {
            split = known
        } else {
            let matching = Cardinality(lists: lists, capacities: problem.capacities, from: clients)
            let left = try matching.complete(control)
            split = RoundSplit(matching, left: left)
        }
        let places = try solveScarce(lists, split)
        try solveOpen(clients, split)
        return (clients, places, split)
    }

    func bid(_ lists: CostLists, effort: Int) throws(RoundError) -> Transport {
        let capacities = problem.capacities
        let clients = Transport(
            lists: lists, severalUnits: false, units: { lists.end[$0] > lists.start[$0] ? 1 : 0 },
            objects: capacities.count, room: { capacities[$0] }
        )
        try clients.bid(effort: effort, control)
        return clients
    }

    private func solveOpen(_ clients: Transport, _ split: RoundSplit) throws(RoundError) {
        clients.restrict(bidders: { !split.isScarce[$0] }, objects: { !split.isInDemand[$0] })
        try clients.bid(effort: Self.clientEffort, control)
        try TransportSearch(clients).placeAll(control)
    }

    private func solveScarce(_ lists: CostLists, _ split: RoundSplit) throws(RoundError) -> Transport {
        let capacities = problem.capacities
        let turned = CostLists(turning: lists, owners: capacities.count) { split.isScarce[$0] }
        let places = Transport(
            lists: turned, severalUnits: true, units: { split.isInDemand[$0] ? capacities[$0] : 0 },
            objects: problem.clientCount, room: { split.isScarce[$0] ? 1 : 0 }
        )
        try places.bid(effort: Self.placeEffort, control)
        try TransportSearch(places).placeAll(control)
        return places
    }
}

/// A placing with the duals that prove it.
struct BestSolution {
    var practitionerOf: [Int32]
    var certificate: BestCertificate

    init(problem: RoundProblem, split: RoundSplit, clients: Transport, places: Transport) {
        practitionerOf = [Int32](repeating: -1, count: problem.clientCount)
        var clientDual = [Int](repeating: 0, count: problem.clientCount)
        var practitionerDual = [Int](repeating: 0, count: problem.practitionerCount)
        for practitioner in 0..<problem.practitionerCount {
            if split.isInDemand[practitioner] {
                practitionerDual[practitioner] = -places.bidders[practitioner].value
                continue
            }
            let record = clients.objects[practitioner]
            practitionerDual[practitioner] = record.price
            for slot in record.firstSlot..<(record.firstSlot + record.filled) {
                practitionerOf[Int(clients.slots[Int(slot)])] = Int32(practitioner)
            }
        }
        for client in 0..<problem.clientCount {
            if split.isScarce[client] {
                let record = places.objects[client]
                clientDual[client] = -record.price
                if record.filled == 1 { practitionerOf[client] = places.slots[Int(record.firstSlot)] }
            } else {
                clientDual[client] = clients.bidders[client].value
            }
        }
        certificate = BestCertificate(
            scale: clients.lists.scale, split: split, clientDual: clientDual, practitionerDual: practitionerDual
        )
    }
}
