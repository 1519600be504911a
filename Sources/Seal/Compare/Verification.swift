// SPDX-License-Identifier: EUPL-1.2

/// The signed result of a comparison (`verify.v1`): from then on a change of the peer's keys stops sealing to them.
package struct Verification: Equatable, Sendable {
    package let pool: String
    package let holder: KeyHolder
    package let peer: KeyHolder
    /// Hash of the peer's key statement.
    package let peerHash: Bytes
    package let at: Int
    package let seen: TreePoint

    package init(pool: String, holder: KeyHolder, peer: KeyHolder, peerHash: Bytes, at: Int, seen: TreePoint) {
        (self.pool, self.holder, self.peer) = (pool, holder, peer)
        (self.peerHash, self.at, self.seen) = (peerHash, at, seen)
    }

    package var value: CanonicalValue {
        .object([
            "at": .integer(at), "cp": seen.value, "k": .integer(holder.k), "keys": CanonicalValue(peerHash),
            "peer": .string(peer.user), "peer_k": .integer(peer.k), "pool": .string(pool), "user": .string(holder.user),
        ])
    }

    /// - Throws: `compare` for another form, `signature`, `history` when the directory does not hold the keys named or the peer's
    ///   have changed since.
    package init(_ bytes: Bytes, in directory: KeyDirectory) throws(SealError) {
        let statement = try Statement(bytes, kind: .verify)
        let fields = try Fields(statement.value, "at cp k keys peer peer_k pool user", else: .compare)
        self.init(
            pool: try fields.id("pool"),
            holder: KeyHolder(user: try fields.id("user"), k: try fields.count("k", from: 1)),
            peer: KeyHolder(user: try fields.id("peer"), k: try fields.count("peer_k", from: 1)),
            peerHash: try fields.bytes("keys", count: 32), at: try fields.count("at"),
            seen: try TreePoint(fields["cp"], else: .compare))
        try demand(holder.user != peer.user && pool == directory.pool, .compare)
        try statement.verify(by: [try directory.keys(of: holder).keys.signKey])
        let entry = try directory.keys(of: peer)
        try demand(entry.hash == peerHash && directory.current(peer.user) == entry, .history)
    }
}
