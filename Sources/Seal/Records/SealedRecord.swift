// SPDX-License-Identifier: EUPL-1.2

/// One sealed version of a record, in its parts.
///
/// The text is under a key that is made with it and never used again. Half of what that key is derived from, the share, lies in a
/// store of its own, so that destroying the share destroys the text in every backup (protocol 2.10).
package struct SealedRecord: Sendable {
    /// A reader who is named, with the key to wrap to.
    package struct Reader: Sendable {
        package let holder: KeyHolder
        package let encKey: Bytes

        package init(holder: KeyHolder, encKey: Bytes) {
            (self.holder, self.encKey) = (holder, encKey)
        }
    }

    package let statement: Bytes
    package let text: Bytes
    package let share: Bytes
    package let wraps: [KeyHolder: Bytes]
    /// Hash of the envelope's body, by which chains and grants name this version.
    package let hash: Bytes

    /// Seals a version; readers, padded size and nonce of the core are made here.
    ///
    /// - Throws: `record` for a core or text that no reader would accept, `key` for a reader's unfit key, `randomness`.
    package init(
        _ about: RecordCore, body: Bytes, author: SigningKey, readers: [Reader], _ randomness: Randomness = .system
    ) throws(SealError) {
        let contentKey = try randomness.bytes(32)
        share = try randomness.bytes(32)
        var core = about
        core.nonce = try randomness.bytes(12)
        core.readers = Self.inOrder(readers).map(\.holder)
        core.paddedSize = try about.kind.paddedSize(of: body.count)
        _ = try RecordCore(try Fields(core.value, RecordCore.keys, else: .record))
        let keys = try TextKeys(contentKey: contentKey, share: share, core: core)
        text = try Derivation.encrypt(
            try core.kind.padded(body), key: keys.key, nonce: core.nonce, authenticating: keys.header)
        let envelope = Envelope(core: core, commit: keys.commit, textHash: sha256(text))
        var wraps: [KeyHolder: Bytes] = [:]
        for reader in readers {
            wraps[reader.holder] = try CheckedHPKE.seal(
                contentKey, to: reader.encKey, info: try core.wrapInfo(for: reader.holder), authenticating: keys.commit)
        }
        self.wraps = wraps
        hash = sha256(try envelope.value.serialised())
        statement = try Statement.sign(.envelope, envelope.value, by: [author])
    }

    private static func inOrder(_ readers: [Reader]) -> [Reader] {
        // An id that is none sorts first here and is refused by the check of the core.
        let keyed = readers.map { (raw: (try? Base64URL.bytes($0.holder.user)) ?? [], reader: $0) }
        return keyed.sorted { $0.raw.precedes($1.raw) }.map(\.reader)
    }
}
