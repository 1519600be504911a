// SPDX-License-Identifier: EUPL-1.2

import Crypto
import CryptoExtras
import Foundation

/// How a passphrase is stretched. No guess can be tested without the kit, which is why PBKDF2 is enough (decision 3).
package struct Stretching: Equatable, Sendable {
    package let iterations: Int
    package let salt: Bytes

    private static let algorithm = "pbkdf2-sha256"
    /// Compiled in: less is refused, whatever a server says, and so is what would only keep a device busy (attack test 13).
    package static let floor = 600_000
    private static let ceiling = 10_000_000

    /// - Throws: `floor` for fewer iterations than the floor, too many, or a salt of another length than 16 bytes.
    package init(iterations: Int = floor, salt: Bytes) throws(SealError) {
        try demand((Self.floor...Self.ceiling).contains(iterations) && salt.count == 16, .floor)
        self.iterations = iterations
        self.salt = salt
    }

    /// - Throws: `floor` for anything but parameters that this client accepts.
    package init(_ value: CanonicalValue?) throws(SealError) {
        let fields = try Fields(value, "alg iterations salt", else: .floor)
        try demand(try fields.string("alg") == Self.algorithm, .floor)
        try self.init(iterations: try fields.count("iterations"), salt: try fields.bytes("salt"))
    }

    package var value: CanonicalValue {
        .object(["alg": .string(Self.algorithm), "iterations": .integer(iterations), "salt": CanonicalValue(salt)])
    }

    /// The secret `m` of a passphrase, or 32 zero bytes where there is none. The salt is bound to pool and person, so a server
    /// cannot hand the same one to many.
    ///
    /// - Throws: `encoding` for ids that are none.
    package func stretch(_ passphrase: String?, pool: String, user: String) throws(SealError) -> Bytes {
        guard let passphrase else { return Bytes(repeating: 0, count: 32) }
        let salt = sha256(
            Label.passphraseSalt.bytes + (try Base64URL.bytes(pool, count: 16)) + (try Base64URL.bytes(user, count: 16))
                + salt)
        return try refusing(.floor) {
            try KDF.Insecure.PBKDF2.deriveKey(
                from: Bytes(utf8: Passphrase.normalised(passphrase)), salt: salt, using: .sha256, outputByteCount: 32,
                rounds: iterations
            ).withUnsafeBytes { Bytes($0) }
        }
    }
}
