// SPDX-License-Identifier: EUPL-1.2

import Home
import Kernel
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
        sites = FirstSite(database: database)
        signIns = NoSignIns()
    }

    func add(to routes: Routes) {
        HomeRoutes(sources: [], isDemo: settings.isDemo).add(to: routes)
    }
}

struct NoSignIns: SignInReader {
    func viewer(pool: PoolID, token: String, now: Timestamp) async throws -> Viewer? { nil }
}

struct FirstSite: SiteReader {
    let database: any Database
    enum FirstSQL: String, SQLStatement { case first = "SELECT id, short_name, name FROM pool ORDER BY id LIMIT 1" }
    func site(host: String) async throws -> PoolSite? {
        try await database.read { reader in
            try reader.first(FirstSQL.first).map { row in
                PoolSite(id: try row.id("id"), shortName: try row.text("short_name"), name: try row.text("name"))
            }
        }
    }
}
