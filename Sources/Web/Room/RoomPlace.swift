// SPDX-License-Identifier: EUPL-1.2

/// Where the room of each pool is, as the operator said.
package struct RoomPlace: Sendable {
    /// The room's host where `pool_host` names none: an installation with one pool needs no more.
    package var defaultHost: String?
    /// Whether somebody else serves the room, on a host that the pool's operator does not control. Then it is reached by
    /// https on its usual port, and this program serves the API alone.
    package var isElsewhere: Bool
    package var address: PublicAddress

    package init(defaultHost: String? = nil, isElsewhere: Bool = false, address: PublicAddress) {
        self.defaultHost = defaultHost
        self.isElsewhere = isElsewhere
        self.address = address
    }

    /// The one origin that may ask the API of a pool; `nil` for a pool without a room.
    package func room(of site: PoolSite) -> String? {
        guard let host = site.roomHost ?? defaultHost else { return nil }
        return isElsewhere ? "https://" + host : address.origin(host: host)
    }

    /// The origin of a pool's own pages.
    package func pool(of site: PoolSite) -> String {
        address.origin(host: site.host)
    }

    /// As `config.json` tells it.
    package var hostedBy: String { isElsewhere ? "independent" : "operator" }
}
