// SPDX-License-Identifier: EUPL-1.2

import Crypto

/// HKDF, HMAC, hashing and AES-GCM over bytes.
enum Derivation {
    /// The salt where a format names none.
    static let noSalt = Bytes(repeating: 0, count: 32)

    /// HKDF-SHA-256 (RFC 5869).
    static func hkdf(_ secret: Bytes, salt: Bytes = noSalt, info: Bytes, count: Int = 32) -> Bytes {
        HKDF<SHA256>
            .deriveKey(inputKeyMaterial: SymmetricKey(data: secret), salt: salt, info: info, outputByteCount: count)
            .withUnsafeBytes { Bytes($0) }
    }

    static func mac(key: Bytes, _ message: Bytes) -> Bytes {
        Bytes(HMAC<SHA256>.authenticationCode(for: message, using: SymmetricKey(data: key)))
    }

    /// AES-256-GCM: ciphertext followed by its tag.
    ///
    /// - Throws: `sealed` for a key or nonce of a wrong length.
    static func encrypt(_ text: Bytes, key: Bytes, nonce: Bytes, authenticating data: Bytes) throws(SealError) -> Bytes
    {
        try demand(key.count == 32 && nonce.count == 12, .sealed)
        return try refusing(.sealed) {
            let box = try AES.GCM.seal(
                text, using: SymmetricKey(data: key), nonce: AES.GCM.Nonce(data: nonce), authenticating: data)
            return Bytes(box.ciphertext) + Bytes(box.tag)
        }
    }

    /// - Throws: `sealed` whenever the text does not open, whatever the cause.
    static func decrypt(_ text: Bytes, key: Bytes, nonce: Bytes, authenticating data: Bytes) throws(SealError) -> Bytes
    {
        try demand(key.count == 32 && nonce.count == 12 && text.count >= 16, .sealed)
        return try refusing(.sealed) {
            let box = try AES.GCM.SealedBox(
                nonce: AES.GCM.Nonce(data: nonce), ciphertext: text.dropLast(16), tag: text.suffix(16))
            return Bytes(try AES.GCM.open(box, using: SymmetricKey(data: key), authenticating: data))
        }
    }
}

/// The SHA-256 hash of bytes.
package func sha256(_ bytes: some Collection<UInt8>) -> Bytes {
    Bytes(SHA256.hash(data: Bytes(bytes)))
}
