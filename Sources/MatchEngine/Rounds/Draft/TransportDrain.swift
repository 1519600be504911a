// SPDX-License-Identifier: EUPL-1.2

/// The opposite of a search: an object that has lost a holder keeps its price only if somebody takes the room.
///
/// Grows a tree of least reduced cost from the object over those who would move there, until somebody free is placed,
/// or the room has moved on to an object that may stand empty at price 0. Prices inside the tree fall by as much as
/// keeps every dual exact, so that an edit of a solved round costs one small search (Mills-Tettey, Stentz and Dias,
/// *The dynamic Hungarian algorithm for the assignment problem with changing costs*, 2007).
final class TransportDrain {
    private let transport: Transport
    /// The lists of the objects: who would take them, at what cost.
    private let suitors: CostLists
    private let queue = SearchQueue()
    private var reachedObjects: [Int32] = []
    private var reachedBidders: [Int32] = []
    private var limit = 0
    private var vacated = -1
    private var placed = -1

    init(_ transport: Transport, suitors: CostLists) {
        self.transport = transport
        self.suitors = suitors
    }

    /// Brings an object with room down to price 0, or fills it.
    func drain(_ object: Int) {
        let record = transport.objects[object]
        if record.filled >= record.capacity || record.price == 0 { return }
        limit = record.price
        vacated = object
        placed = -1
        queue.removeAll()
        label(object, 0, leaving: -1)
        while let entry = queue.pop(), entry.distance < limit {
            if transport.objects[entry.object].distance == entry.distance { offer(entry.object, entry.distance) }
        }
        shift(into: object)
        lowerPrices()
    }

    /// Asks everybody on the object's list to move there.
    private func offer(_ object: Int, _ distance: Int) {
        let price = transport.objects[object].price
        forEachHolder(object) { holder in
            if transport.bidders[holder].distance > distance { mark(holder, distance, via: -1) }
        }
        for index in Int(suitors.start[object])..<Int(suitors.end[object]) {
            let entry = suitors.entries[index]
            let bidder = suitors.party(entry)
            let record = transport.bidders[bidder]
            if record.low == record.high { continue }
            let reached = distance + suitors.cost(entry) + price - record.value
            if reached >= limit || reached >= record.distance { continue }
            mark(bidder, reached, via: Int32(truncatingIfNeeded: object))
            if transport.free[bidder] > 0 {
                limit = reached
                placed = bidder
                continue
            }
            forEachHeld(bidder) { held in
                if reached < transport.objects[held].distance {
                    label(held, reached, leaving: Int32(truncatingIfNeeded: bidder))
                }
            }
        }
    }

    private func label(_ object: Int, _ distance: Int, leaving bidder: Int32) {
        if transport.objects[object].distance == unreached { reachedObjects.append(Int32(truncatingIfNeeded: object)) }
        transport.objects[object].distance = distance
        transport.objects[object].parent = bidder
        queue.push(distance, object)
        let end = distance + transport.objects[object].price
        if end < limit {
            limit = end
            vacated = object
            placed = -1
        }
    }

    private func mark(_ bidder: Int, _ distance: Int, via object: Int32) {
        if transport.bidders[bidder].distance == unreached { reachedBidders.append(Int32(truncatingIfNeeded: bidder)) }
        transport.bidders[bidder].distance = distance
        transport.bidders[bidder].via = object
    }

    private func shift(into root: Int) {
        var incoming: Int
        if placed >= 0 {
            incoming = placed
            transport.free[placed] -= 1
            transport.unplaced -= 1
        } else if vacated == root {
            return
        } else {
            incoming = Int(transport.objects[vacated].parent)
            transport.vacate(vacated, by: incoming)
        }
        while true {
            let target = Int(transport.bidders[incoming].via)
            if target == root {
                transport.occupy(target, by: incoming)
                return
            }
            let leaving = Int(transport.objects[target].parent)
            transport.vacate(target, by: leaving)
            transport.occupy(target, by: incoming)
            incoming = leaving
        }
    }

    private func lowerPrices() {
        for reached in reachedObjects {
            let object = Int(reached)
            let distance = transport.objects[object].distance
            if distance < limit { transport.objects[object].price -= limit - distance }
            transport.objects[object].distance = unreached
        }
        for reached in reachedBidders {
            let bidder = Int(reached)
            let distance = transport.bidders[bidder].distance
            if distance < limit { transport.bidders[bidder].value -= limit - distance }
            transport.bidders[bidder].distance = unreached
        }
        reachedObjects.removeAll(keepingCapacity: true)
        reachedBidders.removeAll(keepingCapacity: true)
    }

    private func forEachHolder(_ object: Int, _ body: (Int) -> Void) {
        let record = transport.objects[object]
        for slot in record.firstSlot..<(record.firstSlot + record.filled) { body(Int(transport.slots[Int(slot)])) }
    }

    private func forEachHeld(_ bidder: Int, _ body: (Int) -> Void) {
        for object in transport.held(by: bidder) { body(object) }
    }
}

extension Transport {
    /// The objects that a bidder holds.
    func held(by bidder: Int) -> [Int] {
        (Int(bidders[bidder].low)..<Int(bidders[bidder].high)).compactMap { index in
            let object = lists.party(lists.entries[index])
            return slot(of: bidder, in: object) == nil ? nil : object
        }
    }

    /// Takes a bidder off an object.
    func vacate(_ object: Int, by bidder: Int) {
        guard let slot = slot(of: bidder, in: object) else { return }
        objects[object].filled -= 1
        let last = Int(objects[object].firstSlot + objects[object].filled)
        slots[slot] = slots[last]
        slots[last] = -1
    }

    /// Puts a bidder on an object with room.
    func occupy(_ object: Int, by bidder: Int) {
        slots[Int(objects[object].firstSlot + objects[object].filled)] = Int32(truncatingIfNeeded: bidder)
        objects[object].filled += 1
    }

    private func slot(of bidder: Int, in object: Int) -> Int? {
        let record = objects[object]
        return (Int(record.firstSlot)..<Int(record.firstSlot + record.filled)).first {
            slots[$0] == Int32(truncatingIfNeeded: bidder)
        }
    }
}
