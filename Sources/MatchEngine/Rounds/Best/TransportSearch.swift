// SPDX-License-Identifier: EUPL-1.2

/// The shortest-path part: places what bidding has left over, one unit at a time.
///
/// Each search grows the tree of least reduced cost from one bidder until the nearest object with room, then shifts
/// the holders along the path and raises prices inside the tree by as much as keeps every dual exact. Lists are sorted
/// by cost, so a scan ends as soon as cost alone leads beyond the nearest room found so far: Jonker and Volgenant,
/// *A shortest augmenting path algorithm for dense and sparse linear assignment problems* (1987).
final class TransportSearch {
    private let transport: Transport
    private let queue = SearchQueue()
    private var reachedObjects: [Int32] = []
    private var reachedBidders: [Int32] = []
    private var limit = unreached
    private var target = -1

    init(_ transport: Transport) { self.transport = transport }

    /// Places every unit that is still free.
    ///
    /// - Throws: `RoundError.cancelled`; `RoundError.certificateFailed` if some unit cannot be placed, which the split
    ///   of the round excludes.
    func placeAll(_ control: RoundControl) throws(RoundError) {
        let total = transport.unplaced
        for bidder in 0..<transport.bidderCount {
            while transport.free[bidder] > 0 {
                if transport.unplaced % 64 == 0 {
                    try control.checkpoint(.placing, total - transport.unplaced, of: total)
                }
                if !place(bidder) { throw .certificateFailed }
            }
        }
    }

    /// Finds one more object for the bidder, moving others where that costs least; false when there is none.
    func place(_ bidder: Int) -> Bool {
        limit = unreached
        target = -1
        queue.removeAll()
        reach(bidder, distance: 0, via: -1, slot: -1)
        grow()
        if target >= 0 { shiftHolders() }
        updatePrices(raising: target >= 0)
        return target >= 0
    }

    private func grow() {
        let objects = transport.objects.base
        let bidders = transport.bidders.base
        let slots = transport.slots.base
        while let entry = queue.pop(), entry.distance < limit {
            let object = entry.object
            if objects[object].distance != entry.distance { continue }
            var slot = Int(objects[object].firstSlot)
            let end = slot &+ Int(objects[object].filled)
            while slot < end {
                let holder = Int(slots[slot])
                if bidders[holder].distance == unreached {
                    reach(holder, distance: entry.distance, via: Int32(truncatingIfNeeded: object), slot: slot)
                }
                slot &+= 1
            }
        }
    }

    @inline(__always)
    private func reach(_ bidder: Int, distance: Int, via: Int32, slot: Int) {
        let objects = transport.objects.base
        let lists = transport.lists
        let entries = lists.entries.base
        let record = transport.bidders.base + bidder
        record.pointee.distance = distance
        record.pointee.via = via
        record.pointee.viaSlot = Int32(truncatingIfNeeded: slot)
        reachedBidders.append(Int32(truncatingIfNeeded: bidder))
        let offset = distance &- record.pointee.value
        let high = Int(record.pointee.high)
        var index = Int(record.pointee.low)
        var bound = limit
        while index < high {
            let entry = entries[index]
            index &+= 1
            let least = offset &+ lists.cost(entry)
            if least >= bound { break }
            let object = objects + lists.party(entry)
            let reached = least &+ object.pointee.price
            if reached >= bound || reached >= object.pointee.distance { continue }
            if object.pointee.distance == unreached {
                reachedObjects.append(Int32(truncatingIfNeeded: lists.party(entry)))
            }
            object.pointee.distance = reached
            object.pointee.parent = Int32(truncatingIfNeeded: bidder)
            if object.pointee.filled < object.pointee.capacity {
                bound = reached
                target = lists.party(entry)
            } else {
                queue.push(reached, lists.party(entry))
            }
        }
        limit = bound
    }

    private func shiftHolders() {
        let objects = transport.objects.base
        let bidders = transport.bidders.base
        let slots = transport.slots.base
        var object = target
        var slot = Int(objects[object].firstSlot &+ objects[object].filled)
        objects[object].filled &+= 1
        while true {
            let bidder = Int(objects[object].parent)
            slots[slot] = Int32(truncatingIfNeeded: bidder)
            if bidders[bidder].via < 0 {
                transport.free.base[bidder] &-= 1
                break
            }
            slot = Int(bidders[bidder].viaSlot)
            object = Int(bidders[bidder].via)
        }
        transport.unplaced &-= 1
    }

    private func updatePrices(raising: Bool) {
        let objects = transport.objects.base
        let bidders = transport.bidders.base
        for reached in reachedObjects {
            let object = objects + Int(reached)
            if raising, object.pointee.distance < limit { object.pointee.price &+= limit &- object.pointee.distance }
            object.pointee.distance = unreached
        }
        for reached in reachedBidders {
            let bidder = bidders + Int(reached)
            if raising { bidder.pointee.value &+= limit &- bidder.pointee.distance }
            bidder.pointee.distance = unreached
        }
        reachedObjects.removeAll(keepingCapacity: true)
        reachedBidders.removeAll(keepingCapacity: true)
    }
}
