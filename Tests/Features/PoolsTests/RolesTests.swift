// SPDX-License-Identifier: EUPL-1.2

import Journal
import Kernel
import Pools
import SQL
import TestSupport
import Testing

@Suite("Roles, deputies and who sees whom")
struct RolesTests {
    private static let people = """
        name,email,organisation,role
        Gwen Lead,gwen@example.org,Glan Afon,lead
        Huw Lead,huw@example.org,Bryn Teg,lead
        Sian Wyn,sian@example.org,Glan Afon,client
        Tom Price,tom@example.org,Bryn Teg,client
        Nia None,nia@example.org,,client
        """

    @Test(
        "A deputy holds the role from the first day to the last, and not a day longer", arguments: TestDatabase.engines)
    func deputies(engine: DatabaseEngine) async throws {
        try await withPool(engine) { scene in
            try await scene.take(Self.people)
            let gwen = try await scene.viewer("gwen@example.org")
            let sian = try await scene.person("sian@example.org")
            let today = Timestamp.t0.day
            let grant = try await Self.grant(.lead, of: gwen, scene)
            let name = NameDeputy(database: scene.database, ids: scene.ids)
            _ = try await name(
                "Sian@Example.org ", for: grant, from: today.adding(days: 2), until: today.adding(days: 4), by: gwen,
                at: .t0)
            let standing = HeldRole(role: .lead, organisation: sian.details.organisation, deputyFor: gwen.person)
            for (days, stands) in [(0, false), (1, false), (2, true), (4, true), (5, false)] {
                #expect(try await scene.roles(of: sian.id, on: today.adding(days: days)).contains(standing) == stands)
            }
            let deputy = try await scene.viewer("sian@example.org", on: today.adding(days: 2))
            let seen = try await ListMembers(database: scene.database)(
                for: deputy, after: nil, on: today.adding(days: 2))
            #expect(seen.items.map(\.name) == ["Gwen Lead", "Sian Wyn"])
            let before = try await ListMembers(database: scene.database)(for: deputy, after: nil, on: today)
            #expect(before.items.isEmpty, "a role that is not held on the day opens nothing, whatever a viewer says")
        }
    }

    @Test(
        "Stopping a deputy, or ending the role, takes effect at once and is in the journal",
        arguments: TestDatabase.engines)
    func deputyEnds(engine: DatabaseEngine) async throws {
        try await withPool(engine) { scene in
            try await scene.take(Self.people)
            let gwen = try await scene.viewer("gwen@example.org")
            let sian = try await scene.person("sian@example.org")
            let today = Timestamp.t0.day
            let grant = try await Self.grant(.lead, of: gwen, scene)
            let name = NameDeputy(database: scene.database, ids: scene.ids)
            _ = try await name("sian@example.org", for: grant, from: today, until: today, by: gwen, at: .t0)
            let shown = try await ShowPerson(database: scene.database).own(gwen, on: today)
            let deputy = try #require(shown.flatMap(\.deputies).first)
            #expect(deputy.deputyName == "Sian Wyn")
            _ = try await name.end(deputy.id, by: gwen, at: .t0)
            #expect(try await scene.roles(of: sian.id) == [HeldRole(role: .client)])
            await #expect(throws: PoolsError.notFound) { _ = try await name.end(deputy.id, by: gwen, at: .t0) }

            _ = try await name("sian@example.org", for: grant, from: today, until: today, by: gwen, at: .t0)
            _ = try await EndRole(database: scene.database, ids: scene.ids)(grant, by: scene.administrator, at: .t0)
            #expect(try await scene.roles(of: sian.id) == [HeldRole(role: .client)])
            let actions = try await scene.database.read { [scene] in
                try JournalEntry.page(in: $0, pool: scene.pool, limit: 100).items.map(\.action)
            }
            #expect(actions.count { $0 == "deputy.named" } == 2)
            #expect(actions.count { $0 == "deputy.ended" } == 1)
            #expect(actions.contains("role.ended"))
        }
    }

    @Test(
        "A deputy must be somebody else of the pool, for a role that can have one", arguments: TestDatabase.engines)
    func deputyRefused(engine: DatabaseEngine) async throws {
        try await withPool(engine) { scene in
            try await scene.take(Self.people)
            let (gwen, huw) = (try await scene.viewer("gwen@example.org"), try await scene.viewer("huw@example.org"))
            let sian = try await scene.viewer("sian@example.org")
            let today = Timestamp.t0.day
            let name = NameDeputy(database: scene.database, ids: scene.ids)
            func attempt(_ who: String, _ grant: RoleGrantID, _ viewer: Viewer) async -> PoolsError? {
                do {
                    _ = try await name(who, for: grant, from: today, until: today, by: viewer, at: .t0)
                    return nil
                } catch {
                    return error as? PoolsError
                }
            }
            let lead = try await Self.grant(.lead, of: gwen, scene)
            let client = try await Self.grant(.client, of: sian, scene)
            #expect(await attempt("nobody@example.org", lead, gwen) == .noSuchDeputy)
            #expect(await attempt("gwen@example.org", lead, gwen) == .deputyIsHolder)
            #expect(await attempt("sian@example.org", lead, huw) == .notFound)
            #expect(await attempt("sian@example.org", client, sian) == .roleHasNoDeputy)
            #expect(await attempt("sian@example.org", lead, scene.administrator) == nil)
        }
    }

    @Test("A lead sees and changes the people of their organisation and nobody else", arguments: TestDatabase.engines)
    func leadsScope(engine: DatabaseEngine) async throws {
        try await withPool(engine) { scene in
            try await scene.take(Self.people)
            let gwen = try await scene.viewer("gwen@example.org")
            let day = Timestamp.t0.day
            let list = ListMembers(database: scene.database)
            #expect(try await list(for: gwen, after: nil, on: day).items.map(\.name) == ["Gwen Lead", "Sian Wyn"])
            #expect(try await list.search("tom", for: gwen, after: nil, on: day).items.isEmpty)
            #expect(try await list.search("Siân", for: gwen, after: nil, on: day).items.map(\.name) == ["Sian Wyn"])
            #expect(
                try await ListOrganisations(database: scene.database)(for: gwen, on: day).map(\.name) == ["Glan Afon"])
            for email in ["tom@example.org", "nia@example.org", "huw@example.org", "ada@one.example"] {
                let person = try await scene.person(email)
                await #expect(throws: PoolsError.notFound) {
                    _ = try await ShowPerson(database: scene.database)(person.id, for: gwen, on: day)
                }
                await #expect(throws: PoolsError.notFound) {
                    try await SavePerson(database: scene.database, ids: scene.ids).change(
                        person.id, to: person.details, version: person.version, by: gwen, at: .t0)
                }
                await #expect(throws: PoolsError.notFound) {
                    try await GiveRole(database: scene.database, ids: scene.ids)(
                        .practitioner, to: person.id, for: nil, by: gwen, at: .t0)
                }
            }
            let tom = try await scene.person("tom@example.org")
            let sian = try await scene.person("sian@example.org")
            var details = sian.details
            details.organisation = tom.details.organisation
            let moved = details
            await #expect(throws: PoolsError.organisationNotYours) {
                try await SavePerson(database: scene.database, ids: scene.ids).change(
                    sian.id, to: moved, version: sian.version, by: gwen, at: .t0)
            }
            await #expect(throws: PoolsError.roleNotYours) {
                try await GiveRole(database: scene.database, ids: scene.ids)(
                    .administrator, to: sian.id, for: nil, by: gwen, at: .t0)
            }
        }
    }

    @Test(
        "A lead cannot lead the links of somebody with a role of duty to another address",
        arguments: TestDatabase.engines)
    func addressOfDuty(engine: DatabaseEngine) async throws {
        try await withPool(engine) { scene in
            try await scene.take(Self.people + "\nPat Panel,pat@example.org,Glan Afon,panel")
            let gwen = try await scene.viewer("gwen@example.org")
            let save = SavePerson(database: scene.database, ids: scene.ids)
            let pat = try await scene.person("pat@example.org")
            var details = pat.details
            details.email = "gwen.too@example.org"
            let elsewhere = details
            await #expect(throws: PoolsError.addressNotYours) {
                try await save.change(pat.id, to: elsewhere, version: pat.version, by: gwen, at: .t0)
            }
            let sian = try await scene.person("sian@example.org")
            details = sian.details
            details.email = "sian.wyn@example.org"
            try await save.change(sian.id, to: details, version: sian.version, by: gwen, at: .t0)
            #expect(try await scene.person("sian.wyn@example.org").id == sian.id)
        }
    }

    @Test("A pool keeps an administrator, and a role is held once", arguments: TestDatabase.engines)
    func lastAdministrator(engine: DatabaseEngine) async throws {
        try await withPool(engine) { scene in
            try await scene.take(Self.people)
            let own = try await Self.grant(.administrator, of: scene.administrator, scene)
            let end = EndRole(database: scene.database, ids: scene.ids)
            await #expect(throws: PoolsError.lastAdministrator) {
                _ = try await end(own, by: scene.administrator, at: .t0)
            }
            let sian = try await scene.person("sian@example.org")
            let give = GiveRole(database: scene.database, ids: scene.ids)
            try await give(.administrator, to: sian.id, for: nil, by: scene.administrator, at: .t0)
            await #expect(throws: PoolsError.roleHeldAlready) {
                try await give(.administrator, to: sian.id, for: nil, by: scene.administrator, at: .t0)
            }
            _ = try await end(own, by: scene.administrator, at: .t0)
            #expect(try await scene.roles(of: scene.administrator.person).isEmpty)
        }
    }

    @Test("Two who edit at once do not undo each other", arguments: TestDatabase.engines)
    func versions(engine: DatabaseEngine) async throws {
        try await withPool(engine) { scene in
            try await scene.take(Self.people)
            let sian = try await scene.person("sian@example.org")
            let save = SavePerson(database: scene.database, ids: scene.ids)
            var first = sian.details
            first.jobTitle = "Nurse"
            var second = sian.details
            second.grade = "B7"
            try await save.change(sian.id, to: first, version: sian.version, by: scene.administrator, at: .t0)
            let late = second
            await #expect(throws: PoolsError.changedMeanwhile) {
                try await save.change(sian.id, to: late, version: sian.version, by: scene.administrator, at: .t0)
            }
            first.email = "TOM@example.org"
            let taken = first
            await #expect(throws: PoolsError.emailTaken) {
                try await save.change(sian.id, to: taken, version: sian.version + 1, by: scene.administrator, at: .t0)
            }
        }
    }

    @Test("The list goes on page by page and shows everybody once", arguments: TestDatabase.engines)
    func paging(engine: DatabaseEngine) async throws {
        try await withPool(engine) { scene in
            let rows = (0..<120).map { "Person \($0 % 7),person\($0)@example.org" }
            try await scene.take("name,email\n" + rows.joined(separator: "\n"))
            let list = ListMembers(database: scene.database)
            var (seen, after): ([PersonID], PersonID?) = ([], nil)
            repeat {
                let page = try await list(for: scene.administrator, after: after, on: Timestamp.t0.day)
                seen += page.items.map(\.id)
                after = page.next.flatMap { PersonID($0) }
            } while after != nil
            #expect(seen.count == 121)
            #expect(Set(seen).count == 121)
        }
    }

    private static func grant(_ role: Role, of viewer: Viewer, _ scene: PoolScene) async throws -> RoleGrantID {
        let roles = try await ShowPerson(database: scene.database).own(viewer, on: Timestamp.t0.day)
        return try #require(roles.first { $0.grant.role == role }).grant.id
    }
}
