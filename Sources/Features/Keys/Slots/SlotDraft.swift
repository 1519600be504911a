// SPDX-License-Identifier: EUPL-1.2

import Kernel
import Seal

/// One way in, as the room sends it: the public key that signs in by it, and the user key under it.
struct SlotDraft: Sendable {
    private static let mostCredential = 1024

    let name: String
    let kind: Way.Kind
    let authKey: Bytes
    let epoch: Int
    let needsPhrase: Bool
    /// Of the passphrase slot.
    let stretching: Stretching?
    let bytes: Bytes

    /// - Throws: `KeysRefused`.
    init(_ value: CanonicalValue, pool: PoolID, person: PersonID) throws {
        self = try refusing("slots") {
            let fields = try Fields(value, "auth_pk slot", else: .slot)
            let authKey = try fields.bytes("auth_pk", count: 32)
            try CurveChecks.signingKey(authKey)
            guard let given = fields["slot"] else { throw SealError.slot }
            let slot = try Slot(given)
            guard slot.about.pool == pool.text, slot.about.user == person.text, slot.blob.count == 60 else {
                throw SealError.slot
            }
            return try SlotDraft(slot, authKey: authKey, bytes: try given.serialised())
        }
    }

    private init(_ slot: Slot, authKey: Bytes, bytes: Bytes) throws {
        self.authKey = authKey
        self.bytes = bytes
        epoch = slot.about.epoch
        switch slot.about.params {
        case .passphrase(let stretching, let hasPassphrase):
            (name, kind, needsPhrase, self.stretching) = ("pw", .passphrase, hasPassphrase, stretching)
        case .kit: (name, kind, needsPhrase, stretching) = ("kit", .kit, false, nil)
        case .passkey(let credential, _):
            guard credential.count <= Self.mostCredential else { throw SealError.slot }
            (name, kind, needsPhrase, stretching) = (Self.name(credential: credential), .passkey, false, nil)
        }
    }

    static func name(credential: Bytes) -> String { "prf-" + Seal.Base64URL.text(sha256(credential)) }
}

/// The private keys under the user key, as the room sends them.
struct BundleDraft: Sendable {
    /// Keys of two hundred rotations.
    private static let most = 10_000

    let epoch: Int
    let bytes: Bytes

    /// - Throws: `KeysRefused`.
    init(_ value: CanonicalValue?, pool: PoolID, person: PersonID) throws {
        (epoch, bytes) = try refusing("bundle") {
            let fields = try Fields(value, "blob epoch pool suite user v", else: .slot)
            try fields.demandVersionOne()
            let (itsPool, itsUser) = (try fields.id("pool"), try fields.id("user"))
            let size = try fields.bytes("blob").count
            guard itsPool == pool.text, itsUser == person.text, let value, (97...Self.most).contains(size) else {
                throw SealError.slot
            }
            return (try fields.count("epoch", from: 1), try value.serialised())
        }
    }
}
