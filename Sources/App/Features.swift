// SPDX-License-Identifier: EUPL-1.2

import Accounts
import Engagements
import Home
import Kernel
import Matching
import Pools
import Practitioners
import SQL
import Web

/// Every feature with what it needs.
struct Features: Sendable {
    let sites: any SiteReader
    let signIns: any SignInReader
    private let database: any Database
    private let time: any TimeSource
    private let ids: any IDSource
    private let settings: Site.Settings

    init(database: any Database, time: any TimeSource, ids: any IDSource, settings: Site.Settings) {
        self.database = database
        self.time = time
        self.ids = ids
        self.settings = settings
        sites = PoolsSites(database: database, time: time)
        signIns = AccountsSignIns(database: database)
    }

    func add(to routes: Routes) {
        let practice = PractitionerDesk(database: database, time: time, ids: ids)
        let matching = MatchingDesk(database: database, time: time, ids: ids)
        let engagements = EngagementDesk(database: database, time: time, ids: ids)
        PoolsRoutes(database: database, ids: ids).add(to: routes)
        AccountsRoutes(
            database: database, ids: ids, address: settings.address, limits: settings.limits, isDemo: settings.isDemo
        ).add(to: routes)
        PractitionersRoutes(desk: practice).add(to: routes)
        MatchingRoutes(desk: matching).add(to: routes)
        EngagementsRoutes(desk: engagements, matching: matching).add(to: routes)
        HomeRoutes(sources: [
            MatchingHome(desk: matching), EngagementsHome(desk: engagements), PractitionersHome(desk: practice),
        ]).add(to: routes)
    }
}
