// SPDX-License-Identifier: EUPL-1.2

import Kernel
package import SQL
package import Seal
package import Web

/// A write of the room that happens once, however often it is sent: its nonce is kept in its transaction, with the answer
/// (`protocol.md`, decision 20).
package struct Once: Sendable {
    private let pool: PoolID
    private let signIn: SignInID
    private let nonce: RoomNonce
    private let now: Timestamp

    package init<Who: RoomMember>(_ call: RoomCall<Who>) {
        pool = call.who.pool
        signIn = call.who.signIn.id
        nonce = call.nonce
        now = call.now
    }

    /// Does the work and keeps its answer; where the same request was answered before, gives that answer.
    ///
    /// - Throws: `RoomRefusal.nonce` where the nonce stands for another request.
    package func run(
        in database: any Database, _ work: @escaping @Sendable (Transaction) throws -> CanonicalValue
    ) async throws -> RoomAnswer {
        let answer = try await database.write { transaction in
            let none: [UInt8] = []
            guard
                try transaction.first(OnceSQL.claim, pool, signIn, nonce.nonce, nonce.request, none, now) != nil
            else { return try earlier(in: transaction) }
            let answer = try work(transaction)
            try transaction.run(OnceSQL.answer, pool, signIn, nonce.nonce, try answer.serialised())
            return answer
        }
        return .value(answer)
    }

    private func earlier(in reader: Reader) throws -> CanonicalValue {
        guard let row = try reader.first(OnceSQL.find, pool, signIn, nonce.nonce),
            try row.text("request_digest") == nonce.request
        else { throw RoomRefusal.nonce }
        return try CanonicalParser.object(try row.bytes("answer"), limit: 1_048_576)
    }
}
