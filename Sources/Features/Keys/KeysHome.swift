// SPDX-License-Identifier: EUPL-1.2

package import Kernel
package import SQL
package import Web

/// What the home page says of keys: make them where others will rely on them, keep the kit, and whatever is under way that the person
/// may not have begun.
package struct KeysHome: HomeSource {
    private static let joins: [Role] = [.practitioner, .supervisor, .panel, .safeguarding]

    private let database: any Database

    package init(database: any Database) {
        self.database = database
    }

    package func homeItems(for viewer: Viewer, now: Timestamp) async throws -> [HomeItem] {
        let standing = try await database.read { try RoomStanding.read(of: viewer, now: now, in: $0) }
        var items: [HomeItem] = []
        if standing.recovery != nil { items.append(HomeItem(.needsYou, "room.home.recovery", href: "/room")) }
        if standing.reset != nil { items.append(HomeItem(.needsYou, "room.home.reset", href: "/room")) }
        switch (standing.seq > 0, standing.isKitKept) {
        case (false, _) where Self.joins.contains(where: viewer.has):
            items.append(HomeItem(.needsYou, "room.home.make", href: "/room"))
        case (true, false): items.append(HomeItem(.needsYou, "room.home.kit", href: "/room"))
        default: items.append(HomeItem(.yours, "room.home.room", href: "/room"))
        }
        return items
    }
}
