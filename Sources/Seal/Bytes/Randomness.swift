// SPDX-License-Identifier: EUPL-1.2

import Crypto

/// Where fresh secrets come from. A source that fails makes nothing at all (attack test 43).
package struct Randomness: Sendable {
    private let source: @Sendable (Int) throws -> Bytes

    package init(_ source: @escaping @Sendable (Int) throws -> Bytes) { self.source = source }

    /// The generator of the cryptography library.
    package static let system = Randomness { count in
        SymmetricKey(size: SymmetricKeySize(bitCount: count * 8)).withUnsafeBytes { Bytes($0) }
    }

    /// Fresh bytes.
    ///
    /// - Throws: `randomness` when the source fails or gives fewer bytes than asked for.
    package func bytes(_ count: Int) throws(SealError) -> Bytes {
        guard count > 0 else { return [] }
        let drawn = try refusing(.randomness) { try source(count) }
        try demand(drawn.count == count, .randomness)
        return drawn
    }
}
