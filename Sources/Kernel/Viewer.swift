// SPDX-License-Identifier: EUPL-1.2

/// Who is looking: a person of one pool with the roles they hold now. Every query that shows something takes one.
package struct Viewer: Hashable, Sendable {
    package let pool: PoolID
    package let person: PersonID
    package let name: String
    package let signIn: SignInID
    package let roles: Set<HeldRole>

    package init(pool: PoolID, person: PersonID, name: String, signIn: SignInID, roles: Set<HeldRole>) {
        self.pool = pool
        self.person = person
        self.name = name
        self.signIn = signIn
        self.roles = roles
    }

    package func has(_ role: Role) -> Bool {
        roles.contains { $0.role == role }
    }

    /// The organisations for which they hold a role.
    package func organisations(as role: Role) -> [OrganisationID] {
        roles.filter { $0.role == role }.compactMap(\.organisation)
    }
}
