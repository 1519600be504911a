// SPDX-License-Identifier: EUPL-1.2

/// The Merkle tree of RFC 6962 and RFC 9162 over SHA-256: leaves are hashed behind 0x00, nodes behind 0x01.
///
/// The hash of each complete subtree is kept, so the root of any earlier size and any proof cost few hashes.
package struct MerkleTree: Sendable {
    private var levels: [[Bytes]] = [[]]

    package init() {}

    package var count: Int { levels[0].count }

    package static func leaf(_ entry: Bytes) -> Bytes { sha256([0] + entry) }

    package static func node(_ left: Bytes, _ right: Bytes) -> Bytes { sha256([1] + left + right) }

    /// Adds the hash of a leaf.
    package mutating func append(_ leaf: Bytes) {
        var hash = leaf
        for level in 0... {
            if level == levels.count { levels.append([]) }
            let left = levels[level].last
            levels[level].append(hash)
            guard let left, levels[level].count.isMultiple(of: 2) else { return }
            hash = Self.node(left, hash)
        }
    }

    /// The root of the first `size` leaves.
    ///
    /// - Throws: `proof` for a size the tree has not reached.
    package func root(of size: Int) throws(SealError) -> Bytes {
        try demand((0...count).contains(size), .proof)
        return size == 0 ? sha256([]) : range(0, size)
    }

    /// What statements carry as `cp`.
    ///
    /// - Throws: `proof` for a size the tree has not reached.
    package func point(at size: Int) throws(SealError) -> TreePoint {
        TreePoint(size: size, root: size == 0 ? [] : try root(of: size))
    }

    /// Proof that leaf `at` is in the tree of `size` leaves.
    ///
    /// - Throws: `proof` for a place outside.
    package func inclusionProof(of at: Int, in size: Int) throws(SealError) -> [Bytes] {
        try demand(at >= 0 && at < size && size <= count, .proof)
        return path(at, 0, size)
    }

    /// Proof that the tree of `newer` leaves continues that of `older`.
    ///
    /// - Throws: `proof` for sizes out of order or outside.
    package func consistencyProof(from older: Int, to newer: Int) throws(SealError) -> [Bytes] {
        try demand(older >= 1 && older <= newer && newer <= count, .proof)
        return subproof(older, 0, newer, whole: true)
    }

    private func range(_ from: Int, _ to: Int) -> Bytes {
        let count = to - from
        if count.nonzeroBitCount == 1 {
            let level = count.trailingZeroBitCount
            return levels[level][from >> level]
        }
        let middle = from + Self.split(count)
        return Self.node(range(from, middle), range(middle, to))
    }

    private func path(_ at: Int, _ from: Int, _ to: Int) -> [Bytes] {
        if to - from == 1 { return [] }
        let middle = from + Self.split(to - from)
        return at < middle ? path(at, from, middle) + [range(middle, to)] : path(at, middle, to) + [range(from, middle)]
    }

    private func subproof(_ older: Int, _ from: Int, _ to: Int, whole: Bool) -> [Bytes] {
        if older == to { return whole ? [] : [range(from, to)] }
        let middle = from + Self.split(to - from)
        return older <= middle
            ? subproof(older, from, middle, whole: whole) + [range(middle, to)]
            : subproof(older, middle, to, whole: false) + [range(from, middle)]
    }

    /// The largest power of two below a count of two or more.
    private static func split(_ count: Int) -> Int { 1 << (Int.bitWidth - 1 - (count - 1).leadingZeroBitCount) }
}
