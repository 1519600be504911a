// SPDX-License-Identifier: EUPL-1.2

import Kernel
import SQL
import Seal
import Web

/// Puts a key statement into the log, by the same rules as every reader (`docs/formats.md`, 7): what a client would refuse never
/// gets in.
struct AdmitKeys: Sendable {
    /// Where the statement stands, and the log with it.
    struct Place: Sendable {
        let leaf: Int
        let point: CanonicalValue
        /// It stood there before: the same request came once more.
        let isOld: Bool
    }

    let pool: PoolID
    let person: PersonID
    let statement: Statement
    let keys: KeyStatement
    private let bytes: Bytes
    private let leaf: Bytes
    private let now: Timestamp

    /// Reads a statement by itself: form, floors, keys fit for use, for this person of this pool.
    ///
    /// - Throws: `KeysRefused`.
    init(_ value: CanonicalValue, pool: PoolID, person: PersonID, now: Timestamp) throws {
        self.pool = pool
        self.person = person
        self.now = now
        (bytes, statement, keys, leaf) = try refusing("statement") {
            let bytes = try value.serialised()
            let statement = try Statement(bytes, kind: .keys)
            let keys = try KeyStatement(statement.value)
            guard keys.pool == pool.text, keys.user == person.text, keys.signKey != keys.encKey else {
                throw SealError.history
            }
            // Everybody's parameters are the same, so that asking for them tells nothing.
            guard keys.stretching.iterations == Stretching.floor else { throw SealError.floor }
            return (bytes, statement, keys, try KeyStatement.leaf(bytes))
        }
    }

    var digest: String { Seal.Base64URL.text(sha256(statement.body)) }

    /// Demands that the statement was made now.
    ///
    /// - Throws: `KeysRefused`.
    func checkTime() throws {
        guard abs(keys.at - now.seconds) <= Login.tolerance else {
            throw KeysRefused(member: "statement", reason: .history)
        }
    }

    /// - Parameter attesters: the newest signing keys of those who vouch for a reset.
    /// - Throws: `KeysError.exists`, `.stale`, `.keyUsed`, `KeysRefused`.
    func run(attesters: [Bytes] = [], in transaction: Transaction) throws -> Place {
        let none: Bytes = []
        guard let row = try transaction.first(KeyLogSQL.lock, pool, none) else { throw KeysError.stale }
        var tail = LogTail(size: try row.int("size"), peaks: try row.bytes("peaks"))
        let last = try LoggedKeys.newest(of: person, pool: pool, in: transaction)
        if let last, last.digest == digest { return Place(leaf: last.leaf, point: last.point, isOld: true) }
        try checkPlace(after: last, tail, in: transaction)
        try refusing("statement") { try statement.verify(by: signers(after: last, attesters)) }
        for key in [keys.signKey, keys.encKey] {
            guard try transaction.first(KeyLogSQL.use, pool, Seal.Base64URL.text(key)) != nil else {
                throw KeysError.keyUsed
            }
        }
        let place = tail.size
        tail.append(leaf: leaf)
        try transaction.run(
            KeyLogSQL.add, pool, place, person, keys.seq, keys.reason.rawValue, digest,
            Seal.Base64URL.text(keys.signKey), Seal.Base64URL.text(keys.encKey), keys.at, leaf,
            Seal.Base64URL.text(tail.root), now)
        try transaction.run(KeyLogSQL.grow, pool, tail.size, tail.bytes, Seal.Base64URL.text(tail.root))
        return Place(leaf: place, point: tail.point.value, isOld: false)
    }

    private func checkPlace(after last: LoggedKeys?, _ tail: LogTail, in reader: Reader) throws {
        if keys.reason == .create, last != nil { throw KeysError.exists }
        let prev = last?.digest ?? ""
        guard keys.seq == (last?.seq ?? 0) + 1, Seal.Base64URL.text(keys.prev) == prev else { throw KeysError.stale }
        guard keys.at >= (last?.at ?? 0), keys.seen.size <= tail.size else { throw KeysError.stale }
        guard keys.seen.size > 0 else { return }
        let root = try reader.first(KeyLogSQL.rootAt, pool, keys.seen.size - 1)?.text("root")
        guard root == Seal.Base64URL.text(keys.seen.root) else { throw KeysError.stale }
    }

    private func signers(after last: LoggedKeys?, _ attesters: [Bytes]) -> [Bytes] {
        switch keys.reason {
        case .create: [keys.signKey]
        case .rotate: [last?.signKey ?? [], keys.signKey]
        case .reset: [keys.signKey] + attesters
        }
    }
}
