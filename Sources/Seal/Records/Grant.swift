// SPDX-License-Identifier: EUPL-1.2

/// One more reader for one version of one record, given by a reader, on a basis that is named (`grant.v1`).
package struct Grant: Equatable, Sendable {
    package enum Basis: String, CaseIterable, Sendable { case consent, exception, handover, roster }

    package var pool: String
    package var eng: String
    package var rec: String
    package var ver: Int
    package var envelope: Bytes
    package var by: KeyHolder
    package var to: KeyHolder
    package var basis: Basis
    /// Hash of the roster or statement that the basis is.
    package var reference: Bytes
    package var at: Int
    package var seen: TreePoint

    package init(
        pool: String, eng: String, rec: String, ver: Int, envelope: Bytes, by: KeyHolder, to: KeyHolder, basis: Basis,
        reference: Bytes, at: Int, seen: TreePoint
    ) {
        (self.pool, self.eng, self.rec, self.ver, self.envelope) = (pool, eng, rec, ver, envelope)
        (self.by, self.to, self.basis, self.reference, self.at, self.seen) = (by, to, basis, reference, at, seen)
    }

    /// - Throws: `grant` for another form.
    package init(_ value: CanonicalValue) throws(SealError) {
        let fields = try Fields(value, "at basis by cp eng env pool rec ref to ver", else: .grant)
        guard let basis = Basis(rawValue: try fields.string("basis")) else { throw .grant }
        self.init(
            pool: try fields.id("pool"), eng: try fields.id("eng"), rec: try fields.id("rec"),
            ver: try fields.count("ver", from: 1), envelope: try fields.bytes("env", count: 32),
            by: try KeyHolder(fields["by"], else: .grant), to: try KeyHolder(fields["to"], else: .grant), basis: basis,
            reference: try fields.bytes("ref", count: 32), at: try fields.count("at"),
            seen: try TreePoint(fields["cp"], else: .grant))
        try demand(by.user != to.user, .grant)
    }

    package var value: CanonicalValue {
        .object([
            "at": .integer(at), "basis": .string(basis.rawValue), "by": by.value, "cp": seen.value, "eng": .string(eng),
            "env": CanonicalValue(envelope), "pool": .string(pool), "rec": .string(rec),
            "ref": CanonicalValue(reference),
            "to": to.value, "ver": .integer(ver),
        ])
    }

    /// Reads a grant of a record whose envelope was verified.
    ///
    /// The giver must be able to read it. On the basis of a roster the new reader must stand in the roster named; on the basis of a
    /// consent the giver must be a client. `basisHolds` is asked about every other basis and refuses unless it says so.
    ///
    /// - Throws: `grant` or `signature`, or the refusals of a statement.
    package init(
        _ bytes: Bytes, of core: RecordCore, hash: Bytes, in directory: KeyDirectory, access: RecordAccess,
        basisHolds: (Grant) -> Bool = { _ in false }
    ) throws(SealError) {
        let statement = try Statement(bytes, kind: .grant)
        let grant = try Grant(statement.value)
        try demand(grant.pool == core.pool && grant.eng == core.eng && grant.rec == core.rec, .grant)
        try demand(grant.ver == core.ver && grant.envelope == hash, .grant)
        try directory.demandPoint(grant.seen, else: .grant)
        try statement.verify(by: [try Self.key(grant.by, grant, directory)])
        _ = try Self.key(grant.to, grant, directory)
        let reads = core.readers.contains { $0.user == grant.by.user && directory.isContinued($0, to: grant.by.k) }
        try demand(reads || access.grants.contains { $0.envelope == hash && $0.to.user == grant.by.user }, .grant)
        try grant.demandBasis(core, directory, access, basisHolds)
        self = grant
    }

    private func demandBasis(
        _ core: RecordCore, _ directory: KeyDirectory, _ access: RecordAccess, _ basisHolds: (Grant) -> Bool
    ) throws(SealError) {
        if basis == .roster {
            guard let roster = access.rosters[reference], roster.eng == core.eng, let member = roster.member(to.user)
            else {
                throw .grant
            }
            return try demand(member.reach >= .read && directory.isContinued(member.holder, to: to.k), .grant)
        }
        if basis == .consent { try demand(access.rosters[core.roster]?.member(by.user)?.role == .client, .grant) }
        try demand(basisHolds(self), .grant)
    }

    private static func key(_ holder: KeyHolder, _ grant: Grant, _ directory: KeyDirectory) throws(SealError) -> Bytes {
        do { return try directory.keys(of: holder, at: grant.seen.size).keys.signKey } catch { throw .grant }
    }
}
