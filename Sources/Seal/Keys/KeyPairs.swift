// SPDX-License-Identifier: EUPL-1.2

import Crypto

/// An Ed25519 key that signs. Only its public half can be read.
package struct SigningKey: Sendable {
    private let key: Curve25519.Signing.PrivateKey
    package let publicKey: Bytes

    /// - Throws: `key` unless the seed has 32 bytes.
    package init(seed: Bytes) throws(SealError) {
        key = try refusing(.key) { try Curve25519.Signing.PrivateKey(rawRepresentation: seed) }
        publicKey = Bytes(key.publicKey.rawRepresentation)
    }

    func sign(_ message: Bytes) throws(SealError) -> Bytes {
        try refusing(.key) { Bytes(try key.signature(for: message)) }
    }
}

/// An X25519 key that opens what was sealed to it. Only its public half can be read.
package struct OpeningKey: Sendable {
    let key: Curve25519.KeyAgreement.PrivateKey
    package let publicKey: Bytes

    /// - Throws: `key` unless the secret has 32 bytes.
    package init(secret: Bytes) throws(SealError) {
        key = try refusing(.key) { try Curve25519.KeyAgreement.PrivateKey(rawRepresentation: secret) }
        publicKey = Bytes(key.publicKey.rawRepresentation)
    }
}

/// Verifies an Ed25519 signature, the key and the signature checked first.
///
/// - Throws: `key` or `signature`.
package func verifySignature(_ signature: Bytes, of message: Bytes, by publicKey: Bytes) throws(SealError) {
    try CurveChecks.signingKey(publicKey)
    try CurveChecks.signature(signature)
    let key = try refusing(.key) { try Curve25519.Signing.PublicKey(rawRepresentation: publicKey) }
    try demand(key.isValidSignature(signature, for: message), .signature)
}
