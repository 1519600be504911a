// SPDX-License-Identifier: EUPL-1.2

/// Where time comes from. Nothing outside the composition root and tests reads a clock of its own.
package protocol TimeSource: Sendable {
    var now: Timestamp { get }
}

/// Where ids and secrets come from. Nothing outside the composition root and tests draws randomness of its own.
package protocol IDSource: Sendable {
    /// `count` bytes that nobody can foresee.
    func bytes(_ count: Int) -> [UInt8]
}

extension IDSource {
    /// A new id.
    package func id<Of>(_: Of.Type = Of.self) -> ID<Of> {
        ID(bytes: bytes(16))
    }

    /// A secret of 32 bytes as base64url, for links and sign-ins; only its hash is ever stored.
    package func secret() -> String {
        Base64URL.encode(bytes(32))
    }

    /// A number to seed an order that is the same for one search and another for the next.
    package func seed() -> UInt64 {
        bytes(8).reduce(0) { $0 << 8 | UInt64($1) }
    }
}
