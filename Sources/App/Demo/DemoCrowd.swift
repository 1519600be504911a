// SPDX-License-Identifier: EUPL-1.2

import Journal
import Kernel
import Pools
import Practitioners
import Programmes
import SQL
import Web

/// Many more people, all of them in one programme, to try a round of the size that it is made for.
struct DemoCrowd: Sendable {
    private static let given = [
        "Aled", "Beca", "Catrin", "Dafydd", "Elin", "Ffion", "Gareth", "Hana", "Idris", "Jac", "Kerys", "Llinos",
        "Macsen", "Non", "Osian", "Pegi", "Rhodri", "Seren", "Twm", "Wena",
    ]
    private static let family = [
        "Adams", "Begum", "Cadwaladr", "Dacosta", "Edwards", "Farouk", "Gittins", "Hopkin", "Ibrahim", "Jenkins",
        "Khan", "Lloyd", "Meredith", "Nowak", "Ogwen", "Parry", "Quick", "Rossi", "Singh", "Tudur", "Usher", "Vaughan",
        "Walters", "Young", "Zielinska",
    ]
    private static let departments = ["Finance", "Planning", "Care", "Libraries", "Roads", "Housing"]
    private static let grades = ["G5", "G6", "G7", "B7", "B8a"]

    let demo: DemoPool
    let clients: Int

    /// - Parameter clients: how many apply; there is a practitioner for every four of them.
    init(demo: DemoPool, clients: Int) {
        self.demo = demo
        self.clients = clients
    }

    func fill(
        _ pool: PoolID, steward: DemoPool.Somebody, catalogue: Catalogue, gates: DemoGates
    ) async throws {
        let practitioners = max(1, clients / 4)
        let file = PeopleFile(Array(list(practitioners).utf8))
        let importer = ImportPeople(database: demo.database, ids: demo.ids)
        let (result, _) = try await importer(file, pool: pool, by: nil, at: demo.start)
        guard result.errors.isEmpty else {
            throw OperatorError("demo.crowd", "\(result.errors.count) errors in the crowd")
        }
        let day = demo.start.adding(days: 40)
        let desk = PractitionerDesk(database: demo.database, time: FixedTime(now: day), ids: demo.ids)
        let people = try await demo.database.read { reader in
            try (0..<practitioners).compactMap { number in
                try reader.first(DemoCrowdSQL.person, pool, address("coach", number)).map { row in
                    (number: number, person: try row.id("id", PersonKind.self))
                }
            }
        }
        for (number, person) in people {
            let viewer = Viewer(
                pool: pool, person: person, name: "", signIn: demo.ids.id(), roles: [HeldRole(role: .practitioner)])
            var profile = DemoProfiles.profile(number)
            profile.choices.insert(Discipline.mentoring)
            profile.places = 6
            try await desk.saveDraft(profile, by: viewer)
            try await desk.publish(by: viewer)
            try await gates.show(
                DemoPool.Somebody(person: person, name: "", organisation: "The pool", roles: [.practitioner]), profile,
                index: number + 100)
            try await desk.list(person, pool: pool, actor: .program)
        }
        try await join(pool, steward, practitioners, day, ChoiceNames(catalogue))
    }

    private func join(
        _ pool: PoolID, _ steward: DemoPool.Somebody, _ practitioners: Int, _ day: Timestamp, _ names: ChoiceNames
    ) async throws {
        let desk = ProgrammeDesk(database: demo.database, time: FixedTime(now: day), ids: demo.ids)
        let viewer = demo.viewer(steward, pool)
        let terms = ProgrammeTerms(
            name: "Mentoring for \(clients)", discipline: .mentoring, opensOn: Day(number: day.day.number - 5),
            closesOn: Day(number: day.day.number + 30), beginsOn: Day(number: day.day.number + 40),
            endsOn: Day(number: day.day.number + 300), sessions: 8)
        let programme = try await desk.make(terms, owner: nil, by: viewer)
        let offers = (0..<practitioners).map { "\(address("coach", $0)),\(3 + $0 % 3)" }
        let topics = Specialism.allCases.map(\.rawValue)
        let wishes = (0..<clients).map { number in
            let own = [number, number * 7 + 3, number * 13 + 5].map { topics[$0 % topics.count] }
            return "\(address("client", number)),\(own.joined(separator: ";")),\(number % 4 == 0 ? "cy" : "en"),video"
        }
        for (side, head, lines) in [
            (FileSide.practitioners, "email,places", offers), (.clients, "email,topics,languages,formats", wishes),
        ] {
            let text = ([head] + lines).joined(separator: "\n")
            let done = try await desk.takeOrTell(
                TakingFile(Array(text.utf8)), of: side, into: programme, names: names, by: viewer)
            guard done.errors.isEmpty else {
                throw OperatorError("demo.crowd", "\(done.errors.count) errors in the crowd")
            }
        }
    }

    private func address(_ kind: String, _ number: Int) -> String { "\(kind)\(number)@crowd.example" }

    private func list(_ practitioners: Int) -> String {
        func line(_ kind: String, _ number: Int, _ role: String) -> String {
            let name = [
                Self.given[number % Self.given.count],
                Self.family[number / Self.given.count % Self.family.count] + (number >= 500 ? " \(number)" : ""),
            ]
            let place = [Self.departments[number % 6], Self.grades[number % 5]]
            return (name + [address(kind, number), "Cyngor Glan Afon", role] + place).joined(separator: ",")
        }
        let heads = "First name,Last name,Email,Organisation,Role,Department,Grade"
        let coaches = (0..<practitioners).map { line("coach", $0, "practitioner") }
        return ([heads] + coaches + (0..<clients).map { line("client", $0, "client") }).joined(separator: "\n")
    }
}

private enum DemoCrowdSQL: String, SQLStatement {
    case person = "SELECT m.id FROM person m WHERE m.pool_id = $1 AND m.email_key = $2"
}
