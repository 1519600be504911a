// SPDX-License-Identifier: EUPL-1.2

/// The best hits so far: a heap with the worst of them on top, in the total order score, seed, id.
struct TopHits {
    private struct Ranked {
        var hit: SearchHit
        var lot: UInt64

        func isBetter(than other: Ranked) -> Bool {
            if hit.score != other.hit.score { return hit.score > other.hit.score }
            if lot != other.lot { return lot < other.lot }
            return hit.id < other.hit.id
        }
    }

    private let limit: Int
    private let seed: UInt64
    private var heap: [Ranked] = []
    /// A hit below this score cannot enter.
    private(set) var leastScore = 0

    init(_ limit: Int, seed: UInt64) {
        self.limit = limit
        self.seed = seed
        heap.reserveCapacity(min(limit, 1_024))
    }

    mutating func insert(_ hit: SearchHit) {
        let ranked = Ranked(
            hit: hit, lot: seed == 0 ? 0 : Preferences.lot(seed: seed, person: Int(hit.id), isClient: false))
        if heap.count < limit {
            heap.append(ranked)
            rise()
        } else if ranked.isBetter(than: heap[0]) {
            sink(ranked)
        }
        if heap.count == limit { leastScore = heap[0].hit.score }
    }

    func sorted() -> [SearchHit] { heap.sorted { $0.isBetter(than: $1) }.map(\.hit) }

    private mutating func rise() {
        var child = heap.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            if heap[parent].isBetter(than: heap[child]) { heap.swapAt(child, parent) } else { break }
            child = parent
        }
    }

    private mutating func sink(_ ranked: Ranked) {
        heap[0] = ranked
        var parent = 0
        while true {
            var child = parent * 2 + 1
            if child >= heap.count { break }
            if child + 1 < heap.count, heap[child].isBetter(than: heap[child + 1]) { child += 1 }
            if heap[child].isBetter(than: heap[parent]) { break }
            heap.swapAt(child, parent)
            parent = child
        }
    }
}
