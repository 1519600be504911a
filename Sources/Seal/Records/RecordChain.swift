// SPDX-License-Identifier: EUPL-1.2

/// The high-water mark of an engagement: what was seen of each author and each record. Gaps, older versions, forks and withheld
/// records show against it (attack test 5).
package struct RecordChain: Sendable {
    private struct Mark {
        var aseq = 0
        var hash: Bytes = []
        var akey = 0
    }

    private struct Versions {
        var newest = 0
        var hashes: Set<Bytes> = []
    }

    private var authors: [String: Mark] = [:]
    private var records: [String: Versions] = [:]
    private var known: Set<Bytes> = []
    private var gone: Set<Bytes> = []

    package init() {}

    /// Whether an envelope was seen before; otherwise it must follow.
    ///
    /// - Throws: `chain` for a gap, a fork, an older version, or a key that its author had already replaced.
    @discardableResult
    package func follows(_ core: RecordCore, hash: Bytes) throws(SealError) -> Bool {
        if known.contains(hash) { return true }
        let last = authors[core.author] ?? Mark()
        let isNext = core.aseq == last.aseq + 1 && core.aprev == last.hash
        let isAfterDisposed = core.aseq > last.aseq + 1 && gone.contains(core.aprev)
        try demand((isNext || isAfterDisposed) && core.akey >= last.akey, .chain)
        let versions = records[core.rec] ?? Versions()
        try demand(core.ver == versions.newest + 1 && (core.ver == 1 || versions.hashes.contains(core.prev)), .chain)
        return false
    }

    /// Notes an envelope.
    ///
    /// - Throws: `chain` when it does not follow.
    package mutating func note(_ core: RecordCore, hash: Bytes) throws(SealError) {
        if try follows(core, hash: hash) { return }
        known.insert(hash)
        authors[core.author] = Mark(aseq: core.aseq, hash: hash, akey: core.akey)
        noteVersion(core.rec, core.ver, hash)
    }

    /// Notes what was disposed of; the chain goes on from its hash.
    ///
    /// - Throws: `chain` for a version that is not the next.
    package mutating func noteGone(rec: String, ver: Int, hash: Bytes) throws(SealError) {
        if known.contains(hash) || gone.contains(hash) { return }
        try demand(ver == (records[rec]?.newest ?? 0) + 1, .chain)
        gone.insert(hash)
        noteVersion(rec, ver, hash)
    }

    /// What an author had seen and this side does not hold. After a whole sync this is evidence that something is withheld.
    package func missing(from core: RecordCore) -> [RecordCore.Seen] {
        core.seen.filter { !known.contains($0.envelope) && !gone.contains($0.envelope) }
    }

    /// What to say in the next envelope of an author: the newest of each other one, in the order of their ids.
    package func seen(by author: String) -> [RecordCore.Seen] {
        authors.filter { $0.key != author }
            .map {
                (
                    raw: (try? Base64URL.bytes($0.key)) ?? [],
                    seen: RecordCore.Seen(user: $0.key, aseq: $0.value.aseq, envelope: $0.value.hash)
                )
            }
            .sorted { $0.raw.precedes($1.raw) }
            .map(\.seen)
    }

    /// Where an author's next envelope stands.
    package func nextPlace(of author: String) -> (aseq: Int, aprev: Bytes) {
        let last = authors[author] ?? Mark()
        return (last.aseq + 1, last.hash)
    }

    private mutating func noteVersion(_ rec: String, _ ver: Int, _ hash: Bytes) {
        records[rec, default: Versions()].newest = ver
        records[rec, default: Versions()].hashes.insert(hash)
    }
}
