// SPDX-License-Identifier: EUPL-1.2

package import Kernel
package import Practitioners
import SQL

/// An engagement as one of its parties reads it.
package struct EngagementView: Sendable {
    package let id: EngagementID
    package let discipline: Discipline
    package let begunAt: Timestamp
    package let step: EngagementStep
    package let stepAt: Timestamp
    package let isClient: Bool
    package let clientName: String
    package let practitionerName: String
    /// The other one of the two, for as long as it lasts.
    package let otherEmail: String?

    package var otherName: String { isClient ? practitionerName : clientName }
}

extension EngagementDesk {
    /// - Throws: `EngagementError.notFound` for one that the viewer has no part in.
    package func engagement(_ id: EngagementID, for viewer: Viewer) async throws -> EngagementView {
        try await database.read { reader in
            guard let row = try reader.first(EngagementSQL.seen, viewer.pool, id, viewer.person) else {
                throw EngagementError.notFound
            }
            return try Self.view(row)
        }
    }

    /// The viewer's engagements, newest first.
    package func engagements(of viewer: Viewer) async throws -> [EngagementView] {
        try await database.read { reader in
            try reader.rows(EngagementSQL.mine, viewer.pool, viewer.person, 100).map(Self.view)
        }
    }

    private static func view(_ row: Row) throws -> EngagementView {
        func name(_ who: String) throws -> String {
            [try row.text(who + "_given"), try row.text(who + "_family")].filter { !$0.isEmpty }.joined(separator: " ")
        }
        guard let step = EngagementStep(rawValue: try row.text("step")),
            let discipline = Discipline(rawValue: try row.text("discipline"))
        else { throw DatabaseError.bug("not-a-code-in-engagement") }
        let isClient = try row.text("role") == Role.client.rawValue
        return EngagementView(
            id: try row.id("id"), discipline: discipline, begunAt: try row.time("begun_at"), step: step,
            stepAt: try row.time("taken_at"), isClient: isClient, clientName: try name("client"),
            practitionerName: try name("practitioner"),
            otherEmail: step.isOpen ? try row.optionalText(isClient ? "practitioner_email" : "client_email") : nil)
    }
}
