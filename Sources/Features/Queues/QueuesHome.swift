// SPDX-License-Identifier: EUPL-1.2

package import Kernel
package import SQL
package import Web

/// One line on the home page of those for whom something waits.
package struct QueuesHome: HomeSource {
    private let database: any Database

    package init(database: any Database) {
        self.database = database
    }

    package func homeItems(for viewer: Viewer, now: Timestamp) async throws -> [HomeItem] {
        guard viewer.has(.administrator) || viewer.has(.lead) else { return [] }
        let first = try await ListQueue(database: database)(for: viewer, on: now.day, limit: 1)
        return first.items.isEmpty ? [] : [HomeItem(.needsYou, "queues.home", href: "/queue")]
    }
}
