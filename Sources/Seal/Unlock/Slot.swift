// SPDX-License-Identifier: EUPL-1.2

/// The user key under one way. Everything in a slot but its blob is authenticated with the blob.
package struct Slot: Equatable, Sendable {
    /// What a slot tells in clear.
    package struct About: Equatable, Sendable {
        package let pool: String
        package let user: String
        package let epoch: Int
        package let params: Params

        package init(pool: String, user: String, epoch: Int, params: Params) {
            self.pool = pool
            self.user = user
            self.epoch = epoch
            self.params = params
        }
    }

    package enum Params: Equatable, Sendable {
        case passphrase(Stretching, hasPassphrase: Bool)
        case kit
        case passkey(credential: Bytes, salt: Bytes)
    }

    package let about: About
    package let blob: Bytes

    /// - Throws: `slot` for a way of another kind, `randomness`.
    package init(
        sealing userKey: Bytes, by way: Way, about: About, _ randomness: Randomness = .system
    ) throws(SealError) {
        try demand(way.kind == about.params.kind && userKey.count == 32, .slot)
        let nonce = try randomness.bytes(12)
        self.about = about
        blob =
            nonce
            + (try Derivation.encrypt(
                userKey, key: way.wrappingKey, nonce: nonce, authenticating: try about.value.serialised()))
    }

    /// - Throws: `slot` for another form, `floor` for parameters below those compiled in.
    package init(_ value: CanonicalValue) throws(SealError) {
        let fields = try Fields(value, "blob epoch kind params pool suite user v", else: .slot)
        try fields.demandVersionOne()
        blob = try fields.bytes("blob")
        about = About(
            pool: try fields.id("pool"), user: try fields.id("user"), epoch: try fields.count("epoch", from: 1),
            params: try Params(fields["params"], kind: try fields.string("kind")))
    }

    package var value: CanonicalValue {
        guard case .object(var members) = about.value else { return about.value }
        members["blob"] = CanonicalValue(blob)
        return .object(members)
    }

    /// The user key.
    ///
    /// - Throws: `slot` for another person's slot or another way, `sealed`.
    package func open(by way: Way, pool: String, user: String) throws(SealError) -> Bytes {
        try demand(about.pool == pool && about.user == user && way.kind == about.params.kind, .slot)
        try demand(blob.count == 60, .sealed)
        return try Derivation.decrypt(
            Bytes(blob.dropFirst(12)), key: way.wrappingKey, nonce: Bytes(blob.prefix(12)),
            authenticating: try about.value.serialised())
    }
}

extension Slot.About {
    var value: CanonicalValue {
        .object([
            "epoch": .integer(epoch), "kind": .string(params.kind.rawValue), "params": params.value,
            "pool": .string(pool),
            "suite": 1, "user": .string(user), "v": 1,
        ])
    }
}

extension Slot.Params {
    init(_ value: CanonicalValue?, kind: String) throws(SealError) {
        switch Way.Kind(rawValue: kind) {
        case .passphrase:
            guard case .object(var members)? = value, case .boolean(let has)? = members.removeValue(forKey: "pass")
            else {
                throw .slot
            }
            self = .passphrase(try Stretching(.object(members)), hasPassphrase: has)
        case .kit:
            _ = try Fields(value, "", else: .slot)
            self = .kit
        case .passkey:
            let fields = try Fields(value, "credential salt", else: .slot)
            self = .passkey(credential: try fields.bytes("credential"), salt: try fields.bytes("salt", count: 32))
            try demand(try !fields.string("credential").isEmpty, .slot)
        case nil: throw .slot
        }
    }

    var kind: Way.Kind {
        switch self {
        case .passphrase: .passphrase
        case .kit: .kit
        case .passkey: .passkey
        }
    }

    var value: CanonicalValue {
        switch self {
        case .passphrase(let stretching, let has):
            guard case .object(var members) = stretching.value else { return stretching.value }
            members["pass"] = .boolean(has)
            return .object(members)
        case .kit: return .object([:])
        case .passkey(let credential, let salt):
            return .object(["credential": CanonicalValue(credential), "salt": CanonicalValue(salt)])
        }
    }
}
