// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// A place in the circle of practitioners: somebody's chance-given key, and their id where two keys are the same. It names nothing
/// that was looked for, so it may stand in an address.
package struct SearchPlace: Hashable, Comparable, Sendable {
    let key: Int64
    let id: String

    init(key: Int64, id: String) {
        self.key = key
        self.id = id
    }

    /// Reads what `text` wrote; `nil` for anything else.
    package init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let key = Int64(parts[0], radix: 36), key >= 0, let id = PersonID(parts[1]) else {
            return nil
        }
        self.init(key: key, id: id.text)
    }

    package var text: String { String(key, radix: 36) + "." + id }

    package static func < (left: SearchPlace, right: SearchPlace) -> Bool {
        (left.key, left.id) < (right.key, right.id)
    }
}

/// One turn round the circle: from the seed to the end, then from the beginning to the seed.
struct CircleWalk {
    /// Everything after it is still to come, up to `end`.
    private(set) var position: SearchPlace
    private(set) var end: Int64
    private(set) var isDone = false
    private let seed: Int64

    init(seed: Int64, after place: SearchPlace?) {
        self.seed = seed
        let isSecondHalf = place.map { $0.key < seed } ?? false
        position = place ?? SearchPlace(key: seed, id: "")
        end = isSecondHalf ? seed : Int64.max
    }

    mutating func move(to place: SearchPlace) { position = place }

    /// This half has nothing more.
    mutating func turn() {
        if end == Int64.max {
            position = SearchPlace(key: -1, id: "")
            end = seed
        } else {
            isDone = true
        }
    }
}
