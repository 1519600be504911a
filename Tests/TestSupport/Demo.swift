// SPDX-License-Identifier: EUPL-1.2

package import App
import HTTPTypes
package import Kernel
package import SQL

/// The pool of the demonstration as a place for tests that need many people.
package struct Demo: Sendable {
    package let people: [DemoPool.Somebody]

    package init(people: [DemoPool.Somebody]) {
        self.people = people
    }

    /// Signs the index-th person with a role in.
    package func enter(_ browser: TestBrowser, as role: Role, index: Int = 0) async throws {
        let page = try await browser.get("/demo/enter/\(person(role, index).person)")
        guard page.status == .ok, browser.cookie("confidant") != nil else {
            throw NotOnPage(description: "cannot come in as \(role): \(page.status) \(page.words.prefix(200))")
        }
    }

    package func person(_ role: Role, _ index: Int = 0) -> DemoPool.Somebody {
        people.filter { $0.roles.contains(role) }[index]
    }

    package func roles(ofFirst role: Role) -> Set<Role> {
        Set(person(role).roles)
    }
}

/// Runs a test over the whole product with the demonstration in it.
package func withDemo(
    _ engine: DatabaseEngine, clock: TestClock = TestClock(),
    _ body: @escaping @Sendable (TestVisitors, Demo) async throws -> Void
) async throws {
    let ids = TestIDs()
    try await withDatabase(engine) { database in
        let people = try await DemoPool(database: database, ids: ids, now: clock.now).fill(host: "pool.localhost")
        try await withSite(database, time: clock, ids: ids, change: { $0.isDemo = true }) { visitors in
            try await body(visitors, Demo(people: people))
        }
    }
}
