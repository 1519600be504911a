// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Kernel
import Pools
import SQL
import TestSupport
import Testing

@Suite("A list of people is taken whole or not at all")
struct ImportTests {
    private static let list = """
        First name,Last name,Email,Organisation,Role,Job title,Grade,Department,Line manager email
        Siân,Ŵyn,sian@example.org,Glan Afon,client,Nurse,B7,Care,boss@example.org
        Lowri,Bevan, Lowri@Example.org ,Bryn Teg,"coach, client",Director,B9,Finance,
        Tomos,Price,,Glan Afon,client,Porter,,Care,
        Tomos,Price,,Bryn Teg,client,Porter,,Care,
        """

    @Test("The same list again changes nothing", arguments: TestDatabase.engines)
    func idempotent(engine: DatabaseEngine) async throws {
        try await withPool(engine) { scene in
            let first = try await scene.take(Self.list)
            #expect((first.rows, first.imported, first.updated, first.unchanged) == (4, 4, 0, 0))
            let second = try await scene.take(Self.list)
            #expect((second.rows, second.imported, second.updated, second.unchanged) == (4, 0, 0, 4))
            let lowri = try await scene.person("LOWRI@example.org")
            #expect(lowri.details.email == "Lowri@Example.org")
            #expect(lowri.organisationName == "Bryn Teg")
            #expect(try await scene.roles(of: lowri.id) == [HeldRole(role: .practitioner), HeldRole(role: .client)])
        }
    }

    @Test("A preview tells what the import then does, and writes nothing", arguments: TestDatabase.engines)
    func preview(engine: DatabaseEngine) async throws {
        try await withPool(engine) { scene in
            let importer = ImportPeople(database: scene.database, ids: scene.ids)
            let told = try await importer.preview(PeopleFile(Self.list), pool: scene.pool, by: nil)
            #expect(try await scene.named("tomos.price") == nil)
            #expect(try await scene.take(Self.list) == told)
        }
    }

    @Test(
        "Changed cells change, blank cells erase nothing, roles are added and never removed",
        arguments: TestDatabase.engines)
    func updates(engine: DatabaseEngine) async throws {
        try await withPool(engine) { scene in
            try await scene.take(Self.list)
            let result = try await scene.take(
                """
                name,email,role,job title,grade,organisation
                Siân Wyn,sian@example.org,mentor,,B8,
                """)
            #expect((result.imported, result.updated, result.unchanged) == (0, 1, 0))
            let sian = try await scene.person("sian@example.org")
            #expect(sian.details.familyName == "Wyn")
            #expect(sian.details.jobTitle == "Nurse")
            #expect(sian.details.grade == "B8")
            #expect(sian.organisationName == "Glan Afon")
            #expect(sian.details.managerEmail == "boss@example.org")
            #expect(try await scene.roles(of: sian.id) == [HeldRole(role: .client), HeldRole(role: .practitioner)])
        }
    }

    @Test("One wrong row, and nothing of the list stands", arguments: TestDatabase.engines)
    func allOrNothing(engine: DatabaseEngine) async throws {
        try await withPool(engine) { scene in
            try await scene.take("name,user name,email\nOld One,old,\n")
            let result = try await scene.take(
                """
                name,user name,email,organisation
                New One,,new@example.org,Newly Founded
                Other Person,old,other@example.org,
                Tom Price,,tom@example.org,
                Same Person,,,Newly Founded
                Same Person,,,Newly Founded
                """)
            #expect((result.rows, result.imported, result.updated, result.unchanged) == (5, 0, 0, 0))
            #expect(result.errors == [ImportError(row: 6, column: "name", fault: .personTwice)])
            let found = try await scene.database.read { [scene] in
                try Person.find(email: "new@example.org", in: $0, pool: scene.pool)
            }
            #expect(found == nil)
            let organisations = try await ListOrganisations(database: scene.database)(
                for: scene.administrator, on: Timestamp.t0.day)
            #expect(organisations.map(\.name) == ["Head Office"])
        }
    }

    @Test(
        "People without an address get user names in the order of the file, and keep them",
        arguments: TestDatabase.engines)
    func userNames(engine: DatabaseEngine) async throws {
        try await withPool(engine) { scene in
            let result = try await scene.take(Self.list)
            #expect(result.imported == 4)
            let first = try #require(try await scene.named("tomos.price"))
            let second = try #require(try await scene.named("tomos.price2"))
            #expect(first.organisationName == "Glan Afon")
            #expect(second.organisationName == "Bryn Teg")
            #expect(first.getsCodesByPost && second.getsCodesByPost)
            let forPost = try await scene.database.read { [scene] in
                try ListForPost.page(in: $0, pool: scene.pool, after: nil, limit: 10)
            }
            #expect(Set(forPost.items.map(\.userName)) == ["tomos.price", "tomos.price2"])
        }
    }

    @Test("An address given later goes to the person of that user name", arguments: TestDatabase.engines)
    func addressLater(engine: DatabaseEngine) async throws {
        try await withPool(engine) { scene in
            try await scene.take("name\nTomos Price\n")
            let before = try #require(try await scene.named("tomos.price"))
            let result = try await scene.take("name,user name,email\nTomos Price,tomos.price,tomos@example.org\n")
            #expect((result.imported, result.updated) == (0, 1))
            #expect(try await scene.person("tomos@example.org").id == before.id)
            #expect(try await scene.take("name,email\nTomos Price,tomos@example.org\n").unchanged == 1)
        }
    }

    @Test("A user name that is somebody else's is an error", arguments: TestDatabase.engines)
    func userNameOfAnother(engine: DatabaseEngine) async throws {
        try await withPool(engine) { scene in
            try await scene.take("name,user name,email\nA One,one,one@example.org\nB Two,two,two@example.org\n")
            let result = try await scene.take(
                "name,user name,email\nA One,two,one@example.org\nC New,one,new@example.org\n")
            #expect(
                result.errors == [
                    ImportError(row: 2, column: "user name", fault: .userNameTaken),
                    ImportError(row: 3, column: "user name", fault: .userNameTaken),
                ])
        }
    }

    @Test("What a list says of a practitioner waits for them; they are not listed", arguments: TestDatabase.engines)
    func details(engine: DatabaseEngine) async throws {
        try await withPool(engine) { scene in
            let list = """
                name,email,role,specialisms,languages,region,capacity
                Lowri Bevan,lowri@example.org,coach,"leadership, care","English, Welsh",North,4
                """
            #expect(try await scene.take(list).imported == 1)
            #expect(try await scene.take(list).unchanged == 1)
            let more = try await scene.take("name,email,region,capacity\nLowri Bevan,lowri@example.org,,6\n")
            #expect(more.updated == 1)
            let lowri = try await scene.person("lowri@example.org")
            let kept = try await scene.database.read { [scene] in
                try ImportDetail.kept(for: lowri.id, in: $0, pool: scene.pool)
            }
            #expect(
                kept
                    == ImportDetail(
                        specialisms: "leadership, care", languages: "English, Welsh", region: "North", capacity: 6))
        }
    }

    @Test(
        "A lead needs an organisation, and nobody makes themselves more than they are", arguments: TestDatabase.engines)
    func duties(engine: DatabaseEngine) async throws {
        try await withPool(engine) { scene in
            let noPlace = try await scene.take("name,email,role\nGwen Lead,gwen@example.org,lead\n")
            #expect(noPlace.errors == [ImportError(row: 2, column: "role", fault: .organisationNeeded)])
            let list = "name,email,role,organisation\nGwen Lead,gwen@example.org,lead,Glan Afon\n"
            #expect(try await scene.take(list).imported == 1)
            let gwen = try await scene.person("gwen@example.org")
            #expect(
                try await scene.roles(of: gwen.id) == [HeldRole(role: .lead, organisation: gwen.details.organisation)])
            let own = try await scene.take(
                "name,email,role\nAda Admin,ada@one.example,panel\n", by: scene.administrator)
            #expect(own.errors == [ImportError(row: 2, column: "role", fault: .notToYourself)])
        }
    }

    @Test("Two pools may know the same address", arguments: TestDatabase.engines)
    func twoPools(engine: DatabaseEngine) async throws {
        try await withDatabase(engine) { database in
            let one = try await PoolScene(database, name: "one", seed: 1)
            let two = try await PoolScene(database, name: "two", seed: 2)
            #expect(try await one.take(Self.list).imported == 4)
            #expect(try await two.take(Self.list).imported == 4)
        }
    }

    /// Fifty thousand rows in `make long`; as many batches as tell the same in `make test`, where nothing is optimized.
    private static let manyRows = ProcessInfo.processInfo.environment["FULL"] == "1" ? 50_000 : 3_000

    @Test(
        "A long list goes in, in one transaction, told of in steps; again nothing changes",
        arguments: TestDatabase.engines)
    func longList(engine: DatabaseEngine) async throws {
        try await withPool(engine) { scene in
            let file = PeopleFile(Self.many(Self.manyRows))
            let steps = Steps()
            let importer = ImportPeople(database: scene.database, ids: scene.ids)
            let first = try await importer(file, pool: scene.pool, by: nil, at: .t0) { steps.add($0) }.result
            #expect((first.rows, first.imported, first.errors.count) == (Self.manyRows, Self.manyRows, 0))
            #expect(steps.all.last == Self.manyRows)
            #expect(steps.all.count > 1)
            let second = try await importer(file, pool: scene.pool, by: nil, at: .t0).result
            #expect((second.imported, second.updated, second.unchanged) == (0, 0, Self.manyRows))
        }
    }

    /// As a personnel system exports them: 26 organisations, one in ten without an address.
    static func many(_ count: Int) -> String {
        var text = "First name,Last name,Email,Organisation,Role,Job title,Grade,Department,Line manager email\r\n"
        for number in 0..<count {
            let email = number.isMultiple(of: 10) ? "" : "person\(number)@org\(number % 26).example"
            text += "Siân\(number),\"Ŵyn-\(number % 977)\",\(email),Organisation \(number % 26),client,"
            text +=
                "Nurse,B\(number % 9),\"Care, north \(number % 40)\",boss\(number / 12)@org\(number % 26).example\r\n"
        }
        return text
    }
}
