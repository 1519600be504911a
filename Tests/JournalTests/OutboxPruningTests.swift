// SPDX-License-Identifier: EUPL-1.2

import Journal
import Kernel
import SQL
import Synchronization
import TestSupport
import Testing

@Suite("Removing what the outbox has done")
struct OutboxPruningTests {
    @Test(
        "What was done long ago goes in bounded batches; what waits or is set aside stays",
        arguments: TestDatabase.engines)
    func pruning(engine: DatabaseEngine) async throws {
        try await withScene(engine) { scene in
            let old = OutboxPruning.batch * 2 + 3
            try await scene.add(.expiry, count: old)
            try await scene.add(.letter)
            let runner = scene.runner(
                .database(TestWork.expiry) { _ in .done() },
                .outside(TestWork.letter, width: 1, longest: 30) { _ in .setAside(TestCode.refused) })
            #expect(try await runner.drain() == old + 1)
            scene.clock.advance(days: OutboxPruning.days - 1)
            try await scene.add(.expiry, count: 5)
            #expect(try await runner.drain() == 5)
            try await scene.add(.expiry, count: 2, due: scene.clock.now.adding(days: 30))

            let sizes = Mutex<[Int]>([])
            let pruning = OutboxPruning(
                database: scene.database, time: scene.clock,
                forget: [{ _, _, items in sizes.withLock { $0.append(items.count) } }])
            #expect(try await pruning.pass() == 0)
            scene.clock.advance(days: 2)
            #expect(try await pruning.pass() == old)
            #expect(sizes.withLock { $0.reduce(0, +) == old && $0.allSatisfy { $0 <= OutboxPruning.batch } })
            let left = try await scene.database.read { [pool = scene.pool] reader in
                try reader.first(PruningSQL.count, pool)?.int("items")
            }
            #expect(left == 5 + 2 + 1)
            let health = try await OutboxHealth(of: scene.database, at: scene.clock.now)
            #expect(health.setAside == 1 && health.poolsWithSetAside == 1 && health.due == 0)
        }
    }
}

private enum PruningSQL: String, SQLStatement {
    case count = "SELECT count(*) AS items FROM outbox_item WHERE pool_id = $1"
}
