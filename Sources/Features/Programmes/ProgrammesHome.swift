// SPDX-License-Identifier: EUPL-1.2

package import Kernel
import SQL
package import Web

/// What the home page says about programmes: one that is open to the reader and that they have not taken part in stays on the
/// list of programmes; here stand rounds that wait for whoever runs them.
package struct ProgrammesHome: HomeSource {
    private let desk: ProgrammeDesk

    package init(desk: ProgrammeDesk) {
        self.desk = desk
    }

    package func homeItems(for viewer: Viewer, now: Timestamp) async throws -> [HomeItem] {
        let lists = try await desk.programmes(for: viewer)
        let waiting = try await desk.drafts(of: lists.run.map(\.id), pool: viewer.pool)
        let open = lists.open.filter { $0.phase(on: now.day) == .open }
        return waiting.compactMap { round, programme in
            lists.run.first { $0.id == programme }.map {
                HomeItem(.needsYou, "programmes.home.draft", ["name": $0.terms.name], href: "/rounds/\(round)")
            }
        }
            + open.prefix(3).map {
                HomeItem(.yours, "programmes.home.open", ["name": $0.terms.name], href: "/programmes")
            }
    }
}

extension ProgrammeDesk {
    /// The newest round of each programme, where it is a draft.
    func drafts(of programmes: [ProgrammeID], pool: PoolID) async throws -> [(RoundID, ProgrammeID)] {
        try await database.read { reader in
            try programmes.compactMap { programme in
                guard let row = try reader.rows(RoundSQL.ofProgramme, pool, programme, 1).first else { return nil }
                let line = try RoundStore.line(from: row)
                return line.outcome == .solved && line.publishedAt == nil ? (line.id, programme) : nil
            }
        }
    }
}
