// SPDX-License-Identifier: EUPL-1.2

/// The solvers' state behind a draft, kept between edits.
final class DraftDesk {
    private let clients: Transport
    private let places: Transport
    private var split: RoundSplit
    /// The clients' lists; those of scarce clients are also the suitors of the scarce part.
    private let lists: CostLists
    private let openSuitors: CostLists

    /// - Throws: `RoundError.cancelled`, `.certificateFailed`.
    init(_ problem: RoundProblem, seed: UInt64, control: RoundControl) throws(RoundError) {
        lists = CostLists(problem: problem, scale: CostScale(problem: problem, seed: seed))
        let state = try BestRound(problem: problem, control: control).solveKeepingState(lists)
        clients = state.clients
        places = state.places
        split = state.split
        let isScarce = state.split.isScarce
        openSuitors = CostLists(turning: lists, owners: problem.practitionerCount) { !isScarce[$0] }
    }

    func solution(_ problem: RoundProblem) -> BestSolution {
        BestSolution(problem: problem, split: split, clients: clients, places: places)
    }

    /// Takes a client and a place out. False where the rest cannot be solved within the same split.
    func pin(_ client: Int, _ practitioner: Int) -> Bool {
        var rooms: [Int] = []
        if split.isScarce[client] {
            removeScarceClient(client)
        } else {
            rooms = removeOpenClient(client)
        }
        if split.isInDemand[practitioner] {
            removeScarcePlace(practitioner)
        } else {
            removeOpenPlace(practitioner)
            rooms.append(practitioner)
        }
        return finish(rooms: rooms, scarceRooms: [])
    }

    /// Takes a pair out. False where the rest cannot be solved within the same split.
    func forbid(_ client: Int, _ practitioner: Int) -> Bool {
        if split.isScarce[client] != split.isInDemand[practitioner] { return true }
        if split.isScarce[client] {
            let isHeld = places.held(by: practitioner).contains(client)
            if isHeld { leave(places, client, practitioner) }
            lists.remove(practitioner, from: client)
            places.lists.remove(client, from: practitioner)
            places.bidders[practitioner].high = places.lists.end[practitioner]
            return finish(rooms: [], scarceRooms: isHeld ? [client] : [])
        }
        let isHeld = clients.held(by: client).contains(practitioner)
        if isHeld { leave(clients, practitioner, client) }
        lists.remove(practitioner, from: client)
        openSuitors.remove(client, from: practitioner)
        clients.bidders[client].high = lists.end[client]
        return finish(rooms: isHeld ? [practitioner] : [], scarceRooms: [])
    }

    private func removeScarceClient(_ client: Int) {
        if places.objects[client].filled == 1 {
            leave(places, client, Int(places.slots[Int(places.objects[client].firstSlot)]))
        }
        places.objects[client].capacity = 0
        places.objects[client].price = 0
        for index in Int(lists.start[client])..<Int(lists.end[client]) {
            let practitioner = lists.party(lists.entries[index])
            if !split.isInDemand[practitioner] { continue }
            places.lists.remove(client, from: practitioner)
            places.bidders[practitioner].high = max(places.bidders[practitioner].low, places.lists.end[practitioner])
        }
        lists.end[client] = lists.start[client]
    }

    /// - Returns: the practitioner whose place is empty now.
    private func removeOpenClient(_ client: Int) -> [Int] {
        let held = clients.held(by: client)
        for practitioner in held { clients.vacate(practitioner, by: client) }
        for index in Int(lists.start[client])..<Int(lists.end[client]) {
            openSuitors.remove(client, from: lists.party(lists.entries[index]))
        }
        lists.end[client] = lists.start[client]
        clients.bidders[client].high = clients.bidders[client].low
        // A pinned client has no list left and counts as one who may stay without a place in the rest.
        split.isScarce[client] = true
        return held
    }

    private func removeScarcePlace(_ practitioner: Int) {
        if places.free[practitioner] > 0 {
            places.free[practitioner] -= 1
            places.unplaced -= 1
        } else if let client = places.held(by: practitioner).last {
            places.vacate(client, by: practitioner)
            drainScarce(client)
        }
    }

    private func removeOpenPlace(_ practitioner: Int) {
        let record = clients.objects[practitioner]
        if record.filled == record.capacity, record.filled > 0 {
            leave(clients, practitioner, Int(clients.slots[Int(record.firstSlot + record.filled) - 1]))
        }
        clients.objects[practitioner].capacity -= 1
    }

    /// A bidder loses an object and is free again for another.
    private func leave(_ transport: Transport, _ object: Int, _ bidder: Int) {
        transport.vacate(object, by: bidder)
        transport.free[bidder] += 1
        transport.unplaced += 1
    }

    private func drainScarce(_ client: Int) { TransportDrain(places, suitors: lists).drain(client) }

    private func finish(rooms: [Int], scarceRooms: [Int]) -> Bool {
        let drain = TransportDrain(clients, suitors: openSuitors)
        for practitioner in rooms { drain.drain(practitioner) }
        for client in scarceRooms { drainScarce(client) }
        return placeRest(clients) && placeRest(places)
    }

    private func placeRest(_ transport: Transport) -> Bool {
        if transport.unplaced == 0 { return true }
        let search = TransportSearch(transport)
        for bidder in 0..<transport.bidderCount {
            while transport.free[bidder] > 0 {
                if !search.place(bidder) { return false }
            }
        }
        return true
    }
}
