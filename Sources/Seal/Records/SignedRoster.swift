// SPDX-License-Identifier: EUPL-1.2

/// A roster whose signatures were verified, with the hash by which records name it.
package struct SignedRoster: Equatable, Sendable {
    package let roster: Roster
    package let hash: Bytes

    /// Reads the roster that follows `previous`, signed by those who must.
    ///
    /// At the start every client and practitioner signs; later every client, those who stay and those who join, and at least one who
    /// stays. Where the agreement names a guardian, they sign in the clients' place. A client whose keys were reset since counts
    /// only with every practitioner beside them (attack test 15).
    ///
    /// - Throws: `roster` or `signature`, or the refusals of a statement.
    package init(
        _ bytes: Bytes, pool: String, eng: String, in directory: KeyDirectory, after previous: SignedRoster?,
        guardian: String? = nil
    ) throws(SealError) {
        let statement = try Statement(bytes, kind: .roster)
        let roster = try Roster(statement.value)
        let before = previous?.roster
        try demand(roster.pool == pool && roster.eng == eng, .roster)
        try demand(roster.seq == (before?.seq ?? 0) + 1 && roster.prev == (previous?.hash ?? []), .roster)
        try demand((roster.reason == .create) == (before == nil) && roster.at >= (before?.at ?? 0), .roster)
        try directory.demandPoint(roster.seen, else: .roster)
        for member in roster.members { _ = try Self.key(member, roster, directory) }
        var keys: [Bytes] = []
        for signer in try Self.signers(roster, before, directory, guardian) {
            keys.append(try Self.key(signer, roster, directory))
        }
        try statement.verify(by: keys)
        self.roster = roster
        hash = sha256(statement.body)
    }

    private static func key(
        _ member: Roster.Member, _ roster: Roster, _ directory: KeyDirectory
    ) throws(SealError) -> Bytes {
        do { return try directory.keys(of: member.holder, at: roster.seen.size).keys.signKey } catch { throw .roster }
    }

    private static func signers(
        _ roster: Roster, _ before: Roster?, _ directory: KeyDirectory, _ guardian: String?
    ) throws(SealError) -> [Roster.Member] {
        if let guardian { return try guardianSigners(roster, before, directory, guardian) }
        let clients = roster.members(.client)
        guard let before else { return clients + roster.members(.practitioner) }
        let staying = clients.filter { before.member($0.holder.user)?.role == .client }
        try demand(!staying.isEmpty, .roster)
        let hasReset = staying.contains { !continued($0, before, directory) }
        guard hasReset else { return clients }
        let beside = before.members(.practitioner).filter { one in
            !clients.contains { $0.holder.user == one.holder.user }
        }
        let present = roster.members(.practitioner).filter { one in
            beside.contains { $0.holder.user == one.holder.user }
        }
        try demand(!beside.isEmpty && present.count == beside.count, .roster)
        return clients + present
    }

    private static func guardianSigners(
        _ roster: Roster, _ before: Roster?, _ directory: KeyDirectory, _ guardian: String
    ) throws(SealError) -> [Roster.Member] {
        guard let signer = roster.member(guardian), signer.role == .guardian else { throw .roster }
        guard let before else { return [signer] + roster.members(.practitioner) }
        try demand(before.member(guardian)?.role == .guardian && continued(signer, before, directory), .roster)
        return [signer]
    }

    private static func continued(_ member: Roster.Member, _ before: Roster, _ directory: KeyDirectory) -> Bool {
        guard let earlier = before.member(member.holder.user) else { return false }
        return directory.isContinued(earlier.holder, to: member.holder.k)
    }
}

extension KeyDirectory {
    /// Whether keys number `k` are the same person's as those named: the same, or rotated since and never reset. A reset needs a new
    /// roster.
    package func isContinued(_ holder: KeyHolder, to k: Int) -> Bool {
        let entries = history(of: holder.user)
        guard holder.k <= k, entries.indices.contains(holder.k - 1), k <= entries.count else { return false }
        return entries[holder.k..<k].allSatisfy { $0.keys.reason == .rotate }
    }

    /// - Throws: the refusal given, unless the point is one that this directory went through.
    func demandPoint(_ point: TreePoint, else error: SealError) throws(SealError) {
        try demand(point.size <= tree.count, error)
        let own = try tree.point(at: point.size)
        try demand(own == point, error)
    }
}
