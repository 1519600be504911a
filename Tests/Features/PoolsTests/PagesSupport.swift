// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import HummingbirdTesting
import Kernel
import Pools
import SQL
import TestSupport
import Web

extension PoolScene {
    /// Serves this pool's pages and hands out browsers of people who are signed in, by address. Roles are read for each request.
    func withPages(
        _ body: @escaping @Sendable (@escaping @Sendable (String) async throws -> TestBrowser) async throws -> Void
    ) async throws {
        let pages = try Pages()
        let routes = Routes(pages: pages)
        PoolsRoutes(database: database, ids: ids).add(to: routes)
        let site = PoolSite(id: pool, shortName: "one", name: "Pool one")
        let limits = RateLimits(network: .init(burst: 1e9, perMinute: 1e9), person: .init(burst: 1e9, perMinute: 1e9))
        let responder = SiteResponder(
            routes: routes, pages: pages, sites: OneSite(site: site), signIns: PeopleSignedIn(database: database),
            tokens: FormToken(key: Array(repeating: 7, count: 32)), time: clock, limits: limits)
        try await Application(responder: responder).test(.router) { client in
            try await body { email in
                let browser = TestBrowser(client)
                browser.set(cookie: "confidant", try await person(email).id.text)
                return browser
            }
        }
    }
}

private struct OneSite: SiteReader {
    let site: PoolSite
    func site(host: String) async throws -> PoolSite? { site }
}

/// The token is the person: sign-in itself is the next feature's.
private struct PeopleSignedIn: SignInReader {
    let database: any Database

    func viewer(pool: PoolID, token: String, now: Timestamp) async throws -> Viewer? {
        try await database.read { reader in
            guard let person = try Person.find(ID(stored: token), in: reader, pool: pool) else { return nil }
            let roles = try RolesReader.held(in: reader, pool: pool, person: person.id, on: now.day)
            return Viewer(pool: pool, person: person.id, name: person.name, signIn: ID(stored: token), roles: roles)
        }
    }
}
