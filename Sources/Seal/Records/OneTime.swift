// SPDX-License-Identifier: EUPL-1.2

/// Writing without keys of one's own.
package enum OneTime {
    /// The id of an author who has no other: it is made from the key, so the key can be checked against it.
    package static func author(_ publicKey: Bytes) -> String {
        Base64URL.text(sha256(Label.oneTimeAuthor.bytes + publicKey).prefix(16))
    }
}

/// What the twelve words of a complaint's receipt stand for: who signs, where replies open, and the mailbox.
package struct Receipt: Sendable {
    package let auth: SigningKey
    package let reply: OpeningKey
    package let mailbox: String
    package let author: String

    /// - Throws: `key`, which a kit's 16 bytes never cause.
    package init(_ words: Kit) throws(SealError) {
        let derive = { (label: Label, count: Int) in Derivation.hkdf(words.secret, info: label.bytes, count: count) }
        auth = try SigningKey(seed: derive(.receiptAuth, 32))
        reply = try OpeningKey(secret: derive(.receiptReply, 32))
        mailbox = Base64URL.text(derive(.receiptMailbox, 16))
        author = OneTime.author(auth.publicKey)
    }

    /// The core of a complaint, or of an addition to one: `aseq` and `aprev` say where it stands among what this receipt sent before.
    package func core(
        pool: String, rec: String, aseq: Int = 1, aprev: Bytes = [], at: Int, point: TreePoint
    ) -> RecordCore {
        RecordCore(
            kind: .complaint, pool: pool, eng: mailbox, rec: rec, author: author, akey: 0, aseq: aseq, aprev: aprev,
            roster: [],
            at: at, point: point)
    }
}
