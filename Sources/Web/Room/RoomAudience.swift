// SPDX-License-Identifier: EUPL-1.2

package import Kernel

/// For whom a request of the API is, as `Audience` is for pages: a handler takes a value that can only be made for a sign-in
/// that may.
package protocol RoomAudience: Sendable {
    /// As it stands in the route table.
    static var name: String { get }
    init(_ signIn: RoomSignIn?) throws(RoomRefusal)
}

/// Everybody, signed in or not.
package struct RoomAnyone: RoomAudience {
    package static let name = "room-anyone"

    package init(_ signIn: RoomSignIn?) throws(RoomRefusal) {}
}

/// Somebody with a sign-in of the room, of a strength that may.
package protocol RoomMember: RoomAudience {
    static var strengths: Set<RoomStrength> { get }
    var signIn: RoomSignIn { get }
}

extension RoomMember {
    package static var name: String { "room-" + strengths.map(\.rawValue).sorted().joined(separator: "+") }

    package var pool: PoolID { signIn.pool }
    package var person: PersonID { signIn.person }

    fileprivate static func open(_ signIn: RoomSignIn?) throws(RoomRefusal) -> RoomSignIn {
        guard let signIn else { throw .signInNeeded }
        if signIn.isLocked { throw .locked }
        guard strengths.contains(signIn.strength) else { throw .strength }
        return signIn
    }
}

package struct AnyRoom: RoomMember {
    package static let strengths = Set(RoomStrength.allCases)
    package let signIn: RoomSignIn
    package init(_ signIn: RoomSignIn?) throws(RoomRefusal) { self.signIn = try Self.open(signIn) }
}

/// Signing out works while the room is locked.
package struct LockedRoom: RoomMember {
    package static let strengths = Set(RoomStrength.allCases)
    package static let name = "room-locked"
    package let signIn: RoomSignIn
    package init(_ signIn: RoomSignIn?) throws(RoomRefusal) {
        guard let signIn else { throw .signInNeeded }
        self.signIn = signIn
    }
}

package struct KeysRoom: RoomMember {
    package static let strengths: Set<RoomStrength> = [.keys]
    package let signIn: RoomSignIn
    package init(_ signIn: RoomSignIn?) throws(RoomRefusal) { self.signIn = try Self.open(signIn) }
}

package struct LinkRoom: RoomMember {
    package static let strengths: Set<RoomStrength> = [.link]
    package let signIn: RoomSignIn
    package init(_ signIn: RoomSignIn?) throws(RoomRefusal) { self.signIn = try Self.open(signIn) }
}

package struct LinkOrKeysRoom: RoomMember {
    package static let strengths: Set<RoomStrength> = [.link, .keys]
    package let signIn: RoomSignIn
    package init(_ signIn: RoomSignIn?) throws(RoomRefusal) { self.signIn = try Self.open(signIn) }
}

package struct RecoverOrKeysRoom: RoomMember {
    package static let strengths: Set<RoomStrength> = [.recover, .keys]
    package let signIn: RoomSignIn
    package init(_ signIn: RoomSignIn?) throws(RoomRefusal) { self.signIn = try Self.open(signIn) }
}
