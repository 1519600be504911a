// SPDX-License-Identifier: EUPL-1.2

import Journal
import Kernel
import SQL

/// A steward has seen to somebody's address after mail came back: it counts as good from now on.
struct TrustAddress: Sendable {
    let viewer: Viewer
    let person: PersonID
    let now: Timestamp
    private let id: ID<TrustAddress>
    private let entry: JournalID

    init(_ viewer: Viewer, _ person: PersonID, now: Timestamp, ids: any IDSource) {
        self.viewer = viewer
        self.person = person
        self.now = now
        id = ids.id()
        entry = ids.id()
    }

    /// - Throws: `notFound`.
    func run(in database: any Database) async throws {
        try await database.write { transaction in
            _ = try InviteeDetails.of(person, for: viewer, now: now, in: transaction)
            try transaction.run(ContactSQL.trust, viewer.pool, id, person, now, viewer.person)
            try record(
                in: transaction, pool: viewer.pool, at: now, id: entry, actor: .steward(viewer),
                AccountsAction.addressTrusted,
                on: person)
        }
    }
}
