// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Kernel
import SQL
import Web

/// Addresses of organisations: the list for whoever answers for some, adding and renaming for administrators.
struct OrganisationsRoutes: Sendable {
    let database: any Database
    let ids: any IDSource

    func add(to routes: Routes) {
        for path in ["/organisations", "/organisations/done/{what}"] {
            routes.get(path, for: AsSteward.self) { [database] call in
                let found = try await ListOrganisations(database: database)(
                    for: call.who.viewer, on: call.visit.now.day)
                return try OrganisationsPages.list(call, found)
            }
        }
        routes.get("/organisations/new", for: AsAdministrator.self) { call in
            try OrganisationsPages.new(call, FilledForm())
        }
        routes.post("/organisations/new", for: AsAdministrator.self, form: OrganisationForm.self) { call, filled in
            try OrganisationsPages.new(call, filled)
        } _: { [database, ids] call, form in
            _ = try await SaveOrganisation(database: database, ids: ids).add(
                form.name, by: call.who.viewer, at: call.visit.now)
            return call.see("/organisations/done/added")
        }
        routes.get("/organisations/{id}/name", for: AsAdministrator.self) { [database] call in
            let organisation = try await Self.organisation(call, database)
            return try OrganisationsPages.rename(call, organisation, FilledForm(values: ["name": [organisation.name]]))
        }
        routes.post("/organisations/{id}/name", for: AsAdministrator.self, form: OrganisationForm.self) {
            [database] call, filled in
            try OrganisationsPages.rename(call, try await Self.organisation(call, database), filled)
        } _: { [database, ids] call, form in
            try await SaveOrganisation(database: database, ids: ids).rename(
                try call.id("id"), to: form.name, by: call.who.viewer, at: call.visit.now)
            return call.see("/organisations/done/renamed")
        }
    }

    private static func organisation(_ call: Call<AsAdministrator>, _ database: any Database) async throws
        -> Organisation
    {
        let id = try call.id("id", OrganisationKind.self)
        let found = try await ListOrganisations(database: database)(for: call.who.viewer, on: call.visit.now.day)
        guard let organisation = found.first(where: { $0.id == id }) else { throw Refusal.notFound }
        return organisation
    }
}
