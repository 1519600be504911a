// SPDX-License-Identifier: EUPL-1.2

/// What the server answers about a person it does not know, so that asking tells nobody who has an account (attack test 38): a salt
/// that stays the same for the same name, and a key to verify against that takes as long as a real one and never accepts.
package struct UnknownPerson: Sendable {
    private let secret: Bytes
    /// A public key whose private half nobody keeps.
    package let verifyingKey: Bytes

    /// - Throws: `key` unless the server's secret has 32 bytes.
    package init(secret: Bytes) throws(SealError) {
        try demand(secret.count == 32, .key)
        self.secret = secret
        verifyingKey = try SigningKey(seed: Derivation.hkdf(secret, info: Label.unknownAuth.bytes)).publicKey
    }

    /// Parameters like anybody's. `name` is whatever was asked for, an id or an address.
    ///
    /// - Throws: `floor`, which 16 bytes never cause.
    package func stretching(for name: String) throws(SealError) -> Stretching {
        let key = Derivation.hkdf(secret, info: Label.unknownSalt.bytes)
        return try Stretching(salt: Bytes(Derivation.mac(key: key, Bytes(utf8: name)).prefix(16)))
    }
}
