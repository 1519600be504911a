// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Kernel
import SQL
import Web

/// What the pool decides for itself, on one page.
struct SettingsRoutes: Sendable {
    let database: any Database
    let ids: any IDSource

    func add(to routes: Routes) {
        for path in ["/settings", "/settings/done"] {
            routes.get(path, for: AsAdministrator.self) { [database] call in
                let pool = call.who.viewer.pool
                let settings = try await database.read { try PoolSettings.read(in: $0, pool: pool) }
                return try SettingsPage.response(to: call, SettingsForm.filled(settings))
            }
        }
        routes.post("/settings", for: AsAdministrator.self, form: SettingsForm.self) { call, filled in
            try SettingsPage.response(to: call, filled)
        } _: { [database, ids] call, form in
            try await SaveSettings(database: database, ids: ids)(form.values, by: call.who.viewer, at: call.visit.now)
            return call.see("/settings/done")
        }
    }
}
