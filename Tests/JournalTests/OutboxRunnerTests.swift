// SPDX-License-Identifier: EUPL-1.2

import Journal
import Kernel
import SQL
import Synchronization
import TestSupport
import Testing

@Suite struct OutboxRunnerTests {
    @Test("Two runners at once give each item its effect once", arguments: TestDatabase.engines)
    func twoRunners(engine: DatabaseEngine) async throws {
        try await withScene(engine) { scene in
            let inside = try await scene.add(.expiry, count: 900)
            let outside = try await scene.add(.letter, count: 120)
            let sent = Mutex<[String: Int]>([:])
            func node() -> OutboxRunner {
                scene.runner(
                    .database(TestWork.expiry) { .done(effect: scene.leaveMark($0)) },
                    .outside(TestWork.letter, width: 8, longest: 30) { item in
                        sent.withLock { $0[item.id.text, default: 0] += 1 }
                        await Task.yield()
                        return .done()
                    })
            }
            let nodes = [node(), node()]
            try await withThrowingTaskGroup { group in
                for node in nodes { group.addTask { try await patiently { _ = try await node.drain() } } }
                try await group.waitForAll()
            }
            #expect(try await scene.marks() == Dictionary(uniqueKeysWithValues: inside.map { ($0.text, 1) }))
            #expect(sent.withLock { $0 } == Dictionary(uniqueKeysWithValues: outside.map { ($0.text, 1) }))
        }
    }

    /// Claims that met are tried again by `run`; `drain` hands the error out.
    private func patiently(_ body: () async throws -> Void) async throws {
        while true {
            do { return try await body() } catch DatabaseError.retryable { await Task.yield() }
        }
    }

    @Test(
        "An item whose runner was lost mid-way is taken again once its claim has run out",
        arguments: TestDatabase.engines)
    func lost(engine: DatabaseEngine) async throws {
        try await withScene(engine) { scene in
            let id = try await scene.add(.letter)
            let (began, hasBegun) = AsyncStream.makeStream(of: Void.self)
            let (resume, mayResume) = AsyncStream.makeStream(of: Void.self)
            let lost = scene.runner(
                .outside(TestWork.letter, width: 1, longest: 30) { item in
                    hasBegun.finish()
                    for await _ in resume {}
                    return .done(effect: scene.leaveMark(item))
                })
            let attempts = Mutex<[Int]>([])
            let other = scene.runner(
                .outside(TestWork.letter, width: 1, longest: 30) { item in
                    attempts.withLock { $0.append(item.attempt) }
                    return .done(effect: scene.leaveMark(item))
                })
            async let abandoned = lost.drain()
            for await _ in began {}

            #expect(try await other.drain() == 0, "it is claimed")
            scene.clock.advance(seconds: 30 + OutboxRunner.margin)
            #expect(try await other.drain() == 1)
            #expect(attempts.withLock { $0 } == [2])

            mayResume.finish()
            _ = try await abandoned
            #expect(try await scene.marks() == [id.text: 1], "the one that came back late leaves no second mark")
        }
    }

    @Test("A late failure does not undo what another runner has done", arguments: TestDatabase.engines)
    func lateFailure(engine: DatabaseEngine) async throws {
        try await withScene(engine) { scene in
            try await scene.add(.letter)
            let (began, hasBegun) = AsyncStream.makeStream(of: Void.self)
            let (resume, mayResume) = AsyncStream.makeStream(of: Void.self)
            let late = scene.runner(
                .outside(TestWork.letter, width: 1, longest: 30) { _ in
                    hasBegun.finish()
                    for await _ in resume {}
                    return .again(TestCode.busy)
                })
            let other = scene.runner(.outside(TestWork.letter, width: 1, longest: 30) { _ in .done() })
            async let abandoned = late.drain()
            for await _ in began {}
            scene.clock.advance(seconds: 30 + OutboxRunner.margin)
            #expect(try await other.drain() == 1)
            mayResume.finish()
            _ = try await abandoned
            scene.clock.advance(days: 2)
            #expect(try await other.drain() == 0)
        }
    }

    @Test(
        "Each pause is longer than the one before, and after the last try the item is set aside",
        arguments: TestDatabase.engines)
    func backoff(engine: DatabaseEngine) async throws {
        try await withScene(engine) { scene in
            let id = try await scene.add(.letter)
            let retry = OutboxRetry(attempts: 4, firstPause: 60, longestPause: 200)
            let runner = scene.runner(
                .outside(TestWork.letter, width: 1, longest: 30, retry: retry) { _ in .again(TestCode.busy) })
            #expect(try await runner.drain() == 1)
            for pause in [60, 120, 200] {
                scene.clock.advance(seconds: pause - 1)
                #expect(try await runner.drain() == 0, "not yet")
                scene.clock.advance(seconds: 1 + pause / 5)
                #expect(try await runner.drain() == 1)
            }
            scene.clock.advance(days: 10)
            #expect(try await runner.drain() == 0)

            let now = scene.clock.now
            let (page, backlog) = try await scene.database.read { [pool = scene.pool] reader in
                (try Outbox.setAside(in: reader, pool: pool), try Outbox.backlog(in: reader, pool: pool, at: now))
            }
            let item = try #require(page.items.first)
            #expect(item.id == id)
            #expect(item.code == TestCode.busy.rawValue)
            #expect(item.attempts == retry.attempts)
            #expect(backlog == (setAside: 1, due: 0))
        }
    }

    @Test("What was set aside can be given its tries again", arguments: TestDatabase.engines)
    func tryAgain(engine: DatabaseEngine) async throws {
        try await withScene(engine) { scene in
            let id = try await scene.add(.letter)
            let refusing = scene.runner(
                .outside(TestWork.letter, width: 1, longest: 30) { _ in .setAside(TestCode.refused) })
            #expect(try await refusing.drain() == 1)
            #expect(try await refusing.drain() == 0)

            let now = scene.clock.now
            let found = try await scene.database.write { [pool = scene.pool] transaction in
                [
                    try Outbox.tryAgain(in: transaction, pool: pool, id: id, at: now),
                    try Outbox.tryAgain(in: transaction, pool: pool, id: id, at: now),
                ]
            }
            #expect(found == [true, false])
            let working = scene.runner(.outside(TestWork.letter, width: 1, longest: 30) { _ in .done() })
            #expect(try await working.drain() == 1)
            let backlog = try await scene.database.read { [pool = scene.pool] in
                try Outbox.backlog(in: $0, pool: pool, at: now)
            }
            #expect(backlog == (setAside: 0, due: 0))
        }
    }

    @Test(
        "An item that ends the process at each try is set aside and not tried once more",
        arguments: TestDatabase.engines)
    func poison(engine: DatabaseEngine) async throws {
        try await withScene(engine) { scene in
            try await scene.add(.letter)
            let retry = OutboxRetry(attempts: 2)
            var abandoned: [Task<Int, any Error>] = []
            let (resume, mayResume) = AsyncStream.makeStream(of: Void.self)
            for _ in 0..<retry.attempts {
                let (began, hasBegun) = AsyncStream.makeStream(of: Void.self)
                let lost = scene.runner(
                    .outside(TestWork.letter, width: 1, longest: 30, retry: retry) { _ in
                        hasBegun.finish()
                        for await _ in resume {}
                        return .again(TestCode.busy)
                    })
                abandoned.append(Task { try await lost.drain() })
                for await _ in began {}
                scene.clock.advance(seconds: 30 + OutboxRunner.margin)
            }
            let runner = scene.runner(
                .outside(TestWork.letter, width: 1, longest: 30, retry: retry) { _ in
                    Issue.record("it was tried once more")
                    return .done()
                })
            #expect(try await runner.drain() == 1)
            let page = try await scene.database.read { [pool = scene.pool] in try Outbox.setAside(in: $0, pool: pool) }
            #expect(page.items.map(\.code) == ["outbox.gave-up"])
            mayResume.finish()
            for task in abandoned { _ = try await task.value }
        }
    }

    @Test("An effect that fails takes nothing of the others of its batch with it", arguments: TestDatabase.engines)
    func oneFails(engine: DatabaseEngine) async throws {
        try await withScene(engine) { scene in
            let items = try await scene.add(.expiry, count: 5)
            let bad = items[2]
            let runner = scene.runner(
                .database(TestWork.expiry) { item in
                    let effect = scene.leaveMark(item)
                    return .done { transaction in
                        try effect(transaction)
                        if item.id == bad { throw OutboxError.notACode }
                    }
                })
            #expect(try await runner.drain() == 5)
            let expected = items.filter { $0 != bad }
            #expect(try await scene.marks() == Dictionary(uniqueKeysWithValues: expected.map { ($0.text, 1) }))
            scene.clock.advance(seconds: 60)
            #expect(try await runner.drain() == 1, "the one that failed is tried again")
        }
    }

    @Test(
        "What was done outside is not repeated because its record could not be written", arguments: TestDatabase.engines
    )
    func recordFails(engine: DatabaseEngine) async throws {
        try await withScene(engine) { scene in
            try await scene.add(.letter)
            let runner = scene.runner(
                .outside(TestWork.letter, width: 1, longest: 30) { _ in .done { _ in throw OutboxError.notACode } })
            #expect(try await runner.drain() == 1)
            scene.clock.advance(days: 1)
            #expect(try await runner.drain() == 0)
        }
    }

    @Test(
        "A running node wakes when something is added on it, waits for what is due later, and stops when asked",
        arguments: TestDatabase.engines)
    func wakes(engine: DatabaseEngine) async throws {
        try await withScene(engine) { scene in
            let (done, didOne) = AsyncStream.makeStream(of: OutboxID.self)
            let runner = scene.runner(
                bell: scene.bell,
                .database(TestWork.expiry) { item in .done { _ in didOne.yield(item.id) } },
                .outside(TestWork.letter, width: 2, longest: 30) { item in
                    didOne.yield(item.id)
                    return .done()
                })
            async let running: Void = runner.run()
            var results = done.makeAsyncIterator()
            for kind in [TestWork.letter, .expiry, .letter] {
                try await scene.add(kind, due: scene.clock.now.adding(hours: 1))
                let id = try await scene.add(kind)
                #expect(await results.next() == id)
            }
            runner.stop()
            await running
        }
    }

    @Test("A busy pool does not keep another one waiting", arguments: TestDatabase.engines)
    func turns(engine: DatabaseEngine) async throws {
        try await withScene(engine) { scene in
            let quiet: PoolID = scene.ids.id()
            try await scene.addPool(quiet)
            try await scene.add(.letter, count: 60)
            let (order, began) = AsyncStream.makeStream(of: PoolID.self)
            let runner = scene.runner(
                bell: scene.bell,
                .outside(TestWork.letter, width: 1, longest: 30) { item in
                    began.yield(item.pool)
                    return .done()
                })
            let id: OutboxID = scene.ids.id()
            try await scene.database.write { transaction in
                try Outbox.add(
                    in: transaction, pool: quiet, at: .t0, id: id, kind: TestWork.letter, once: [id], subject: id)
            }
            async let running: Void = runner.run()
            var pools: [PoolID] = []
            for await pool in order {
                pools.append(pool)
                if pools.count == 61 { break }
            }
            runner.stop()
            await running
            let turn = try #require(pools.firstIndex(of: quiet))
            #expect(turn < 3)
        }
    }
}
