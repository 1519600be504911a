// SPDX-License-Identifier: EUPL-1.2

/// A person's public keys, numbered, each statement bound to the one before (`keys.v1`). The number is the `k` of every other format.
package struct KeyStatement: Equatable, Sendable {
    package enum Reason: String, Sendable { case create, rotate, reset }

    /// Who vouches for a reset, and with which of their keys.
    package typealias Attester = KeyHolder

    package let pool: String
    package let user: String
    package let seq: Int
    /// Hash of the body of the statement before, empty for the first.
    package let prev: Bytes
    package let signKey: Bytes
    package let encKey: Bytes
    package let stretching: Stretching
    package let reason: Reason
    package let at: Int
    package let seen: TreePoint
    package let attesters: [Attester]

    package init(
        pool: String, user: String, seq: Int, prev: Bytes, signKey: Bytes, encKey: Bytes, stretching: Stretching,
        reason: Reason,
        at: Int, seen: TreePoint, attesters: [Attester] = []
    ) {
        (self.pool, self.user, self.seq, self.prev) = (pool, user, seq, prev)
        (self.signKey, self.encKey, self.stretching) = (signKey, encKey, stretching)
        (self.reason, self.at, self.seen, self.attesters) = (reason, at, seen, attesters)
    }

    /// Reads a body by itself: form, floors, and keys fit for use. Whose turn it is and who must sign is the directory's to say.
    ///
    /// - Throws: `keys`, `key` or `floor`.
    package init(_ value: CanonicalValue) throws(SealError) {
        let fields = try Fields(value, "at by? cp enc_pk kdf pool prev reason seq sign_pk user", else: .keys)
        guard let reason = Reason(rawValue: try fields.string("reason")) else { throw .keys }
        let seq = try fields.count("seq", from: 1)
        try demand((reason == .create) == (seq == 1), .keys)
        self.init(
            pool: try fields.id("pool"), user: try fields.id("user"), seq: seq,
            prev: try fields.bytes("prev", count: seq == 1 ? 0 : 32), signKey: try fields.bytes("sign_pk"),
            encKey: try fields.bytes("enc_pk"), stretching: try Stretching(fields["kdf"]), reason: reason,
            at: try fields.count("at"), seen: try TreePoint(fields["cp"], else: .keys),
            attesters: fields["by"] == nil ? [] : try KeyHolder.list(fields, "by", upTo: 2, else: .keys))
        try demand((reason == .reset) == (fields["by"] != nil) && (reason == .reset) == !attesters.isEmpty, .keys)
        try demand(attesters.allSatisfy { $0.user != user }, .keys)
        try CurveChecks.signingKey(signKey)
        try CurveChecks.agreementKey(encKey)
    }

    package var value: CanonicalValue {
        var members: [String: CanonicalValue] = [
            "at": .integer(at), "cp": seen.value, "enc_pk": CanonicalValue(encKey), "kdf": stretching.value,
            "pool": .string(pool), "prev": CanonicalValue(prev), "reason": .string(reason.rawValue),
            "seq": .integer(seq),
            "sign_pk": CanonicalValue(signKey), "user": .string(user),
        ]
        if reason == .reset { members["by"] = .array(attesters.map(\.value)) }
        return .object(members)
    }

    /// The log entry of a signed statement.
    ///
    /// - Throws: `canonical`.
    package static func leaf(_ statement: Bytes) throws(SealError) -> Bytes {
        try CanonicalValue.object(["d": try CanonicalParser.object(statement), "t": "k"]).serialised()
    }
}
