// SPDX-License-Identifier: EUPL-1.2

import Journal
import Kernel
import SQL
import Seal
import Web

/// Keeps what somebody signed after comparing keys. The server checks what every reader would, so that no statement stands that
/// nobody could use; readers check it all the same.
struct Verify: Sendable {
    private let signIn: RoomSignIn
    private let now: Timestamp
    private let statement: Statement
    private let bytes: Bytes
    private let k: Int
    private let peer: PersonID
    private let peerK: Int
    private let peerDigest: String
    private let ids: (id: VerificationID, entry: JournalID)

    /// - Throws: `KeysRefused`.
    init(_ value: CanonicalValue?, _ signIn: RoomSignIn, now: Timestamp, ids: any IDSource) throws {
        self.signIn = signIn
        self.now = now
        self.ids = (ids.id(), ids.id())
        let bytes = try refusing("statement") { try (value ?? .done).serialised() }
        self.bytes = bytes
        (statement, k, peer, peerK, peerDigest) = try refusing("statement") {
            let statement = try Statement(bytes, kind: .verify)
            let fields = try Fields(statement.value, "at cp k keys peer peer_k pool user", else: .compare)
            let (pool, user) = (try fields.id("pool"), try fields.id("user"))
            let (at, peer) = (try fields.count("at"), try fields.id("peer"))
            guard pool == signIn.pool.text, user == signIn.person.text, peer != user,
                abs(at - now.seconds) <= Login.tolerance
            else { throw SealError.compare }
            return (
                statement, try fields.count("k", from: 1), PersonID(stored: peer), try fields.count("peer_k", from: 1),
                Seal.Base64URL.text(try fields.bytes("keys", count: 32))
            )
        }
    }

    func run(in transaction: Transaction) throws -> CanonicalValue {
        let pool = signIn.pool
        guard let mine = try LoggedKeys.newest(of: signIn.person, pool: pool, in: transaction), mine.seq == k,
            let theirs = try LoggedKeys.newest(of: peer, pool: pool, in: transaction), theirs.seq == peerK,
            theirs.digest == peerDigest
        else { throw KeysError.stale }
        try refusing("statement") { try statement.verify(by: [mine.signKey]) }
        try transaction.run(PeopleSQL.verify, pool, ids.id, signIn.person, peer, bytes, now)
        try record(
            in: transaction, pool: pool, at: now, id: ids.entry, actor: JournalActor(signIn.person),
            KeysAction.verified, on: ids.id)
        return .done
    }
}
