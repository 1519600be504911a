// SPDX-License-Identifier: EUPL-1.2

/// How two people make sure that they hold each other's keys.
package enum Comparison {
    /// What is compared of a person: pool, person, both public keys.
    ///
    /// - Throws: `encoding` for ids that are none.
    package static func party(_ keys: KeyStatement) throws(SealError) -> Bytes {
        try Base64URL.bytes(keys.pool, count: 16) + Base64URL.bytes(keys.user, count: 16) + keys.signKey + keys.encKey
    }

    /// Nine words, the same on both sides, to compare at the first conversation.
    ///
    /// - Throws: `compare` for a person with themselves.
    package static func words(_ first: Bytes, _ second: Bytes) throws(SealError) -> [String] {
        try demand(first != second, .compare)
        let sorted = first.precedes(second) ? first + second : second + first
        return Words.from(Derivation.hkdf(sorted, info: Label.verifyWords.bytes, count: 13), count: 9)
    }

    /// What an invited person returns: it proves that these keys answer that invitation.
    ///
    /// - Throws: `compare` for a secret of another length than 16 bytes.
    package static func invitationProof(secret: Bytes, keysBody: Bytes) throws(SealError) -> Bytes {
        try demand(secret.count == 16, .compare)
        return Derivation.mac(key: Derivation.hkdf(secret, info: Label.invitation.bytes), keysBody)
    }
}

/// One side of a check by phone: three words read by each, both sides bound to their random bytes before any is shown (decision 10).
package struct PhoneCheck: Sendable {
    package let party: Bytes
    package let secret: Bytes

    /// - Throws: `compare` unless the secret has 32 bytes.
    package init(party: Bytes, secret: Bytes) throws(SealError) {
        try demand(secret.count == 32, .compare)
        self.party = party
        self.secret = secret
    }

    /// What goes to the other side before `secret` does.
    package var commitment: Bytes { sha256(Label.phoneCommit.bytes + party + secret) }

    /// Three words that this side reads out, three that it should hear.
    ///
    /// - Throws: `compare` when the other side shows other bytes than it committed to, or this side's own.
    package func words(
        with other: PhoneCheck, committed: Bytes
    ) throws(SealError) -> (say: [String], hear: [String]) {
        try demand(party != other.party && secret != other.secret, .compare)
        try demand(equalInConstantTime(other.commitment, committed), .compare)
        let first = party.precedes(other.party)
        let (low, high) = first ? (self, other) : (other, self)
        let material = low.party + high.party + low.secret + high.secret
        let words = Words.from(Derivation.hkdf(material, info: Label.phoneWords.bytes, count: 9), count: 6)
        let (lowWords, highWords) = (Array(words.prefix(3)), Array(words.suffix(3)))
        return first ? (lowWords, highWords) : (highWords, lowWords)
    }
}
