// SPDX-License-Identifier: EUPL-1.2

/// What the author signs of a record: its core, the commitment to the key of its text, and the hash of the ciphertext.
package struct Envelope: Equatable, Sendable {
    package let core: RecordCore
    package let commit: Bytes
    package let textHash: Bytes

    init(core: RecordCore, commit: Bytes, textHash: Bytes) {
        (self.core, self.commit, self.textHash) = (core, commit, textHash)
    }

    /// - Throws: `record` for another form.
    package init(_ value: CanonicalValue) throws(SealError) {
        let fields = try Fields(value, RecordCore.keys + " commit cth", else: .record)
        core = try RecordCore(fields)
        commit = try fields.bytes("commit", count: 32)
        textHash = try fields.bytes("cth", count: 32)
    }

    package var value: CanonicalValue {
        guard case .object(let members) = core.value else { return core.value }
        return .object(members.merging(["commit": CanonicalValue(commit), "cth": CanonicalValue(textHash)]) { $1 })
    }
}

/// The key of one text and the commitment to it, from the content key and the share: without either there is neither.
struct TextKeys {
    let header: Bytes
    let key: Bytes
    let commit: Bytes

    init(contentKey: Bytes, share: Bytes, core: RecordCore) throws(SealError) {
        try demand(contentKey.count == 32 && share.count == 32, .sealed)
        header = try core.hash()
        let okm = Derivation.hkdf(contentKey, salt: share, info: Label.record.bytes + header, count: 64)
        (key, commit) = (Bytes(okm.prefix(32)), Bytes(okm.suffix(32)))
    }
}
