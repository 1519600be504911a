// SPDX-License-Identifier: EUPL-1.2

import Crypto
import Foundation

/// HPKE in base mode (RFC 9180) with DHKEM(X25519, HKDF-SHA256), HKDF-SHA256 and AES-256-GCM, one message a key.
///
/// The only place that may touch the library's `HPKE`, which does not refuse an agreement of all zeros as section 7.1.4 demands.
package enum CheckedHPKE {
    /// What a wrap of 32 bytes measures.
    package static let wrapSize = 80

    private static let suite = HPKE.Ciphersuite(
        kem: .Curve25519_HKDF_SHA256, kdf: .HKDF_SHA256, aead: .AES_GCM_256)

    /// The encapsulated key followed by the ciphertext.
    ///
    /// - Throws: `key` for a public key that is not canonical or of small order.
    package static func seal(_ text: Bytes, to receiver: Bytes, info: Bytes, authenticating data: Bytes)
        throws(SealError) -> Bytes
    {
        let key = try checked(receiver)
        return try refusing(.key) {
            var sender = try HPKE.Sender(recipientKey: key, ciphersuite: suite, info: Data(info))
            return Bytes(sender.encapsulatedKey) + Bytes(try sender.seal(text, authenticating: data))
        }
    }

    /// - Throws: `key` for an encapsulated key as above, `sealed` whenever the text does not open.
    package static func open(_ wrapped: Bytes, with own: OpeningKey, info: Bytes, authenticating data: Bytes)
        throws(SealError) -> Bytes
    {
        try demand(wrapped.count >= 48, .sealed)
        _ = try checked(Bytes(wrapped.prefix(32)))
        return try refusing(.sealed) {
            var recipient = try HPKE.Recipient(
                privateKey: own.key, ciphersuite: suite, info: Data(info), encapsulatedKey: Data(wrapped.prefix(32)))
            return Bytes(try recipient.open(wrapped.dropFirst(32), authenticating: data))
        }
    }

    /// A public key whose agreement with a fresh key is not zero, after the checks by list.
    private static func checked(_ raw: Bytes) throws(SealError) -> Curve25519.KeyAgreement.PublicKey {
        try CurveChecks.agreementKey(raw)
        return try refusing(.key) {
            let key = try Curve25519.KeyAgreement.PublicKey(rawRepresentation: raw)
            let agreed = try Curve25519.KeyAgreement.PrivateKey().sharedSecretFromKeyAgreement(with: key)
            let bits = agreed.withUnsafeBytes { $0.reduce(0 as UInt8, |) }
            try demand(bits != 0, .key)
            return key
        }
    }
}
