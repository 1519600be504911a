// SPDX-License-Identifier: EUPL-1.2

/// A bidder's working record: 32 bytes, so that a visit costs one cache line.
struct Bidder: BitwiseCopyable {
    /// Cost plus price of what the bidder holds, and no more than that of anything else on its list.
    var value: Int
    /// Distance from the free bidders in the running search, or `unreached`.
    var distance: Int
    var low: Int32
    var high: Int32
    /// The object, and its slot, through which the running search came here; -1 at a root.
    var via: Int32
    var viaSlot: Int32
}

/// An object's working record: 32 bytes.
struct Object: BitwiseCopyable {
    var price: Int
    var distance: Int
    /// The bidder from which the running search came here.
    var parent: Int32
    var firstSlot: Int32
    var filled: Int32
    var capacity: Int32
}

let unreached = Int.max

/// Places every unit of every bidder at least total cost, objects taking up to their capacity.
///
/// The dual prices are exact all the time: a bidder holds an object only where cost plus price is least for it, and an
/// object with room left has price 0. A round is two such problems (`RoundSplit`): clients bidding for places where
/// every client can be placed, and places bidding for clients where every place is filled. One of the two sides has
/// capacity 1 throughout, which the searches rely on.
///
/// Sources: Bertsekas, *A distributed algorithm for the assignment problem* (1979), for bidding, here with zero
/// increment; Edmonds and Karp, *Theoretical improvements in algorithmic efficiency* (1972), for shortest paths on
/// reduced costs.
final class Transport {
    let lists: CostLists
    let bidders: Buffer<Bidder>
    let objects: Buffer<Object>
    /// Units of each bidder that hold no object.
    let free: Buffer<Int32>
    /// The bidder in each slot of each object; an object's used slots come first.
    let slots: Buffer<Int32>
    /// The price up to which the holder of each slot would rather keep it; used while bidding.
    let levels: Buffer<Int>
    let bidderCount: Int
    let objectCount: Int
    /// Bidders have several units and objects room for one, instead of the other way round.
    let severalUnits: Bool
    var unplaced = 0

    /// - Parameters:
    ///   - severalUnits: whether bidders may have more than one unit; then each object has room for one at most.
    ///   - units: how many objects each bidder must get; 0 leaves it out.
    ///   - room: how many bidders each object may take.
    init(
        lists: CostLists, severalUnits: Bool, units: (Int) -> Int32, objects objectCount: Int, room: (Int) -> Int32
    ) {
        self.lists = lists
        self.severalUnits = severalUnits
        self.objectCount = objectCount
        bidderCount = lists.owners
        bidders = Buffer(uninitialized: bidderCount)
        free = Buffer(bidderCount, 0)
        objects = Buffer(uninitialized: objectCount)
        var slotCount: Int32 = 0
        for object in 0..<objectCount {
            let capacity = room(object)
            objects[object] = Object(
                price: 0, distance: unreached, parent: -1, firstSlot: slotCount, filled: 0, capacity: capacity
            )
            slotCount += capacity
        }
        slots = Buffer(Int(slotCount), -1)
        levels = Buffer(severalUnits ? 0 : Int(slotCount), 0)
        for bidder in 0..<bidderCount {
            let wanted = units(bidder)
            let low = lists.start[bidder]
            free[bidder] = wanted
            unplaced += Int(wanted)
            bidders[bidder] = Bidder(
                value: 0, distance: unreached, low: low, high: wanted > 0 ? lists.end[bidder] : low, via: -1,
                viaSlot: -1
            )
        }
    }

    /// Takes over lists that have been cut. Prices stay exact, since fewer offers make no held object dearer.
    ///
    /// - Returns: false where a held object has gone with the cut; then the placing is of no use any more.
    func followCut() -> Bool {
        for bidder in 0..<bidderCount where bidders[bidder].high > bidders[bidder].low {
            bidders[bidder].high = lists.end[bidder]
        }
        for object in 0..<objectCount {
            let record = objects[object]
            for slot in record.firstSlot..<(record.firstSlot + record.filled) {
                let bidder = bidders[Int(slots[Int(slot)])]
                let isListed = (Int(bidder.low)..<Int(bidder.high)).contains {
                    lists.party(lists.entries.base[$0]) == object
                }
                if !isListed { return false }
            }
        }
        return true
    }

    /// Leaves out bidders with one unit and objects, the entries between the two kinds included; prices stay exact.
    func restrict(bidders keepsBidder: (Int) -> Bool, objects keepsObject: (Int) -> Bool) {
        for object in 0..<objectCount where !keepsObject(object) {
            let record = objects[object]
            for slot in record.firstSlot..<(record.firstSlot + record.filled) {
                free[Int(slots[Int(slot)])] = 1
                unplaced += 1
            }
            objects[object].filled = 0
            objects[object].capacity = 0
        }
        for bidder in 0..<bidderCount {
            if keepsBidder(bidder) {
                lists.shrink(owner: bidder, keepingParty: keepsObject)
                bidders[bidder].high = lists.end[bidder]
            } else {
                bidders[bidder].high = bidders[bidder].low
                unplaced -= Int(free[bidder])
                free[bidder] = 0
            }
        }
    }
}
