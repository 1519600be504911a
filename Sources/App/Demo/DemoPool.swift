// SPDX-License-Identifier: EUPL-1.2

import Assets
import Journal
package import Kernel
import Pools
import Practitioners
package import SQL
import Web

/// A pool of some sixty people who do not exist, in eight organisations, with every role and engagements in several states. Made
/// with the commands of the product itself, so that a demonstration shows nothing that a pool could not do.
package struct DemoPool: Sendable {
    /// Somebody of the demonstration and what they are in it.
    package struct Somebody: Sendable {
        package let person: PersonID
        package let name: String
        package let organisation: String
        package let roles: [Role]
    }

    let database: any Database
    let ids: any IDSource
    let start: Timestamp

    /// - Parameter now: the story that the demonstration tells ends at this moment and began some weeks before.
    package init(database: any Database, ids: any IDSource, now: Timestamp) {
        self.database = database
        self.ids = ids
        start = now.adding(days: -45)
    }

    /// Fills a migrated, empty database.
    ///
    /// - Parameter crowd: clients of one programme more, who cannot be come in as; 0 for none.
    /// - Returns: everybody, two people who went on together first: they have the most to show.
    package func fill(
        host: String, roomHost: String = "room.localhost", crowd: Int = 0
    ) async throws -> [Somebody] {
        let pool = try await CreatePool(database: database, ids: ids)(
            shortName: "demo", name: "Coaching and Mentoring Wales", host: host, roomHost: roomHost,
            at: start)
        try await importPeople(into: pool)
        let people = try await DemoPeople(database: database).all(in: pool)
        guard let administrator = people.first(where: { $0.roles == [.administrator] }) else { return people }
        let gates = DemoGates(demo: self, pool: pool, administrator: viewer(administrator, pool))
        try await gates.found()
        try await listPractitioners(people, pool, gates)
        let together = try await DemoStory(demo: self, pool: pool).tell(people)
        try await DemoProgramme(demo: self, pool: pool).open(people)
        if crowd > 0, let steward = people.first(where: { $0.roles.contains(.administrator) }) {
            try await DemoCrowd(demo: self, clients: crowd).fill(
                pool, steward: steward, catalogue: try Catalogue(), gates: gates)
        }
        let practitioners = people.filter { $0.roles.contains(.practitioner) }
        try await gates.leaveWaiting(practitioners.suffix(2), practitioners.dropLast(2))
        return together + people.filter { somebody in !together.contains { $0.person == somebody.person } }
    }

    private func importPeople(into pool: PoolID) async throws {
        guard let list = Asset.all(under: "Sources/App/Demo/", ending: "people.csv").first else {
            throw OperatorError("demo.no-people", "the list of people is not inside the program")
        }
        let file = PeopleFile(list.bytes)
        let (result, _) = try await ImportPeople(database: database, ids: ids)(file, pool: pool, by: nil, at: start)
        guard result.errors.isEmpty else {
            throw OperatorError("demo.people", "\(result.errors.count) errors in the list of people")
        }
    }

    private func listPractitioners(_ people: [Somebody], _ pool: PoolID, _ gates: DemoGates) async throws {
        let desk = PractitionerDesk(database: database, time: FixedTime(now: start.adding(days: 1)), ids: ids)
        let practitioners = people.filter { $0.roles.contains(.practitioner) }
        for (index, somebody) in practitioners.enumerated() {
            try await desk.saveDraft(DemoProfiles.profile(index), by: viewer(somebody, pool))
            // The last two are still applicants, so that an administrator has something to look at.
            guard index < practitioners.count - 2 else { continue }
            try await gates.show(somebody, DemoProfiles.profile(index), index: index)
            try await desk.publish(by: viewer(somebody, pool))
            try await desk.list(somebody.person, pool: pool, actor: .program)
        }
    }

    func viewer(_ somebody: Somebody, _ pool: PoolID) -> Viewer {
        Viewer(
            pool: pool, person: somebody.person, name: somebody.name, signIn: ids.id(),
            roles: Set(somebody.roles.map { HeldRole(role: $0) }))
    }
}

/// A moment of the story.
struct FixedTime: TimeSource {
    let now: Timestamp
}
