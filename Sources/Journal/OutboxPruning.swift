// SPDX-License-Identifier: EUPL-1.2

package import Kernel
package import SQL

/// Removes what the outbox has done long ago, a bounded number at a time, so that its tables do not grow with the years.
///
/// What is set aside stays until somebody has looked at it. A once key that has gone could be used again; so long after, an
/// occasion has passed.
package struct OutboxPruning: Sendable {
    /// Removes rows of another module that belong to items, before the items go.
    package typealias Forget = @Sendable (Transaction, PoolID, [OutboxID]) throws -> Void

    /// Longer than mail may be under way (RFC 5321 4.5.4.1 gives up after four to five days) and than anybody asks what became of it.
    package static let days = 90
    /// Items in one transaction: it holds other writers up for milliseconds.
    package static let batch = 200

    private let database: any Database
    private let time: any TimeSource
    private let forget: [Forget]

    package init(database: any Database, time: any TimeSource, forget: [Forget]) {
        self.database = database
        self.time = time
        self.forget = forget
    }

    /// Looks at every pool once an hour until the task is cancelled.
    package func run(report: @Sendable (OutboxEvent) -> Void = { _ in }) async {
        while !Task.isCancelled {
            do {
                _ = try await pass()
            } catch {
                report(.trouble(kind: "outbox.pruning", code: OutboxOutcome.code(of: error)))
            }
            try? await Task.sleep(for: .seconds(3600))  // cancelled: the loop ends
        }
    }

    /// Removes everything that is old enough now; how many items went.
    ///
    /// - Throws: `DatabaseError`.
    package func pass() async throws -> Int {
        var removed = 0
        let before = time.now.adding(days: -Self.days)
        for pool in try await OutboxStore(database: database).pools() {
            while !Task.isCancelled {
                let count = try await removeOnce(pool, before)
                removed += count
                if count < Self.batch { break }
            }
        }
        return removed
    }

    private func removeOnce(_ pool: PoolID, _ before: Timestamp) async throws -> Int {
        let old: [OutboxID] = try await database.read { reader in
            try reader.rows(OutboxSQL.old, pool, before, Self.batch).map { try $0.id("id") }
        }
        if old.isEmpty { return 0 }
        try await database.write { [forget] transaction in
            for each in forget { try each(transaction, pool, old) }
            try transaction.each(OutboxSQL.remove, old.map { [pool, $0] })
        }
        return old.count
    }
}
