// SPDX-License-Identifier: EUPL-1.2

package import Kernel

/// For whom a route is. A handler takes a value of its audience, and the value can only be made for a visit that belongs to it:
/// a handler for leads cannot run for anybody else, whatever the order of routes.
package protocol Audience: Sendable {
    /// As it stands in the route-by-role table.
    static var name: String { get }
    init(_ visit: Visit) throws(Refusal)
}

/// Everybody, signed in or not.
package struct Anyone: Audience {
    package static let name = "anyone"
    package let viewer: Viewer?

    package init(_ visit: Visit) throws(Refusal) {
        viewer = visit.viewer
    }
}

/// Somebody who is signed in, whatever their roles.
package struct SignedIn: Audience {
    package static let name = "signed-in"
    package let viewer: Viewer

    package init(_ visit: Visit) throws(Refusal) {
        guard let viewer = visit.viewer else { throw .signInNeeded }
        self.viewer = viewer
    }
}

/// Somebody who holds a role, by grant or as a deputy. For others the page is not there.
package protocol RoleAudience: Audience {
    static var roles: Set<Role> { get }
    var viewer: Viewer { get }
}

extension RoleAudience {
    package static var name: String { roles.map(\.rawValue).sorted().joined(separator: "+") }

    fileprivate static func viewer(of visit: Visit) throws(Refusal) -> Viewer {
        guard let viewer = visit.viewer else { throw .signInNeeded }
        guard roles.contains(where: viewer.has) else { throw .notFound }
        return viewer
    }
}

package struct AsClient: RoleAudience {
    package static let roles: Set<Role> = [.client]
    package let viewer: Viewer
    package init(_ visit: Visit) throws(Refusal) { viewer = try Self.viewer(of: visit) }
}

package struct AsPractitioner: RoleAudience {
    package static let roles: Set<Role> = [.practitioner]
    package let viewer: Viewer
    package init(_ visit: Visit) throws(Refusal) { viewer = try Self.viewer(of: visit) }
}

package struct AsLead: RoleAudience {
    package static let roles: Set<Role> = [.lead]
    package let viewer: Viewer
    package init(_ visit: Visit) throws(Refusal) { viewer = try Self.viewer(of: visit) }
}

package struct AsAdministrator: RoleAudience {
    package static let roles: Set<Role> = [.administrator]
    package let viewer: Viewer
    package init(_ visit: Visit) throws(Refusal) { viewer = try Self.viewer(of: visit) }
}

/// A lead, limited to their organisations by the SQL, or an administrator of the pool.
package struct AsSteward: RoleAudience {
    package static let roles: Set<Role> = [.lead, .administrator]
    package let viewer: Viewer
    package init(_ visit: Visit) throws(Refusal) { viewer = try Self.viewer(of: visit) }
}
