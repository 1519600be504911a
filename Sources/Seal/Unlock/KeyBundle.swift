// SPDX-License-Identifier: EUPL-1.2

/// The private keys of a person as the user key keeps them: the number of the newest key statement, its two keys, and earlier
/// ones kept for reading.
package struct KeyBundle: Equatable, Sendable {
    package let seq: Int
    package let signSeed: Bytes
    package let encSecret: Bytes
    package let old: [Old]

    package struct Old: Equatable, Sendable {
        package let k: Int
        package let secret: Bytes

        package init(k: Int, secret: Bytes) {
            self.k = k
            self.secret = secret
        }
    }

    package init(seq: Int, signSeed: Bytes, encSecret: Bytes, old: [Old] = []) {
        self.seq = seq
        self.signSeed = signSeed
        self.encSecret = encSecret
        self.old = old
    }

    /// The bundle as the server stores it.
    ///
    /// - Throws: `key` for keys of a wrong length or more than 255 of them, `randomness`.
    package func sealed(
        under userKey: Bytes, pool: String, user: String, epoch: Int, _ randomness: Randomness = .system
    ) throws(SealError) -> CanonicalValue {
        let about = Self.about(pool, user, epoch)
        let nonce = try randomness.bytes(12)
        let text = try Derivation.encrypt(
            try bytes(), key: Self.key(userKey), nonce: nonce,
            authenticating: try CanonicalValue.object(about).serialised())
        return .object(about.merging(["blob": CanonicalValue(nonce + text)]) { $1 })
    }

    /// - Throws: `slot` for another person's bundle, another epoch or form, `floor` for another suite, `sealed`.
    package init(
        opening value: CanonicalValue, with userKey: Bytes, pool: String, user: String, epoch: Int
    ) throws(SealError) {
        let fields = try Fields(value, "blob epoch pool suite user v", else: .slot)
        try fields.demandVersionOne()
        let (itsPool, itsUser) = (try fields.id("pool"), try fields.id("user"))
        let itsEpoch = try fields.count("epoch", from: 1)
        try demand(itsPool == pool && itsUser == user && itsEpoch == epoch, .slot)
        let blob = try fields.bytes("blob")
        try demand(blob.count >= 28, .sealed)
        let text = try Derivation.decrypt(
            Bytes(blob.dropFirst(12)), key: Self.key(userKey), nonce: Bytes(blob.prefix(12)),
            authenticating: try CanonicalValue.object(Self.about(pool, user, epoch)).serialised())
        try self.init(text)
    }

    private init(_ text: Bytes) throws(SealError) {
        guard text.count >= 69, text.count == 69 + 36 * Int(text[68]), let seq = UInt32(bytes: text.prefix(4)) else {
            throw .sealed
        }
        self.seq = Int(seq)
        signSeed = Bytes(text[4..<36])
        encSecret = Bytes(text[36..<68])
        old = stride(from: 69, to: text.count, by: 36).map { at in
            Old(k: Int(UInt32(bytes: text[at..<at + 4]) ?? 0), secret: Bytes(text[at + 4..<at + 36]))
        }
    }

    private func bytes() throws(SealError) -> Bytes {
        guard let count = UInt8(exactly: old.count), let number = UInt32(exactly: seq) else { throw .key }
        var out = number.bytes + signSeed + encSecret + [count]
        for earlier in old {
            guard let k = UInt32(exactly: earlier.k) else { throw .key }
            out += k.bytes + earlier.secret
        }
        try demand(out.count == 69 + 36 * old.count, .key)
        return out
    }

    private static func about(_ pool: String, _ user: String, _ epoch: Int) -> [String: CanonicalValue] {
        ["epoch": .integer(epoch), "pool": .string(pool), "suite": 1, "user": .string(user), "v": 1]
    }

    private static func key(_ userKey: Bytes) -> Bytes { Derivation.hkdf(userKey, info: Label.bundle.bytes) }
}
