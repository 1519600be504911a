// SPDX-License-Identifier: EUPL-1.2

/// Every key statement of a pool in the order of the log, each verified against those before it.
///
/// Who holds the whole directory needs nobody's word for a key, and its size and root are what statements carry as `cp`.
package struct KeyDirectory: Sendable {
    package struct Entry: Equatable, Sendable {
        package let keys: KeyStatement
        /// Hash of the statement's body.
        package let hash: Bytes
        /// Place in the log.
        package let leaf: Int
    }

    package let pool: String
    package private(set) var tree = MerkleTree()
    private var people: [String: [Entry]] = [:]
    private var used: Set<Bytes> = []

    package init(pool: String) { self.pool = pool }

    /// Adds the next entry of the log, or throws and adds nothing.
    ///
    /// - Throws: `history` for a gap, a fork, a key used before or a wrong pool; `signature` when one who must sign did not; `keys`,
    ///   `key`, `floor`, `statement` or `canonical` for its form.
    @discardableResult
    package mutating func admit(leaf: Bytes) throws(SealError) -> Entry {
        let fields = try Fields(try CanonicalParser.object(leaf, limit: CanonicalLimit.leaf), "d t", else: .keys)
        guard let carried = fields["d"], try fields.string("t") == "k" else { throw .keys }
        let statement = try Statement(try carried.serialised(), kind: .keys)
        let keys = try KeyStatement(statement.value)
        let last = people[keys.user]?.last
        try checkPlace(of: keys, after: last)
        try statement.verify(by: try signers(of: keys, after: last))
        let entry = Entry(keys: keys, hash: sha256(statement.body), leaf: tree.count)
        tree.append(MerkleTree.leaf(leaf))
        people[keys.user, default: []].append(entry)
        used.formUnion([keys.signKey, keys.encKey])
        return entry
    }

    /// The newest keys of a person, if they have any.
    package func current(_ user: String) -> Entry? { people[user]?.last }

    /// All keys that a person ever had, the first one first.
    package func history(of user: String) -> [Entry] { people[user] ?? [] }

    /// The keys of a person by number.
    ///
    /// - Throws: `history` where there are none.
    package func keys(of holder: KeyHolder) throws(SealError) -> Entry {
        guard let entries = people[holder.user], entries.indices.contains(holder.k - 1) else { throw .history }
        return entries[holder.k - 1]
    }

    /// The keys of a person if they were theirs when the tree had `size` leaves: made before, and not replaced yet.
    ///
    /// - Throws: `history` otherwise.
    package func keys(of holder: KeyHolder, at size: Int) throws(SealError) -> Entry {
        let entry = try keys(of: holder)
        let next = people[holder.user].flatMap { $0.indices.contains(holder.k) ? $0[holder.k] : nil }
        try demand(entry.leaf < size && (next.map { $0.leaf >= size } ?? true), .history)
        return entry
    }

    /// Demands that unlocked keys are the newest that the log holds for this person (attack test 12).
    ///
    /// - Throws: `history`: someone changed the keys, or served old ones.
    package func auditOwn(_ user: String, _ bundle: KeyBundle, stretching: Stretching? = nil) throws(SealError) {
        guard let entry = current(user) else { throw .history }
        let (sign, enc) = (try SigningKey(seed: bundle.signSeed), try OpeningKey(secret: bundle.encSecret))
        try demand(entry.keys.seq == bundle.seq && entry.keys.signKey == sign.publicKey, .history)
        try demand(entry.keys.encKey == enc.publicKey, .history)
        if let stretching { try demand(stretching == entry.keys.stretching, .history) }
    }

    private func checkPlace(of keys: KeyStatement, after last: Entry?) throws(SealError) {
        try demand(keys.pool == pool, .history)
        try demand(keys.seq == (last?.keys.seq ?? 0) + 1 && keys.prev == (last?.hash ?? []), .history)
        try demand(keys.at >= (last?.keys.at ?? 0), .history)
        try demand(!used.contains(keys.signKey) && !used.contains(keys.encKey), .history)
        try demand(keys.signKey != keys.encKey && keys.seen.size <= tree.count, .history)
        try demand(try tree.point(at: keys.seen.size) == keys.seen, .history)
    }

    private func signers(of keys: KeyStatement, after last: Entry?) throws(SealError) -> [Bytes] {
        switch (keys.reason, last) {
        case (.create, _): return [keys.signKey]
        case (.rotate, let last?): return [last.keys.signKey, keys.signKey]
        case (.rotate, nil): throw .history
        case (.reset, _):
            var signers = [keys.signKey]
            for attester in keys.attesters {
                guard let entry = current(attester.user), entry.keys.seq == attester.k else { throw .history }
                signers.append(entry.keys.signKey)
            }
            return signers
        }
    }
}
