// SPDX-License-Identifier: EUPL-1.2

import Seal

/// The tree of the log as far as its next leaf needs it: the roots of its complete subtrees, the largest first. One leaf costs a few
/// hashes, however long the log is.
struct LogTail: Equatable, Sendable {
    private(set) var size: Int
    private var peaks: [Bytes]

    init(size: Int = 0, peaks: Bytes = []) {
        self.size = size
        self.peaks = stride(from: 0, to: peaks.count, by: 32).map { Bytes(peaks[$0..<min($0 + 32, peaks.count)]) }
    }

    mutating func append(leaf: Bytes) {
        var hash = MerkleTree.leaf(leaf)
        for _ in 0..<size.trailingOneBitCount {
            guard let left = peaks.popLast() else { break }
            hash = MerkleTree.node(left, hash)
        }
        peaks.append(hash)
        size += 1
    }

    /// The root, empty before the first leaf (decision 22).
    var root: Bytes {
        guard var hash = peaks.last else { return [] }
        for peak in peaks.dropLast().reversed() { hash = MerkleTree.node(peak, hash) }
        return hash
    }

    var bytes: Bytes { peaks.flatMap { $0 } }

    var point: TreePoint { TreePoint(size: size, root: root) }
}

extension Int {
    /// How many ones stand at the end of its binary form.
    fileprivate var trailingOneBitCount: Int { (~self).trailingZeroBitCount }
}
