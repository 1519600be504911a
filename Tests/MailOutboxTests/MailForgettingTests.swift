// SPDX-License-Identifier: EUPL-1.2

import Journal
import Kernel
import MailOutbox
import SQL
import TestSupport
import Testing

@Suite struct MailForgettingTests {
    @Test("What is kept of a mail goes with its item, and of no other", arguments: TestDatabase.engines)
    func goes(engine: DatabaseEngine) async throws {
        try await withScene(engine) { scene in
            let old = try await scene.add()[0]
            _ = try await scene.runner().drain()
            scene.clock.advance(days: OutboxPruning.days + 1)
            let new = try await scene.add()[0]
            _ = try await scene.runner().drain()
            let pruning = OutboxPruning(database: scene.database, time: scene.clock, forget: [MailForgetting.forget])
            #expect(try await pruning.pass() == 1)
            #expect(try await scene.outcomes(of: old).isEmpty)
            #expect(try await scene.outcomes(of: new).count == 1)
        }
    }
}
