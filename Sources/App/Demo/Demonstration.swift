// SPDX-License-Identifier: EUPL-1.2

import Kernel
import SQL

/// A demonstration from an empty database to a page that answers.
package struct Demonstration: Sendable {
    /// Somebody to come in as.
    package struct Entry: Encodable, Sendable {
        package let name: String
        package let organisation: String
        package let roles: [String]
        package let link: String
    }

    private static let host = "pool.localhost"
    private static let roomHost = "room.localhost"

    private let database: String
    private let folder: String
    private let settings: ServeSettings
    private let crowd: Int

    /// - Parameters:
    ///   - folder: for mail, which the demonstration shows as a page.
    ///   - crowd: clients of one large programme.
    package init(database: String, folder: String, settings: ServeSettings, crowd: Int = 0) {
        self.database = database
        self.folder = folder
        self.settings = settings
        self.crowd = crowd
    }

    /// - Parameter told: called once the first page can be asked for, with the addresses of pool and room, and everybody who can come in.
    package func run(told: @escaping @Sendable (String, String, [Entry]) -> Void) async throws {
        let time = SystemTime()
        let opened = try await Installation.open(database: database)
        let ran = try await Installation.migrate(opened, now: time.now)
        guard !ran.isEmpty else {
            throw OperatorError("demo.not-empty", "the demonstration needs an empty database")
        }
        var settings = settings
        settings.mail = MailSettings(
            place: folder + "/mail", from: "pool@pool.example", name: "Coaching and Mentoring Wales")
        settings.publicPort = try ServeSettings.parse(settings.listen).port
        let people = try await DemoPool(database: opened, ids: SystemIDs(), now: time.now).fill(
            host: Self.host, roomHost: Self.roomHost, crowd: crowd)
        let scheme = settings.certificate == nil ? "http" : "https"
        let server = try Server(
            database: opened, time: time, ids: SystemIDs(), settings: settings, isDemo: true
        ) { port in
            let address = "\(scheme)://\(Self.host):\(port)"
            told(address, "\(scheme)://\(Self.roomHost):\(port)", Self.entries(people, address))
        }
        try await server.run()
    }

    /// One of each kind first, then everybody.
    private static func entries(_ people: [DemoPool.Somebody], _ address: String) -> [Entry] {
        var first: [DemoPool.Somebody] = []
        for role in Role.allCases {
            if let somebody = people.first(where: { person in
                person.roles.contains(role) && !first.contains { $0.person == person.person }
            }) {
                first.append(somebody)
            }
        }
        let others = people.filter { somebody in !first.contains { $0.person == somebody.person } }
        return (first + others).map { somebody in
            Entry(
                name: somebody.name, organisation: somebody.organisation, roles: somebody.roles.map(\.rawValue),
                link: "\(address)/demo/enter/\(somebody.person)")
        }
    }
}
