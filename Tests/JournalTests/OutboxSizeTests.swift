// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Journal
import Kernel
import SQL
import TestSupport
import Testing

@Suite(.serialized) struct OutboxSizeTests {
    @Test("A hundred thousand due items are all done, each once", arguments: TestEngines.all)
    func hundredThousand(engine: DatabaseEngine) async throws {
        try await withScene(engine) { scene in
            let count = 100_000
            for _ in 0..<20 { try await scene.add(.expiry, count: count / 20) }
            let runner = scene.runner(.database(TestWork.expiry) { .done(effect: scene.leaveMark($0)) })
            let clock = ContinuousClock()
            let start = clock.now
            #expect(try await runner.drain() == count)
            print("outbox on \(engine): \(count) items in \(clock.now - start)")
            let marks = try await scene.marks()
            #expect(marks.count == count)
            #expect(marks.values.allSatisfy { $0 == 1 })
        }
    }
}
