// SPDX-License-Identifier: EUPL-1.2

import Kernel
import SQL
import Seal

/// What an invited person returns: the inviter alone can tell whether it is right, for the server never had the secret.
struct InvitationProof: Sendable {
    private let id: KeyInvitationID
    private let proof: Bytes
    private let person: PersonID
    private let pool: PoolID

    /// Reads the member `invitation` of a body.
    ///
    /// - Throws: `KeysRefused`.
    init(_ value: CanonicalValue, _ person: PersonID, pool: PoolID) throws {
        (id, proof) = try refusing("invitation") {
            let fields = try Fields(value, "id proof", else: .compare)
            return (KeyInvitationID(stored: try fields.id("id")), try fields.bytes("proof", count: 32))
        }
        self.person = person
        self.pool = pool
    }

    init(id: KeyInvitationID, proof: Bytes, person: PersonID, pool: PoolID) {
        (self.id, self.proof, self.person, self.pool) = (id, proof, person, pool)
    }

    /// - Throws: `KeysError.notFound` for an invitation that is not theirs or has its proof already.
    func keep(now: Timestamp, in transaction: Transaction) throws {
        guard try transaction.first(PeopleSQL.prove, pool, id, person, Seal.Base64URL.text(proof), now) != nil else {
            throw KeysError.notFound
        }
    }
}
