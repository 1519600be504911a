// SPDX-License-Identifier: EUPL-1.2

/// Checks of proofs without the tree.
package enum MerkleProof {
    /// Shows the leaf at its place under the root (RFC 9162, section 2.1.3.2).
    ///
    /// - Throws: `proof` unless it does.
    package static func inclusion(
        of leaf: Bytes, at place: Int, in size: Int, proof: [Bytes], root: Bytes
    ) throws(SealError) {
        try demand(place >= 0 && place < size && proof.allSatisfy { $0.count == 32 }, .proof)
        var (first, last, hash) = (place, size - 1, leaf)
        for step in proof {
            try demand(last != 0, .proof)
            if first & 1 == 1 || first == last {
                hash = MerkleTree.node(step, hash)
                while first & 1 == 0 && first != 0 { (first, last) = (first >> 1, last >> 1) }
            } else {
                hash = MerkleTree.node(hash, step)
            }
            (first, last) = (first >> 1, last >> 1)
        }
        try demand(last == 0 && hash == root, .proof)
    }

    /// Shows that the newer root continues the older one (RFC 9162, section 2.1.4.2).
    ///
    /// - Throws: `proof` unless it does.
    package static func consistency(
        from older: Int, _ olderRoot: Bytes, to newer: Int, _ newerRoot: Bytes, proof: [Bytes]
    ) throws(SealError) {
        try demand(older >= 1 && older <= newer && proof.allSatisfy { $0.count == 32 }, .proof)
        if older == newer { return try demand(proof.isEmpty && olderRoot == newerRoot, .proof) }
        let steps = older.nonzeroBitCount == 1 ? [olderRoot] + proof : proof
        guard let start = steps.first else { throw .proof }
        var (first, last) = (older - 1, newer - 1)
        while first & 1 == 1 { (first, last) = (first >> 1, last >> 1) }
        var (old, new) = (start, start)
        for step in steps.dropFirst() {
            try demand(last != 0, .proof)
            if first & 1 == 1 || first == last {
                old = MerkleTree.node(step, old)
                new = MerkleTree.node(step, new)
                while first & 1 == 0 && first != 0 { (first, last) = (first >> 1, last >> 1) }
            } else {
                new = MerkleTree.node(new, step)
            }
            (first, last) = (first >> 1, last >> 1)
        }
        try demand(last == 0 && old == olderRoot && new == newerRoot, .proof)
    }
}
