// SPDX-License-Identifier: EUPL-1.2

package import Kernel
package import SQL

/// What the outbox of a whole installation has not done, for operators.
package struct OutboxHealth: Hashable, Sendable {
    package private(set) var setAside = 0
    /// Due by now and not done.
    package private(set) var due = 0
    /// In how many pools something is set aside.
    package private(set) var poolsWithSetAside = 0

    /// - Throws: `DatabaseError`.
    package init(of database: any Database, at now: Timestamp) async throws {
        for pool in try await OutboxStore(database: database).pools() {
            let backlog = try await database.read { try Outbox.backlog(in: $0, pool: pool, at: now) }
            setAside += backlog.setAside
            due += backlog.due
            if backlog.setAside > 0 { poolsWithSetAside += 1 }
        }
    }
}
