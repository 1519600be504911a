// SPDX-License-Identifier: EUPL-1.2

package import Kernel
package import SQL
package import Web

/// All pages of this feature.
package struct PoolsRoutes: Sendable {
    private let database: any Database
    private let ids: any IDSource

    package init(database: any Database, ids: any IDSource) {
        self.database = database
        self.ids = ids
    }

    package func add(to routes: Routes) {
        PeopleRoutes(database: database, ids: ids).add(to: routes)
        RolesRoutes(database: database, ids: ids).add(to: routes)
        OrganisationsRoutes(database: database, ids: ids).add(to: routes)
        SettingsRoutes(database: database, ids: ids).add(to: routes)
        ImportRoutes(database: database, ids: ids).add(to: routes)
    }
}
