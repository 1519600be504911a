// SPDX-License-Identifier: EUPL-1.2

/// How far its author had seen the tree of key leaves: size and root, the root empty before the first leaf (decision 22).
package struct TreePoint: Equatable, Sendable {
    package let size: Int
    package let root: Bytes

    package static let start = TreePoint(size: 0, root: [])

    package init(size: Int, root: Bytes) {
        self.size = size
        self.root = root
    }

    /// - Throws: the refusal given, unless the value has the form of a point.
    init(_ value: CanonicalValue?, else error: SealError) throws(SealError) {
        let fields = try Fields(value, "root size", else: error)
        size = try fields.count("size")
        root = try fields.bytes("root", count: size == 0 ? 0 : 32)
    }

    package var value: CanonicalValue { .object(["root": CanonicalValue(root), "size": .integer(size)]) }
}
