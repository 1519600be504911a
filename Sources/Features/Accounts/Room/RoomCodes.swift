// SPDX-License-Identifier: EUPL-1.2

import Journal
package import Kernel
package import SQL
package import Web

enum RoomCodeWay: String {
    case toRoom = "to-room"
    case toPool = "to-pool"
}

/// Carries a sign-in between the two origins by a code that works once; no cookie and no address with a secret in it that a
/// server would see.
package enum RoomCodes {
    /// Minutes for which the link on a page of the pool works.
    package static let minutes = 10
    static let seconds = 60

    /// A code for a link to the room, which stands behind its `#`. One counts at a time.
    package static func toRoom(
        _ viewer: Viewer, now: Timestamp, ids: any IDSource, in database: any Database
    ) async throws -> String {
        let code = ids.secret()
        try await database.write { transaction in
            let (pool, way) = (viewer.pool, RoomCodeWay.toRoom.rawValue)
            try transaction.run(RoomSignInSQL.forgetCodes, pool, viewer.signIn, way)
            try transaction.run(
                RoomSignInSQL.addCode, pool, SignInToken.hash(code), viewer.signIn, way, now.adding(minutes: minutes))
        }
        return code
    }

    /// Keeps the hash of a code that the room drew; the room's page posts the code itself to the pool.
    package static func toPool(
        _ signIn: RoomSignIn, codeHash: [UInt8], now: Timestamp, in transaction: Transaction
    ) throws {
        let (pool, way) = (signIn.pool, RoomCodeWay.toPool.rawValue)
        try transaction.run(RoomSignInSQL.forgetCodes, pool, signIn.id, way)
        try transaction.run(
            RoomSignInSQL.addCode, pool, SignInToken.roomHash(codeHash), signIn.id, way, now.adding(seconds: seconds))
    }
}

/// Comes in from the room: the sign-in gets a new cookie. One that the browser had before is over.
struct EnterFromRoom: Sendable {
    private let pool: PoolID
    private let now: Timestamp
    private let hash: String
    private let token: String
    private let before: Viewer?

    init?(code: String, on visit: Visit, ids: any IDSource) {
        guard let hash = SignInToken.roomHash(code: code) else { return nil }
        pool = visit.site.id
        now = visit.now
        self.hash = hash
        token = ids.secret()
        before = visit.viewer
    }

    func run(in database: any Database) async throws -> Enter.Outcome {
        try await database.write { transaction in
            guard let taken = try transaction.first(RoomSignInSQL.takeCode, pool, hash, RoomCodeWay.toPool.rawValue),
                now < (try taken.time("expires_at"))
            else { return .refused }
            let signIn: SignInID = try taken.id("sign_in_id")
            guard let row = try transaction.first(RoomSignInSQL.signIn, pool, signIn) else { return .refused }
            let (person, expires): (PersonID, Timestamp) = (try row.id("person_id"), try row.time("expires_at"))
            guard now < expires else { return .refused }
            if let before, before.signIn != signIn {
                try transaction.run(
                    SignInSQL.end, pool, before.signIn, before.person, now, SignInEnd.replaced.rawValue)
            }
            try transaction.run(RoomSignInSQL.newCookie, pool, signIn, SignInToken.hash(token), now)
            let left = Int((expires.milliseconds - now.milliseconds) / 1000)
            return .entered(
                Enter.Entered(
                    token: token, seconds: try row.bool("is_shared_device") ? nil : left, isFirst: false,
                    language: try ContactChoice.latest(of: person, pool: pool, in: transaction)?.service))
        }
    }
}
