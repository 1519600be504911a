// SPDX-License-Identifier: EUPL-1.2

package import Kernel
package import SQL
package import Web

/// Asks on the home page where we may write until somebody has said so, and shows the way to one's own page.
package struct AccountsHome: HomeSource {
    private let database: any Database

    package init(database: any Database) {
        self.database = database
    }

    package func homeItems(for viewer: Viewer, now: Timestamp) async throws -> [HomeItem] {
        let choice = try await database.read { try ContactChoice.latest(of: viewer.person, pool: viewer.pool, in: $0) }
        let mine = HomeItem(.yours, "accounts.home.me", href: "/me")
        return choice == nil ? [HomeItem(.needsYou, "accounts.home.contact", href: "/welcome"), mine] : [mine]
    }
}
