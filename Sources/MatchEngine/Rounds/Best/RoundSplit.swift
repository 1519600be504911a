// SPDX-License-Identifier: EUPL-1.2

/// The two parts into which every round falls once the size of its largest matching is known.
///
/// *Scarce*: practitioners in demand, each full in every largest matching, and the clients who depend on them; some of
/// these clients stay without a place. *Open*: the rest, where every client is placed. A pair of an open client and a
/// practitioner in demand is in no largest matching, so the parts are solved apart, and no weight for "placed at all"
/// is ever mixed with scores. Source: Dulmage and Mendelsohn, *Coverings of bipartite graphs* (1958).
struct RoundSplit: Sendable {
    var isInDemand: [Bool]
    var isScarce: [Bool]
    var size: Int

    init(_ matching: Cardinality, left: [Int32]) {
        isInDemand = (0..<matching.room.count).map(matching.isInDemand)
        isScarce = [Bool](repeating: false, count: matching.lists.owners)
        size = matching.size
        for practitioner in 0..<isInDemand.count where isInDemand[practitioner] {
            let first = matching.firstSlot[practitioner]
            for slot in first..<(first + matching.filled[practitioner]) {
                isScarce[Int(matching.slots[Int(slot)])] = true
            }
        }
        for client in left { isScarce[Int(client)] = true }
    }
}
