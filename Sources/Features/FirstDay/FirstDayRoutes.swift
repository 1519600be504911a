// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
package import Kernel
package import PolicyPacks
package import SQL
package import Web

/// The checklist of a pool's first day, and a line on the home page of administrators until all of it is done.
package struct FirstDayRoutes: Sendable, HomeSource {
    private let database: any Database
    private let library: PackLibrary

    package init(database: any Database, library: PackLibrary) {
        self.database = database
        self.library = library
    }

    package func add(to routes: Routes) {
        routes.get("/first-day", for: AsAdministrator.self) { call in
            let found = try await read(call.who.viewer.pool, on: call.visit.now.day)
            return try call.page(
                "first_day", title: call.text("first-day.title"),
                [
                    "lines": FirstDayLine.allCases.map { line -> View in
                        [
                            "words": call.text("first-day.line.\(line.rawValue)"), "path": line.path,
                            "is_done": found.done.contains(line),
                        ]
                    },
                    "is_ready": found.isReady,
                    "count": call.text(
                        "first-day.count",
                        ["done": String(found.done.count), "all": String(FirstDayLine.allCases.count)]),
                ])
        }
    }

    package func homeItems(for viewer: Viewer, now: Timestamp) async throws -> [HomeItem] {
        guard viewer.has(.administrator) else { return [] }
        let found = try await read(viewer.pool, on: now.day)
        return [HomeItem(found.isReady ? .yours : .needsYou, "first-day.home", href: "/first-day")]
    }

    private func read(_ pool: PoolID, on day: Day) async throws -> FirstDayFacts {
        try await database.read { [library] in try FirstDayFacts.read(in: $0, pool: pool, on: day, library: library) }
    }
}
