// SPDX-License-Identifier: EUPL-1.2

package import Kernel
package import SQL
import Web

/// Knows who is behind a cookie: one indexed statement on every request gives the person and every role that they hold
/// today.
///
/// A sign-in ends by itself when it was not used for its idle time, and twelve hours after it began. Its end is written
/// down when it is noticed, so that turning the clock back does not bring it to life again (`protocol.md` decision 20).
package struct AccountsSignIns: SignInReader {
    private let database: any Database

    package init(database: any Database) {
        self.database = database
    }

    package func viewer(pool: PoolID, token: String, now: Timestamp) async throws -> Viewer? {
        guard let hash = SignInToken.hash(token) else { return nil }
        let found = try await database.read { reader in
            try FoundSignIn(rows: try reader.rows(SignInSQL.find, pool, hash, now.day))
        }
        guard let found else { return nil }
        if let end = found.end(now) {
            try await database.write { transaction in
                try transaction.run(SignInSQL.end, pool, found.id, found.person, now, end.rawValue)
                try transaction.run(RoomSignInSQL.dropShares, pool, found.person)
            }
            return nil
        }
        if found.isSeenLongAgo(now) {
            // A database that can only be read just now (a full disk) must not keep people from reading: the next
            // request tries again.
            _ = try? await database.write { transaction in try transaction.run(SignInSQL.seen, pool, found.id, now) }
        }
        return Viewer(pool: pool, person: found.person, name: found.name, signIn: found.id, roles: found.roles)
    }
}

/// A sign-in as the database has it.
private struct FoundSignIn: Sendable {
    /// Seconds between two writes of `seen_at`.
    private static let pause = 60

    let id: SignInID
    let person: PersonID
    let name: String
    let roles: Set<HeldRole>
    private let seen: Timestamp
    private let expires: Timestamp
    private let idleMinutes: Int

    /// `nil` without rows: no such sign-in, or one that is over.
    init?(rows: [Row]) throws {
        guard let row = rows.first else { return nil }
        id = try row.id("id")
        person = try row.id("person_id")
        name = try row.text("given_name") + " " + row.text("family_name")
        seen = try row.time("seen_at")
        expires = try row.time("expires_at")
        idleMinutes = try row.int("idle_minutes")
        roles = Set(
            try rows.compactMap { row in
                guard let role = try row.optionalText("role").flatMap(Role.init(rawValue:)) else { return nil }
                return HeldRole(
                    role: role, organisation: try row.optionalID("organisation_id"),
                    deputyFor: try row.optionalID("deputy_for"))
            })
    }

    func end(_ now: Timestamp) -> SignInEnd? {
        if now >= expires { return .expired }
        return now >= seen.adding(minutes: idleMinutes) ? .idle : nil
    }

    func isSeenLongAgo(_ now: Timestamp) -> Bool {
        now >= seen.adding(seconds: Self.pause)
    }
}
