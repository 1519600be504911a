// SPDX-License-Identifier: EUPL-1.2

package import Kernel
import Pools
package import Practitioners
import SQL

extension MatchingDesk {
    /// Keeps what somebody looks for with their sign-in for a day, so that it stands in no address and no log.
    package func search(_ choices: Choices, withOwnTeam: Bool, by viewer: Viewer) async throws {
        let now = time.now
        let query = DirectoryQuery(
            choices: choices, withOwnTeam: withOwnTeam, seed: Int64(truncatingIfNeeded: ids.seed() >> 2))
        try await database.write { tx in
            try tx.run(DirectorySQL.dropOld, viewer.pool, now.adding(days: -1))
            try tx.run(
                DirectorySQL.store, viewer.pool, viewer.signIn, query.choices.text, query.withOwnTeam, query.seed, now)
        }
    }

    /// The kinds of work that can be looked for.
    package func offered(in pool: PoolID) async throws -> [Discipline] {
        try await database.read { try ServiceTypes.read(in: $0, pool: pool).offered }
    }

    /// What this sign-in looks for, so that a request need not ask for it again; nothing before the first search.
    package func searched(by viewer: Viewer) async throws -> Choices {
        try await database.read { reader in
            let row = try reader.first(DirectorySQL.searched, viewer.pool, viewer.signIn)
            return Choices(stored: try row?.text("choices") ?? "")
        }
    }

    /// What this sign-in looks for, and one page of who fits; `nil` before the first search.
    package func found(
        for viewer: Viewer, after place: SearchPlace? = nil
    ) async throws -> (query: DirectoryQuery, page: Page<DirectoryResult>)? {
        try await database.read { reader in
            guard let row = try reader.first(DirectorySQL.stored, viewer.pool, viewer.signIn),
                case .integer(let seed) = try row.value("seed")
            else { return nil }
            let hidesTeam = try PoolSettings.read(in: reader, pool: viewer.pool).isOn(.ownTeamHidden)
            let query = DirectoryQuery(
                choices: Choices(stored: try row.text("choices")),
                withOwnTeam: try row.bool("with_own_team") || !hidesTeam, seed: seed)
            return (query, try DirectorySearch(for: viewer).results(for: query, after: place, in: reader))
        }
    }
}
