// SPDX-License-Identifier: EUPL-1.2

/// A matching of maximum size, grown from any matching, and the part of the round that is in short supply.
///
/// Breadth-first forests in phases, each tree used once: Azad, Halappanavar, Rajamanickam, Boman, Khan and Pothen,
/// *Multithreaded algorithms for maximum matching in bipartite graphs* (2012), with places for vertices. The last
/// phase finds no empty place and has then visited exactly the practitioners in demand (Dulmage and Mendelsohn 1958):
/// each of them is full in every matching of maximum size.
final class Cardinality {
    let lists: CostLists
    /// Entries dearer than this are left out, which is how a floor on scores is set.
    let dearest: Int
    let room: Buffer<Int32>
    let firstSlot: Buffer<Int32>
    let filled: Buffer<Int32>
    let slots: Buffer<Int32>
    /// The slot that each client holds, or -1.
    let slotOf: Buffer<Int32>
    /// The client through which the forest came to a practitioner, or -1.
    private let tree: Buffer<Int32>
    /// The practitioner through which it came to a client, and the tree's root.
    private let via: Buffer<Int32>
    private let rootOf: Buffer<Int32>
    /// The forest in which a client was reached last; `forest` numbers them.
    private let reachedIn: Buffer<Int32>
    private var forest: Int32 = 0
    private let ownerOfSlot: Buffer<Int32>
    private var queue: [Int32] = []
    private(set) var size = 0

    init(lists: CostLists, capacities: [Int32], dearest: Int = .max) {
        self.lists = lists
        self.dearest = dearest
        let practitioners = capacities.count
        room = Buffer(uninitialized: practitioners)
        firstSlot = Buffer(uninitialized: practitioners)
        filled = Buffer(practitioners, 0)
        var slotCount: Int32 = 0
        for practitioner in 0..<practitioners {
            room[practitioner] = capacities[practitioner]
            firstSlot[practitioner] = slotCount
            slotCount += capacities[practitioner]
        }
        slots = Buffer(Int(slotCount), -1)
        slotOf = Buffer(lists.owners, -1)
        tree = Buffer(practitioners, -1)
        via = Buffer(lists.owners, -1)
        rootOf = Buffer(lists.owners, -1)
        reachedIn = Buffer(lists.owners, 0)
        ownerOfSlot = Buffer(uninitialized: Int(slotCount))
        for practitioner in 0..<practitioners {
            for slot in firstSlot[practitioner]..<(firstSlot[practitioner] + room[practitioner]) {
                ownerOfSlot[Int(slot)] = Int32(truncatingIfNeeded: practitioner)
            }
        }
    }

    /// Starts from what bidding has placed.
    convenience init(lists: CostLists, capacities: [Int32], from clients: Transport) {
        self.init(lists: lists, capacities: capacities)
        for practitioner in 0..<capacities.count {
            let record = clients.objects[practitioner]
            for slot in record.firstSlot..<(record.firstSlot + record.filled) {
                place(Int(clients.slots[Int(slot)]), with: practitioner)
            }
        }
    }

    /// Gives a client a place that is still empty.
    @inline(__always)
    func place(_ client: Int, with practitioner: Int) {
        let slot = firstSlot.base[practitioner] &+ filled.base[practitioner]
        slots.base[Int(slot)] = Int32(truncatingIfNeeded: client)
        slotOf.base[client] = slot
        filled.base[practitioner] &+= 1
        size &+= 1
    }

    /// Starts from the pairs of another matching that are not too dear here.
    func keep(_ other: Cardinality) {
        for practitioner in 0..<room.count {
            let first = other.firstSlot[practitioner]
            for slot in first..<(first + other.filled[practitioner]) {
                let client = Int(other.slots[Int(slot)])
                for index in Int(lists.start[client])..<Int(lists.end[client]) {
                    let entry = lists.entries.base[index]
                    if lists.cost(entry) > dearest { break }
                    if lists.party(entry) == practitioner {
                        place(client, with: practitioner)
                        break
                    }
                }
            }
        }
    }

    /// The practitioner with whom a client is placed.
    func practitioner(of client: Int) -> Int? {
        slotOf[client] < 0 ? nil : Int(ownerOfSlot[Int(slotOf[client])])
    }

    /// Whether some exchange would place one client more; `isInDemand` and `isReached` hold when none would.
    func canGrow() -> Bool {
        let before = size
        growForest(from: unplaced())
        return size != before
    }

    /// After `complete`: whether the client stays without a place in some matching of maximum size.
    func isReached(_ client: Int) -> Bool { reachedIn[client] == forest }

    private func unplaced() -> [Int32] {
        var unplaced: [Int32] = []
        for client in 0..<lists.owners where slotOf[client] < 0 { unplaced.append(Int32(truncatingIfNeeded: client)) }
        return unplaced
    }

    /// Grows the matching to maximum size.
    ///
    /// - Returns: the clients that stay without a place.
    /// - Throws: `RoundError.cancelled`.
    func complete(_ control: RoundControl) throws(RoundError) -> [Int32] {
        var waiting = unplaced()
        while true {
            try control.checkpoint(.counting, lists.owners - waiting.count, of: lists.owners)
            let before = size
            growForest(from: waiting)
            if size == before { return waiting }
            waiting.removeAll { slotOf[Int($0)] >= 0 }
        }
    }

    /// After `complete`: whether the practitioner is in demand, that is full in every matching of maximum size, with
    /// some client left over who could have taken the place.
    func isInDemand(_ practitioner: Int) -> Bool { tree[practitioner] >= 0 }

    /// Grows one tree from each waiting client, breadth first and disjoint; a tree that meets an empty place is used at
    /// once and grows no further.
    private func growForest(from waiting: [Int32]) {
        let entries = lists.entries.base
        tree.fill(-1)
        forest += 1
        queue.removeAll(keepingCapacity: true)
        for client in waiting {
            queue.append(client)
            via.base[Int(client)] = -1
            rootOf.base[Int(client)] = client
            reachedIn.base[Int(client)] = forest
        }
        var next = 0
        while next < queue.count {
            let client = Int(queue[next])
            next &+= 1
            let root = rootOf.base[client]
            if slotOf.base[Int(root)] >= 0 { continue }
            var index = Int(lists.start.base[client])
            let end = Int(lists.end.base[client])
            while index < end {
                let entry = entries[index]
                if lists.cost(entry) > dearest { break }
                index &+= 1
                let practitioner = lists.party(entry)
                if tree.base[practitioner] >= 0 { continue }
                tree.base[practitioner] = Int32(truncatingIfNeeded: client)
                let first = Int(firstSlot.base[practitioner])
                let filled = Int(filled.base[practitioner])
                if filled < Int(room.base[practitioner]) {
                    take(practitioner)
                    break
                }
                for slot in first..<(first &+ filled) {
                    let holder = slots.base[slot]
                    via.base[Int(holder)] = Int32(truncatingIfNeeded: practitioner)
                    rootOf.base[Int(holder)] = root
                    reachedIn.base[Int(holder)] = forest
                    queue.append(holder)
                }
            }
        }
    }

    /// Along the tree, from its leaf: each client takes the place of its successor, the last one the empty place.
    private func take(_ practitioner: Int) {
        var slot = firstSlot.base[practitioner] &+ filled.base[practitioner]
        filled.base[practitioner] &+= 1
        size &+= 1
        var place = practitioner
        while true {
            let client = Int(tree.base[place])
            let given = slotOf.base[client]
            slots.base[Int(slot)] = Int32(truncatingIfNeeded: client)
            slotOf.base[client] = slot
            if given < 0 { return }
            slot = given
            place = Int(via.base[client])
        }
    }
}
