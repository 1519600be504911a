// SPDX-License-Identifier: EUPL-1.2

/// A log entry that hides kind, parties and time of a statement: a random-looking hash that only the holders of the salt can open,
/// and that means nothing once they destroy it.
package enum CommitmentLeaf {
    /// - Throws: `proof` for a salt of another length than 32 bytes.
    package static func entry(salt: Bytes, statement: Bytes) throws(SealError) -> Bytes {
        try demand(salt.count == 32, .proof)
        return try CanonicalValue.object([
            "h": CanonicalValue(sha256(Label.commit.bytes + salt + statement)), "t": "c",
        ]).serialised()
    }
}
