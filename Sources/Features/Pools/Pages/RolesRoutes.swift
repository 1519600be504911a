// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Kernel
import SQL
import Web

/// Addresses of roles and deputies. A holder reaches their own roles; whoever answers for a person reaches theirs.
struct RolesRoutes: Sendable {
    let database: any Database
    let ids: any IDSource

    func add(to routes: Routes) {
        for path in ["/roles", "/roles/done/{what}"] {
            routes.get(path, for: SignedIn.self) { [database] call in
                let roles = try await ShowPerson(database: database).own(call.who.viewer, on: call.visit.now.day)
                return try RolesPages.own(call, roles)
            }
        }
        addGiving(to: routes)
        addEnding(to: routes)
        addDeputies(to: routes)
    }

    private func addGiving(to routes: Routes) {
        routes.get("/people/{id}/roles", for: AsSteward.self) { [database] call in
            try await RolesPages.give(call, database, FilledForm())
        }
        routes.post("/people/{id}/roles", for: AsSteward.self, form: RoleForm.self) { [database] call, filled in
            try await RolesPages.give(call, database, filled)
        } _: { [database, ids] call, form in
            let person = try call.id("id", PersonKind.self)
            guard let role = form.role else { throw PoolsError.roleNotYours }
            try await GiveRole(database: database, ids: ids)(
                role, to: person, for: form.organisation, by: call.who.viewer, at: call.visit.now)
            return call.see("/people/\(person)/done/role-given")
        }
    }

    private func addEnding(to routes: Routes) {
        routes.get("/roles/{id}/ending", for: AsSteward.self) { [database] call in
            let viewer = call.who.viewer
            let grant = try await ShowPerson(database: database).role(
                try call.id("id"), for: viewer, on: call.visit.now.day)
            guard RoleRules.mayGive(viewer).contains(grant.role) else { throw Refusal.notFound }
            return try RolesPages.end(call, grant)
        }
        routes.post("/roles/{id}/ending", for: AsSteward.self) { [database, ids] call in
            let grant = try await EndRole(database: database, ids: ids)(
                try call.id("id"), by: call.who.viewer, at: call.visit.now)
            return call.see("/people/\(grant.person)/done/role-ended")
        }
    }

    private func addDeputies(to routes: Routes) {
        routes.get("/roles/{id}/deputies", for: SignedIn.self) { [database] call in
            try await RolesPages.deputy(call, database, FilledForm())
        }
        routes.post("/roles/{id}/deputies", for: SignedIn.self, form: DeputyForm.self) { [database] call, filled in
            try await RolesPages.deputy(call, database, filled)
        } _: { [database, ids] call, form in
            guard let from = form.from, let until = form.until else { throw PoolsError.daysBackwards }
            let grant = try await NameDeputy(database: database, ids: ids)(
                form.deputy, for: try call.id("id"), from: from, until: until, by: call.who.viewer, at: call.visit.now)
            return call.see(Self.afterwards(grant, call.who.viewer, "deputy-named"))
        }
        routes.post("/deputies/{id}/ending", for: SignedIn.self) { [database, ids] call in
            let grant = try await NameDeputy(database: database, ids: ids).end(
                try call.id("id"), by: call.who.viewer, at: call.visit.now)
            return call.see(Self.afterwards(grant, call.who.viewer, "deputy-ended"))
        }
    }

    /// Back to where they came from: a holder to their own roles, an administrator to the person.
    private static func afterwards(_ grant: RoleGrant, _ viewer: Viewer, _ done: String) -> String {
        grant.person == viewer.person ? "/roles/done/\(done)" : "/people/\(grant.person)/done/\(done)"
    }
}
