// SPDX-License-Identifier: EUPL-1.2

/// One way to the user key: it wraps that key, and it signs in. Neither half tells the other.
package struct Way: Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case passphrase = "pw"
        case kit
        case passkey = "prf"
    }

    package let kind: Kind
    package let auth: SigningKey
    let wrappingKey: Bytes

    /// The account key that an enrolled device keeps.
    package static func accountKey(_ kit: Kit) -> Bytes {
        Derivation.hkdf(kit.secret, info: Label.accountKey.bytes)
    }

    /// - Throws: `key` for an account key of another length than 32 bytes.
    package static func passphrase(accountKey: Bytes, stretched: Bytes) throws(SealError) -> Way {
        try demand(accountKey.count == 32 && stretched.count == 32, .key)
        return try Way(.passphrase, stretched, salt: accountKey, .slotPassphrase, .authPassphrase)
    }

    /// - Throws: `key`, which a kit never causes.
    package static func kit(_ kit: Kit) throws(SealError) -> Way {
        try Way(.kit, kit.secret, salt: Derivation.noSalt, .slotKit, .authKit)
    }

    /// - Throws: `key` for a PRF output of another length than 32 bytes.
    package static func passkey(output: Bytes) throws(SealError) -> Way {
        try demand(output.count == 32, .key)
        return try Way(.passkey, output, salt: Derivation.noSalt, .slotPasskey, .authPasskey)
    }

    private init(_ kind: Kind, _ secret: Bytes, salt: Bytes, _ slot: Label, _ auth: Label) throws(SealError) {
        self.kind = kind
        wrappingKey = Derivation.hkdf(secret, salt: salt, info: slot.bytes)
        self.auth = try SigningKey(seed: Derivation.hkdf(secret, salt: salt, info: auth.bytes))
    }
}
