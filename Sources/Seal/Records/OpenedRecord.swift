// SPDX-License-Identifier: EUPL-1.2

/// A record that could not be verified. To the person it is one refusal; the step is for evidence kept on their device and is never
/// told to the server, and what happens once the wrap is touched (steps 8 to 10) is one step.
package struct RecordRefusal: Error, Equatable, Sendable {
    package let step: Int

    /// Does one step; whatever it throws is refused there.
    static func at<Value>(_ step: Int, _ work: () throws -> Value) throws(RecordRefusal) -> Value {
        do { return try work() } catch { throw RecordRefusal(step: step) }
    }
}

/// A record as it was asked for; never what the answer says.
package struct RecordRequest: Sendable {
    package var pool: String
    package var eng: String
    package var rec: String?
    package var ver: Int?
    package var kind: RecordKind?
    /// The hash of the one envelope that is meant, where it is known.
    package var envelope: Bytes?

    package init(
        pool: String, eng: String, rec: String? = nil, ver: Int? = nil, kind: RecordKind? = nil, envelope: Bytes? = nil
    ) {
        (self.pool, self.eng, self.rec, self.ver, self.kind, self.envelope) = (pool, eng, rec, ver, kind, envelope)
    }

    func accepts(_ core: RecordCore, hash: Bytes) -> Bool {
        core.pool == pool && core.eng == eng && (rec ?? core.rec) == core.rec && (ver ?? core.ver) == core.ver
            && (kind ?? core.kind) == core.kind && (envelope ?? hash) == hash
    }
}

/// A record opened by one of its readers, every check passed in the fixed order (protocol 2.5).
package struct OpenedRecord: Sendable {
    package let envelope: Envelope
    package let body: Bytes
    package let hash: Bytes
    /// As whom it was opened.
    package let holder: KeyHolder

    /// What is needed to judge a record.
    package struct World: Sendable {
        package let directory: KeyDirectory
        package let access: RecordAccess
        /// The key of an author who has no other.
        package let oneTimeKey: Bytes?

        package init(directory: KeyDirectory, access: RecordAccess, oneTimeKey: Bytes? = nil) {
            (self.directory, self.access, self.oneTimeKey) = (directory, access, oneTimeKey)
        }
    }

    /// Who opens, with their keys by number.
    package struct Opener: Sendable {
        package let user: String
        package let keys: [Int: OpeningKey]

        package init(user: String, keys: [Int: OpeningKey]) { (self.user, self.keys) = (user, keys) }
    }

    /// Opens a record and notes it in the chain. Without a chain the request must name the one envelope that is meant.
    ///
    /// - Throws: the step at which the record was refused.
    package init(
        statement: Bytes, text: Bytes, wrap: Bytes, share: Bytes, asked: RecordRequest, in world: World,
        by opener: Opener,
        chain: inout RecordChain?, schema: (Bytes, RecordKind) throws -> Void = { _, _ in }
    ) throws(RecordRefusal) {
        let verified = try VerifiedEnvelope(statement: statement, asked: asked, in: world)
        let (envelope, hash, core) = (verified.envelope, verified.hash, verified.envelope.core)
        let (holder, own) = try RecordRefusal.at(5) {
            try world.access.check(core, in: world.directory)
            let holder = try world.access.holder(for: opener.user, of: core, hash: hash)
            guard let own = opener.keys[holder.k] else { throw SealError.record }
            return (holder, own)
        }
        let followed = chain
        try RecordRefusal.at(6) {
            if let followed {
                try followed.follows(core, hash: hash)
            } else {
                try demand(asked.envelope == hash, .chain)
            }
        }
        try RecordRefusal.at(7) { try envelope.demandText(text) }
        let padded = try RecordRefusal.at(8) {
            try envelope.openText(text, wrap: wrap, share: share, as: holder, with: own)
        }
        body = try RecordRefusal.at(11) { try core.kind.unpadded(padded) }
        let opened = body
        try RecordRefusal.at(12) { try schema(opened, core.kind) }
        try RecordRefusal.at(6) { try chain?.note(core, hash: hash) }
        (self.envelope, self.hash, self.holder) = (envelope, hash, holder)
    }
}

extension OpenedRecord.World {
    /// The author's key as the log had it at the point that the envelope names, or the one-time key that the author's id is made
    /// from.
    ///
    /// - Throws: `history` or `record`.
    package func authorKey(of core: RecordCore) throws(SealError) -> Bytes {
        try directory.demandPoint(core.point, else: .history)
        if core.akey > 0 {
            return try directory.keys(of: KeyHolder(user: core.author, k: core.akey), at: core.point.size).keys.signKey
        }
        guard let oneTimeKey, core.kind.isOneTime, OneTime.author(oneTimeKey) == core.author else { throw .record }
        return oneTimeKey
    }
}

extension Envelope {
    /// - Throws: `record` unless the ciphertext is the one that was signed for.
    package func demandText(_ text: Bytes) throws(SealError) {
        try demand(text.count == core.paddedSize + 16 && sha256(text) == textHash, .record)
    }

    /// - Throws: `sealed`, or `key` for a wrap that holds an unfit one, whatever the cause.
    func openText(
        _ text: Bytes, wrap: Bytes, share: Bytes, as holder: KeyHolder, with own: OpeningKey
    ) throws(SealError) -> Bytes {
        let keys = try unwrap(wrap, share: share, as: holder, with: own).keys
        return try Derivation.decrypt(text, key: keys.key, nonce: core.nonce, authenticating: keys.header)
    }

    /// A wrap of the same key for one more reader, by someone who can open the record. It gives them nothing without a grant.
    ///
    /// - Throws: `sealed` or `key`.
    package func rewrap(
        _ wrap: Bytes, share: Bytes, as holder: KeyHolder, with own: OpeningKey, to reader: SealedRecord.Reader
    ) throws(SealError) -> Bytes {
        let contentKey = try unwrap(wrap, share: share, as: holder, with: own).contentKey
        return try CheckedHPKE.seal(
            contentKey, to: reader.encKey, info: try core.wrapInfo(for: reader.holder), authenticating: commit)
    }

    /// The content key, once it is known to be the one that the author committed to.
    private func unwrap(
        _ wrap: Bytes, share: Bytes, as holder: KeyHolder, with own: OpeningKey
    ) throws(SealError) -> (contentKey: Bytes, keys: TextKeys) {
        try demand(wrap.count == CheckedHPKE.wrapSize, .sealed)
        let contentKey = try CheckedHPKE.open(
            wrap, with: own, info: try core.wrapInfo(for: holder), authenticating: commit)
        let keys = try TextKeys(contentKey: contentKey, share: share, core: core)
        try demand(equalInConstantTime(keys.commit, commit), .sealed)
        return (contentKey, keys)
    }
}
