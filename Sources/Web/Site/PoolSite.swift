// SPDX-License-Identifier: EUPL-1.2

package import Kernel

/// The pool that a host name stands for.
package struct PoolSite: Sendable, Hashable {
    package let id: PoolID
    package let shortName: String
    package let name: String
    /// The host that visitors use, where one was given to the pool.
    package let host: String?
    /// The host of its room, where one was given.
    package let roomHost: String?
    /// How to reach the people who run it; empty where they have not said.
    package let contact: String
    /// Whom to call in danger.
    package let crisis: [Language: String]

    package init(
        id: PoolID, shortName: String, name: String, host: String? = nil, roomHost: String? = nil, contact: String = "",
        crisis: [Language: String] = [:]
    ) {
        self.contact = contact
        self.crisis = crisis
        self.id = id
        self.shortName = shortName
        self.name = name
        self.host = host
        self.roomHost = roomHost
    }
}

/// Finds the pool of a host name. An installation with one pool answers to any host.
package protocol SiteReader: Sendable {
    func site(host: String) async throws -> PoolSite?

    /// The pool whose room is on this host.
    func site(room host: String) async throws -> PoolSite?
}

extension SiteReader {
    package func site(room _: String) async throws -> PoolSite? { nil }
}

/// Finds who is signed in by the token of a cookie; only the token's hash is stored.
package protocol SignInReader: Sendable {
    /// `nil` for an unknown, ended or expired sign-in, and for one of another pool.
    func viewer(pool: PoolID, token: String, now: Timestamp) async throws -> Viewer?
}
