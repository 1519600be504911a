// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Journal
import Kernel
import SQL
import TestSupport
import Testing

@Suite(.serialized) struct OutboxSizeTests {
    /// A hundred thousand with `CONFIDANT_LONG=1` (`make long`), a tenth of them otherwise.
    private static let count = ProcessInfo.processInfo.environment["CONFIDANT_LONG"] == nil ? 10_000 : 100_000

    @Test("A hundred thousand due items are all done, each once", arguments: TestDatabase.engines)
    func hundredThousand(engine: DatabaseEngine) async throws {
        try await withScene(engine) { scene in
            let count = Self.count
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
