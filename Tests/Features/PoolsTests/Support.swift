// SPDX-License-Identifier: EUPL-1.2

import Kernel
import Pools
import SQL
import Synchronization
import TestSupport

/// A pool with an administrator, made as an operator makes one: created, then a list imported.
struct PoolScene {
    let database: any Database
    let pool: PoolID
    let clock = TestClock()
    let ids: TestIDs
    let administrator: Viewer

    init(_ database: any Database, name: String = "one", seed: UInt64 = 1) async throws {
        self.database = database
        ids = TestIDs(seed: seed)
        pool = try await CreatePool(database: database, ids: ids)(
            shortName: name, name: "Pool \(name)", host: "\(name).example", at: .t0)
        let list = PeopleFile(
            """
            first name,last name,email,organisation,role
            Ada,Admin,ada@\(name).example,Head Office,administrator
            """)
        let result = try await ImportPeople(database: database, ids: ids)(list, pool: pool, by: nil, at: .t0).result
        guard result.imported == 1 else { throw NotAsPlanned() }
        administrator = try await Self.viewer("ada@\(name).example", pool, database, ids)
    }

    /// Imports a list as the operator does.
    @discardableResult
    func take(_ csv: String, by viewer: Viewer? = nil) async throws -> ImportResult {
        try await ImportPeople(database: database, ids: ids)(PeopleFile(csv), pool: pool, by: viewer, at: clock.now)
            .result
    }

    func person(_ email: String) async throws -> Person {
        let found = try await database.read { [pool] in try Person.find(email: email, in: $0, pool: pool) }
        guard let found else { throw NotAsPlanned() }
        return found
    }

    func named(_ userName: String) async throws -> Person? {
        try await database.read { [pool] in try Person.find(userName: userName, in: $0, pool: pool) }
    }

    func viewer(_ email: String, on day: Day = Timestamp.t0.day) async throws -> Viewer {
        try await Self.viewer(email, pool, database, ids, on: day)
    }

    func roles(of person: PersonID, on day: Day = Timestamp.t0.day) async throws -> Set<HeldRole> {
        try await database.read { [pool] in try RolesReader.held(in: $0, pool: pool, person: person, on: day) }
    }

    private static func viewer(
        _ email: String, _ pool: PoolID, _ database: any Database, _ ids: TestIDs, on day: Day = Timestamp.t0.day
    ) async throws -> Viewer {
        let signIn = ids.id(SignInKind.self)
        let found = try await database.read { reader -> Viewer? in
            guard let person = try Person.find(email: email, in: reader, pool: pool) else { return nil }
            let roles = try RolesReader.held(in: reader, pool: pool, person: person.id, on: day)
            return Viewer(pool: pool, person: person.id, name: person.name, signIn: signIn, roles: roles)
        }
        guard let found else { throw NotAsPlanned() }
        return found
    }
}

struct NotAsPlanned: Error {}

extension PeopleFile {
    init(_ text: String) {
        self.init(Array(text.utf8))
    }
}

/// Runs with a pool on one engine.
func withPool(_ engine: DatabaseEngine, _ body: (PoolScene) async throws -> Void) async throws {
    try await withDatabase(engine) { database in try await body(try await PoolScene(database)) }
}

/// What a progress callback was told.
final class Steps: Sendable {
    private let told = Mutex<[Int]>([])

    func add(_ step: Int) { told.withLock { $0.append(step) } }
    var all: [Int] { told.withLock { $0 } }
}
