// SPDX-License-Identifier: EUPL-1.2

import App
package import Codes
package import Engagements
import FirstDay
import Hummingbird
import HummingbirdTesting
import Journal
package import Kernel
package import Matching
import PolicyPacks
package import Practitioners
package import Programmes
import Queues
package import SQL
import Synchronization
import Web

/// A pool with people in it and the desks of practice, for tests of everything from profile to engagement.
package struct PracticePool: Sendable {
    package let database: any Database
    package let clock: TestClock
    package let ids: TestIDs
    package let id: PoolID
    package let codes: CodesDesk
    package let practice: PractitionerDesk
    package let matching: MatchingDesk
    package let engagements: EngagementDesk
    package let programmes: ProgrammeDesk

    package init(_ database: any Database, named name: String = "pool", seed: UInt64 = 1) async throws {
        let (clock, ids) = (TestClock(), TestIDs(seed: seed))
        let pool: PoolID = ids.id()
        self.database = database
        self.clock = clock
        self.ids = ids
        id = pool
        let packs = try PackFolder.shipped()
        codes = CodesDesk(packs, database: database, time: clock, ids: ids)
        practice = PractitionerDesk(database: database, time: clock, ids: ids, codes: packs.library)
        matching = MatchingDesk(database: database, time: clock, ids: ids)
        engagements = EngagementDesk(database: database, time: clock, ids: ids)
        programmes = ProgrammeDesk(database: database, time: clock, ids: ids)
        try await database.write { try $0.run(PracticePoolSQL.pool, pool, name, Timestamp.t0) }
    }

    package func organisation(_ name: String) async throws -> OrganisationID {
        let organisation: OrganisationID = ids.id()
        try await database.write { [id] in
            try $0.run(PracticePoolSQL.organisation, id, organisation, name, name.lowercased(), Timestamp.t0)
        }
        return organisation
    }

    /// Somebody of the pool. Their address is `<name>@example.org`.
    package func person(
        _ name: String, _ roles: Role..., organisation: OrganisationID? = nil, department: String = "",
        manager: String? = nil
    ) async throws -> Viewer {
        let (person, roleIDs): (PersonID, [ID<Never>]) = (ids.id(), roles.map { _ in ids.id() })
        let email = name.lowercased() + "@example.org"
        let managerKey = manager.map { $0.lowercased() + "@example.org" }
        try await database.write { [id] tx in
            try tx.run(
                PracticePoolSQL.person, id, person, name, name.lowercased(), email, organisation, department,
                department.lowercased(), managerKey, Timestamp.t0)
            try tx.each(
                PracticePoolSQL.role,
                zip(roleIDs, roles).map { role -> [any SQLConvertible] in
                    let scope = role.1.isOfOrganisation ? organisation : nil
                    return [id, role.0, person, role.1.rawValue, scope?.text ?? "", Timestamp.t0, scope]
                })
        }
        return Viewer(
            pool: id, person: person, name: name, signIn: ids.id(),
            roles: Set(roles.map { HeldRole(role: $0, organisation: $0.isOfOrganisation ? organisation : nil) }))
    }

    /// A lead of an organisation.
    package func lead(_ name: String, of organisation: OrganisationID) async throws -> Viewer {
        let viewer = try await person(name, organisation: organisation)
        let role: ID<Never> = ids.id()
        try await database.write { [id] in
            try $0.run(PracticePoolSQL.roleOf, id, role, viewer.person, Role.lead.rawValue, organisation, Timestamp.t0)
        }
        return Viewer(
            pool: id, person: viewer.person, name: name, signIn: viewer.signIn,
            roles: [HeldRole(role: .lead, organisation: organisation)])
    }

    /// Somebody who can be found.
    package func practitioner(
        _ name: String, _ profile: Profile = .example, organisation: OrganisationID? = nil, department: String = "",
        manager: String? = nil
    ) async throws -> Viewer {
        let viewer = try await person(
            name, .practitioner, organisation: organisation, department: department, manager: manager)
        try await practice.saveDraft(profile, by: viewer)
        try await practice.publish(by: viewer)
        try await practice.list(viewer.person, pool: id, actor: .program)
        return viewer
    }

    /// Makes rows go away that no command takes away.
    package func endRole(_ role: Role, of viewer: Viewer) async throws {
        try await database.write {
            try $0.run(PracticePoolSQL.endRole, viewer.pool, viewer.person, role.rawValue, Timestamp.t0)
        }
    }

    /// The outbox with everything of practice that needs no mail server.
    package func drain() async throws {
        let runner = OutboxRunner(
            database: database, bell: OutboxBell(), time: clock, ids: ids,
            handlers: matching.handlers() + practice.gateHandlers()
                + [practice.pauseEndHandler(), codes.tellHandler(), engagements.lapseHandler()]
                + programmes.handlers())
        _ = try await runner.drain()
    }

    package func number(_ sql: PracticePoolSQL) async throws -> Int {
        try await database.read { [id] in try $0.first(sql, id)?.int("n") ?? 0 }
    }

    package func texts(_ sql: PracticePoolSQL) async throws -> [String] {
        try await database.read { [id] in try $0.rows(sql, id).map { try $0.text("t") } }
    }
}

package enum PracticePoolSQL: String, SQLStatement {
    case pool = "INSERT INTO pool (id, short_name, name, created_at) VALUES ($1, $2, $2, $3)"
    case organisation = """
        INSERT INTO organisation (pool_id, id, name, name_key, created_at) VALUES ($1, $2, $3, $4, $5)
        """
    case person = """
        INSERT INTO person (pool_id, id, given_name, family_name, name_key, given_key, email, email_key, organisation_id,
            job_title, grade, department, department_key, manager_email_key, created_at, version)
        VALUES ($1, $2, $3, '', $4, $4, $5, $5, $6, '', '', $7, $8, $9, $10, 1)
        """
    case role = """
        INSERT INTO person_role (pool_id, id, person_id, role, scope_key, given_at, organisation_id)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        """
    case roleOf = """
        INSERT INTO person_role (pool_id, id, person_id, role, organisation_id, scope_key, given_at)
        VALUES ($1, $2, $3, $4, $5, $5, $6)
        """
    case endRole = "UPDATE person_role SET ended_at = $4 WHERE pool_id = $1 AND person_id = $2 AND role = $3"
    case taken = "SELECT CAST(coalesce(sum(taken), 0) AS BIGINT) AS n FROM practitioner WHERE pool_id = $1"
    case entries = "SELECT count(*) AS n FROM directory_entry WHERE pool_id = $1"
    case found = "SELECT person_id AS t FROM directory_entry WHERE pool_id = $1 AND code = 'any' ORDER BY person_id"
    case journal = "SELECT action AS t FROM journal_entry WHERE pool_id = $1 ORDER BY at, id"
    case outbox = "SELECT kind AS t FROM outbox_item WHERE pool_id = $1 ORDER BY created_at, id"
    case payloads = "SELECT payload AS t FROM outbox_item WHERE pool_id = $1 ORDER BY created_at, id"
    case mailed = """
        SELECT subject_id AS t FROM outbox_item WHERE pool_id = $1 AND kind = 'mail' ORDER BY created_at, payload DESC
        """
    case searches = "SELECT count(*) AS n FROM directory_search WHERE pool_id = $1"
    case engagements = "SELECT count(*) AS n FROM engagement WHERE pool_id = $1"
    case steps = "SELECT step AS t FROM match_request_step WHERE pool_id = $1 ORDER BY request_id, number"
}

extension Profile {
    /// A coach for new managers who speaks Welsh.
    package static var example: Profile { .with(places: 2) }

    package static func with(
        places: Int = 2, _ specialisms: [Specialism] = [.newManagers], languages: [SpokenLanguage] = [.cy],
        disciplines: [Discipline] = [.coaching], formats: [MeetingFormat] = [.video]
    ) -> Profile {
        var choices = Choices()
        choices.insert(specialisms)
        choices.insert(disciplines)
        choices.insert(formats)
        choices.insert(Fee.free)
        choices.insert(Experience.practised)
        for language in languages { choices.insertFluent(language) }
        return Profile(approach: "I listen first.", methods: "Questions.", choices: choices, places: places)
    }
}

extension RequestWish {
    package static var example: RequestWish {
        var choices = Choices()
        choices.insert(Specialism.newManagers)
        return RequestWish(discipline: .coaching, format: .video, choices: choices)
    }
}

/// Runs `body` over a new database with one pool in it.
package func withPractice<Result>(
    _ engine: DatabaseEngine, _ body: (PracticePool) async throws -> Result
) async throws -> Result {
    try await withDatabase(engine) { try await body(PracticePool($0)) }
}

extension PracticePool {
    /// Runs the pages of practice and hands out browsers of people who are signed in: what is tested is what each may see, not
    /// how they came in.
    package func withPages(
        _ body: @escaping @Sendable (@escaping @Sendable (Viewer) -> TestBrowser) async throws -> Void
    ) async throws {
        let pages = try Pages { visit, _ in
            ["nav": [View](), "is_client": visit.viewer?.has(.client) ?? false]
        }
        let routes = Routes(pages: pages)
        QueueRoutes(database: database, ids: ids).add(to: routes)
        CodesRoutes(desk: codes).add(to: routes)
        FirstDayRoutes(database: database, library: codes.library).add(to: routes)
        PractitionersRoutes(desk: practice).add(to: routes)
        MatchingRoutes(desk: matching).add(to: routes)
        EngagementsRoutes(desk: engagements, matching: matching).add(to: routes)
        ProgrammesRoutes(desk: programmes).add(to: routes)
        let signIns = TestSignIns()
        let limits = RateLimits(
            network: .init(burst: 1e9, perMinute: 1e9), person: .init(burst: 1e9, perMinute: 1e9))
        let responder = SiteResponder(
            routes: routes, pages: pages, sites: OneSite(site: PoolSite(id: id, shortName: "pool", name: "The Pool")),
            signIns: signIns, tokens: FormToken(key: Array(repeating: 7, count: 32)), time: clock, limits: limits)
        try await Application(responder: responder).test(.router) { client in
            try await body { viewer in
                let browser = TestBrowser(client)
                browser.set(cookie: "confidant", signIns.token(of: viewer))
                return browser
            }
        }
    }
}

private struct OneSite: SiteReader {
    let site: PoolSite
    func site(host: String) async throws -> PoolSite? { site }
}

private final class TestSignIns: SignInReader {
    private let viewers = Mutex<[String: Viewer]>([:])

    func token(of viewer: Viewer) -> String {
        viewers.withLock { $0[viewer.person.text] = viewer }
        return viewer.person.text
    }

    func viewer(pool: PoolID, token: String, now: Timestamp) async throws -> Viewer? {
        viewers.withLock { $0[token] }
    }
}
