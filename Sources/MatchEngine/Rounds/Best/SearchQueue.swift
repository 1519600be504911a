// SPDX-License-Identifier: EUPL-1.2

/// A binary heap of (distance, object), least first; entries of equal distance leave in order of object, so that a
/// search goes the same way every time. Searches stay small (hundreds of entries), so nothing cleverer pays.
final class SearchQueue {
    struct Entry: BitwiseCopyable {
        var distance: Int
        var object: Int
    }

    private var heap = Buffer<Entry>(uninitialized: 1_024)
    private var count = 0

    func removeAll() { count = 0 }

    @inline(__always)
    func push(_ distance: Int, _ object: Int) {
        if count == heap.count { grow() }
        let heap = heap.base
        let entry = Entry(distance: distance, object: object)
        var child = count
        count &+= 1
        while child > 0 {
            let parent = (child &- 1) >> 1
            if Self.precedes(heap[parent], entry) { break }
            heap[child] = heap[parent]
            child = parent
        }
        heap[child] = entry
    }

    @inline(__always)
    func pop() -> Entry? {
        if count == 0 { return nil }
        let heap = heap.base
        let first = heap[0]
        count &-= 1
        let last = heap[count]
        var parent = 0
        while true {
            var child = parent &* 2 &+ 1
            if child >= count { break }
            if child &+ 1 < count, Self.precedes(heap[child &+ 1], heap[child]) { child &+= 1 }
            if Self.precedes(last, heap[child]) { break }
            heap[parent] = heap[child]
            parent = child
        }
        heap[parent] = last
        return first
    }

    private func grow() {
        let larger = Buffer<Entry>(uninitialized: heap.count * 2)
        larger.base.update(from: heap.base, count: count)
        heap = larger
    }

    @inline(__always)
    private static func precedes(_ one: Entry, _ other: Entry) -> Bool {
        one.distance < other.distance || one.distance == other.distance && one.object <= other.object
    }
}
