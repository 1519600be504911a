// SPDX-License-Identifier: EUPL-1.2

package import Kernel
package import SQL
import Synchronization
package import Web

/// Which pool a host name stands for, from a list in memory that is read anew every few seconds: a request costs no read for
/// it, and a pool created by another node or by command line appears within that time.
///
/// One pool answers to any host; with several, only to the names that were given to them.
package final class PoolsSites: SiteReader {
    /// How old the list may be.
    package static let seconds = 5

    private struct State {
        var sites: [String: PoolSite] = [:]
        var rooms: [String: PoolSite] = [:]
        var only: PoolSite?
        var freshUntil: Timestamp?
        var isBeingRead = false
    }

    private let database: any Database
    private let time: any TimeSource
    private let roomHost: String?
    private let state = Mutex(State())

    /// - Parameter roomHost: the host of the room of an installation's only pool, where `pool_host` names none.
    package init(database: any Database, time: any TimeSource, roomHost: String? = nil) {
        self.database = database
        self.time = time
        self.roomHost = roomHost
    }

    package func site(host: String) async throws -> PoolSite? {
        try await refresh()
        return state.withLock { $0.only ?? $0.sites[host] }
    }

    package func site(room host: String) async throws -> PoolSite? {
        try await refresh()
        return state.withLock { $0.rooms[host] ?? (host == roomHost ? $0.only : nil) }
    }

    private func refresh() async throws {
        let now = time.now
        if needsReading(now) {
            do {
                let rows = try await database.read { try $0.rows(PoolsSQL.sites) }
                try take(rows, now)
            } catch {
                // An old list still names the right pool; whatever the page needs of the database will say that it is away.
                let hasList = state.withLock { state in
                    state.isBeingRead = false
                    return state.freshUntil != nil
                }
                if !hasList { throw error }
            }
        }
    }

    /// Whether this request is the one that reads the list. Others meanwhile go by the old one, but for the very first.
    private func needsReading(_ now: Timestamp) -> Bool {
        state.withLock { state in
            guard let freshUntil = state.freshUntil else { return true }
            // A clock that was set back must not keep an old list alive for long.
            let isFresh = now < freshUntil && now >= freshUntil.adding(seconds: -Self.seconds)
            if isFresh || state.isBeingRead { return false }
            state.isBeingRead = true
            return true
        }
    }

    private func take(_ rows: [Row], _ now: Timestamp) throws {
        var sites: [String: PoolSite] = [:]
        var rooms: [String: PoolSite] = [:]
        var pools: [PoolID: PoolSite] = [:]
        for row in rows {
            let host = try row.optionalText("host")
            let site = PoolSite(
                id: try row.id("id"), shortName: try row.text("short_name"), name: try row.text("name"), host: host,
                roomHost: try row.optionalText("room_host"), contact: try row.optionalText("contact") ?? "",
                crisis: [
                    .english: try row.optionalText("crisis_en") ?? "", .welsh: try row.optionalText("crisis_cy") ?? "",
                ])
            // The first of its names, in their order, stands for a pool that is asked for by none of them.
            if pools[site.id] == nil { pools[site.id] = site }
            if let host { sites[host] = site }
            if let room = site.roomHost { rooms[room] = site }
        }
        let only = pools.count == 1 ? pools.values.first : nil
        state.withLock { [sites, rooms] state in
            state.sites = sites
            state.rooms = rooms
            state.only = only
            // An empty installation looks again at once: its first pool is about to come.
            state.freshUntil = pools.isEmpty ? now : now.adding(seconds: Self.seconds)
            state.isBeingRead = false
        }
    }
}
