// SPDX-License-Identifier: EUPL-1.2

package import Kernel

/// What a sign-in of the room has shown (`docs/room-api.md`, 4).
package enum RoomStrength: String, CaseIterable, Sendable {
    /// Came from the pool's pages.
    case link
    /// The kit alone, while there is a passphrase.
    case recover
    /// A way to the keys.
    case keys
}

/// The sign-in behind a token of the room. The token is worth nothing without the key that proves each request.
package struct RoomSignIn: Sendable {
    /// The row that owns the pool's cookie as well.
    package let id: SignInID
    package let pool: PoolID
    package let person: PersonID
    package let strength: RoomStrength
    package let proofKey: [UInt8]
    package let isLocked: Bool
    package let isShared: Bool
    package let idleMinutes: Int
    package let seen: Timestamp
    package let expires: Timestamp

    package init(
        id: SignInID, pool: PoolID, person: PersonID, strength: RoomStrength, proofKey: [UInt8], isLocked: Bool,
        isShared: Bool, idleMinutes: Int, seen: Timestamp, expires: Timestamp
    ) {
        (self.id, self.pool, self.person, self.strength) = (id, pool, person, strength)
        (self.proofKey, self.isLocked, self.isShared) = (proofKey, isLocked, isShared)
        (self.idleMinutes, self.seen, self.expires) = (idleMinutes, seen, expires)
    }
}

/// Finds who is behind a token of the room; only the token's hash is stored.
package protocol RoomSignInReader: Sendable {
    /// `nil` for an unknown or ended one, and for one of another pool; one that rested too long comes back locked.
    func signIn(pool: PoolID, token: String, now: Timestamp) async throws -> RoomSignIn?

    /// The room was used: it stays open from now on for its idle time.
    func used(_ signIn: RoomSignIn, now: Timestamp) async throws
}

extension RoomSignIn {
    /// The same sign-in after it has shown more.
    package init(_ signIn: RoomSignIn, strength: RoomStrength) {
        self.init(
            id: signIn.id, pool: signIn.pool, person: signIn.person, strength: strength, proofKey: signIn.proofKey,
            isLocked: signIn.isLocked, isShared: signIn.isShared, idleMinutes: signIn.idleMinutes, seen: signIn.seen,
            expires: signIn.expires)
    }
}
