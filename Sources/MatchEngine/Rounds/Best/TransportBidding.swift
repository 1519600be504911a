// SPDX-License-Identifier: EUPL-1.2

extension Transport {
    /// Places most units by an auction with zero increment. Prices stay exact, so that the searches afterwards place
    /// only the rest; `effort` bounds the bids for each unit, because bids that tie could go round for ever.
    ///
    /// - Throws: `RoundError.cancelled`.
    func bid(effort: Int, _ control: RoundControl) throws(RoundError) {
        var waiting: [Int32] = []
        waiting.reserveCapacity(bidderCount * 2)
        for bidder in 0..<bidderCount where free[bidder] > 0 { waiting.append(Int32(truncatingIfNeeded: bidder)) }
        var budget = unplaced &* effort
        let offers = Offers()
        var next = 0
        while budget > 0, next < waiting.count {
            let bidder = waiting[next]
            next += 1
            if next % 4_096 == 0 { try control.checkpoint(.bidding, next, of: unplaced &* effort) }
            let wanted = Int(free[Int(bidder)])
            if wanted == 0 { continue }
            budget &-= wanted
            if severalUnits {
                bidForSeveral(Int(bidder), wanted, offers, &waiting)
            } else {
                bidForOne(Int(bidder), levels.base, &waiting)
            }
        }
        settle()
    }

    /// One bid of a bidder with one unit: for the object that costs it least, up to where the second best costs as
    /// much.
    @inline(__always)
    private func bidForOne(_ bidder: Int, _ levels: UnsafeMutablePointer<Int>, _ waiting: inout [Int32]) {
        let entries = lists.entries.base
        let objects = objects.base
        var best = unreached
        var second = unreached
        var wanted = -1
        var cost = 0
        var index = Int(bidders.base[bidder].low)
        let high = Int(bidders.base[bidder].high)
        while index < high {
            let entry = entries[index]
            if lists.cost(entry) >= second { break }
            let offer = lists.cost(entry) &+ objects[lists.party(entry)].price
            if offer < best {
                second = best
                best = offer
                wanted = lists.party(entry)
                cost = lists.cost(entry)
            } else if offer < second {
                second = offer
            }
            index &+= 1
        }
        if wanted < 0 { return }
        let level = (second == unreached ? best &+ lists.scale.range &+ 1 : second) &- cost
        let first = Int(objects[wanted].firstSlot)
        let filled = Int(objects[wanted].filled)
        if filled < Int(objects[wanted].capacity) {
            slots.base[first &+ filled] = Int32(truncatingIfNeeded: bidder)
            levels[first &+ filled] = level
            objects[wanted].filled &+= 1
            free.base[bidder] = 0
            unplaced &-= 1
        } else {
            let lowest = lowestSlot(levels, first, filled)
            if level < levels[lowest] { return }
            let loser = slots.base[lowest]
            slots.base[lowest] = Int32(truncatingIfNeeded: bidder)
            levels[lowest] = level
            free.base[bidder] = 0
            free.base[Int(loser)] = 1
            waiting.append(loser)
        }
        if objects[wanted].filled == objects[wanted].capacity {
            objects[wanted].price = levels[lowestSlot(levels, first, Int(objects[wanted].filled))]
        }
    }

    @inline(__always)
    private func lowestSlot(_ levels: UnsafeMutablePointer<Int>, _ first: Int, _ count: Int) -> Int {
        var lowest = first
        var slot = first &+ 1
        while slot < first &+ count {
            if levels[slot] < levels[lowest] { lowest = slot }
            slot &+= 1
        }
        return lowest
    }

    /// One bid of a bidder with several units for objects with room for one: for as many as it has units free, all up
    /// to the level of the best one left out. What it holds already rises to the same level: otherwise it could lose
    /// that for less than it now pays for the rest.
    private func bidForSeveral(_ bidder: Int, _ wanted: Int, _ offers: Offers, _ waiting: inout [Int32]) {
        let entries = lists.entries.base
        let objects = objects.base
        let this = Int32(truncatingIfNeeded: bidder)
        offers.reset(keeping: wanted + 1)
        var index = Int(bidders.base[bidder].low)
        let high = Int(bidders.base[bidder].high)
        while index < high {
            let entry = entries[index]
            if lists.cost(entry) >= offers.worst { break }
            let object = lists.party(entry)
            if objects[object].filled == 1, slots.base[Int(objects[object].firstSlot)] == this {
                offers.noteHeld(index)
            } else {
                offers.consider(lists.cost(entry) &+ objects[object].price, index)
            }
            index &+= 1
        }
        if offers.count == 0 { return }
        let level =
            offers.count > wanted ? offers.value(wanted) : offers.value(offers.count - 1) &+ lists.scale.range &+ 1
        for held in 0..<offers.heldCount {
            let entry = entries[offers.held(held)]
            objects[lists.party(entry)].price = max(objects[lists.party(entry)].price, level &- lists.cost(entry))
        }
        for rank in 0..<min(wanted, offers.count) {
            let entry = entries[offers.index(rank)]
            let object = lists.party(entry)
            let slot = Int(objects[object].firstSlot)
            let loser = objects[object].filled == 0 ? -1 : Int(slots.base[slot])
            slots.base[slot] = Int32(truncatingIfNeeded: bidder)
            objects[object].filled = 1
            objects[object].price = level &- lists.cost(entry)
            free.base[bidder] &-= 1
            if loser < 0 {
                unplaced &-= 1
            } else {
                if free.base[loser] == 0 { waiting.append(Int32(truncatingIfNeeded: loser)) }
                free.base[loser] &+= 1
            }
        }
    }

    /// Makes every dual explicit: the values of bidders, and the prices of objects held by bidders with several units,
    /// raised to the level at which the bidder would not mind losing them.
    private func settle() {
        let objects = objects.base
        let bidders = bidders.base
        let entries = lists.entries.base
        for bidder in 0..<bidderCount {
            let this = Int32(truncatingIfNeeded: bidder)
            let high = Int(bidders[bidder].high)
            var least = unreached
            var dearestHeld = 0
            var index = Int(bidders[bidder].low)
            while index < high {
                let entry = entries[index]
                if lists.cost(entry) >= least { break }
                let object = objects[lists.party(entry)]
                let offer = lists.cost(entry) &+ object.price
                if severalUnits, object.filled == 1, slots.base[Int(object.firstSlot)] == this {
                    dearestHeld = max(dearestHeld, offer)
                } else {
                    least = min(least, offer)
                }
                index &+= 1
            }
            if least == unreached { least = dearestHeld }
            bidders[bidder].value = least
        }
        if !severalUnits { return }
        for bidder in 0..<bidderCount {
            let this = Int32(truncatingIfNeeded: bidder)
            for index in Int(bidders[bidder].low)..<Int(bidders[bidder].high) {
                let object = lists.party(entries[index])
                if objects[object].filled == 1, slots.base[Int(objects[object].firstSlot)] == this {
                    objects[object].price = bidders[bidder].value &- lists.cost(entries[index])
                }
            }
        }
    }
}
