// SPDX-License-Identifier: EUPL-1.2

import Kernel
import SQL
import Synchronization

/// One kind of item on one node.
final class OutboxLane: Sendable {
    private let handler: OutboxHandler
    private let store: OutboxStore
    private let time: any TimeSource
    private let ids: any IDSource
    private let listener: OutboxListener
    private let name: String
    private let sweep: Int
    private let report: @Sendable (OutboxEvent) -> Void
    private let isStopped = Mutex(false)
    private let free: Mutex<Int>

    init(
        handler: OutboxHandler, store: OutboxStore, time: any TimeSource, ids: any IDSource, listener: OutboxListener,
        name: String, sweep: Int, report: @escaping @Sendable (OutboxEvent) -> Void
    ) {
        self.handler = handler
        self.store = store
        self.time = time
        self.ids = ids
        self.listener = listener
        self.name = name
        self.sweep = max(1, sweep)
        self.report = report
        self.free = Mutex(handler.room)
    }

    func stop() {
        isStopped.withLock { $0 = true }
        listener.ring()
    }

    func run() async {
        var schedule = OutboxSchedule()
        var listing = time.now
        var failures = 0
        await withDiscardingTaskGroup { group in
            while !isOver {
                do {
                    if time.now >= listing {
                        schedule.include(try await store.pools(), at: time.now)
                        listing = time.now.adding(seconds: sweep)
                    }
                    for pool in listener.take() { schedule.look(at: pool, time.now) }
                    let room = free.withLock { $0 }
                    if room > 0, let pool = schedule.next(at: time.now) {
                        schedule.look(at: pool, time.now)  // stays due if what follows throws
                        schedule.look(at: pool, try await turn(of: pool, room, in: &group))
                        failures = 0
                        continue
                    }
                    let next = room > 0 ? min(schedule.earliest ?? listing, listing) : listing
                    await rest(until: next, &schedule)
                } catch DatabaseError.retryable {
                    await rest(until: pause(after: 1), &schedule)  // another node took the same items
                } catch {
                    failures += 1
                    report(.trouble(kind: handler.kind, code: OutboxOutcome.code(of: error)))
                    await rest(until: pause(after: failures), &schedule)
                }
            }
        }
    }

    func drain() async throws -> Int {
        var tried = 0
        for pool in try await store.pools() {
            while let claim = try await claim(pool, handler.room) {
                tried += claim.items.count
                await withDiscardingTaskGroup { group in await perform(claim, in: &group) }
            }
        }
        return tried
    }

    /// Looks at a pool, takes what is due and there is room for; when to look again.
    private func turn(of pool: PoolID, _ room: Int, in group: inout DiscardingTaskGroup) async throws -> Timestamp {
        if let claim = try await claim(pool, room) {
            await perform(claim, in: &group)
            return time.now
        }
        // Up to a quarter sooner by chance: pools and nodes that started together drift apart.
        let sooner = Int(ids.seed() % UInt64(sweep * 250 + 1))
        let again = time.now.adding(milliseconds: sweep * 1000 - sooner)
        return min(try await store.next(pool, kind: handler.kind) ?? again, again)
    }

    private func claim(_ pool: PoolID, _ room: Int) async throws -> OutboxClaim? {
        let now = time.now
        // A read first: looking in vain must cost no turn of the writer.
        guard let next = try await store.next(pool, kind: handler.kind), next <= now else { return nil }
        let claim = try await store.claim(
            pool, kind: handler.kind, limit: room, at: now, until: now.adding(seconds: handler.claimLasts),
            by: name + "." + Base64URL.encode(ids.bytes(6)))
        return claim.items.isEmpty ? nil : claim
    }

    private func perform(_ claim: OutboxClaim, in group: inout DiscardingTaskGroup) async {
        guard case .outside = handler.reach else {
            var outcomes: [OutboxOutcome] = []
            for item in claim.items { outcomes.append(await outcome(of: item)) }
            return await settle(claim.items, outcomes, of: claim)
        }
        free.withLock { $0 -= claim.items.count }
        for item in claim.items {
            group.addTask {
                await self.settle([item], [await self.outcome(of: item)], of: claim)
                self.free.withLock { $0 += 1 }
                self.listener.ring()
            }
        }
    }

    private func outcome(of item: OutboxItem) async -> OutboxOutcome {
        // Each of its tries ended with the process: whatever it does, it is not tried once more.
        guard item.attempt <= handler.retry.attempts else { return .setAside(OutboxFault.gaveUp) }
        do {
            return try await handler.work(item)
        } catch {
            return .failed(error)
        }
    }

    private func settle(_ items: [OutboxItem], _ outcomes: [OutboxOutcome], of claim: OutboxClaim) async {
        let settlements = zip(items, outcomes).map { item, outcome in
            OutboxSettlement(item, outcome, retry: handler.retry, at: time.now, chance: ids.seed())
        }
        // An outside act that is not marked would be repeated: the mark is worth some patience.
        for pause in [0.2, 1, 3, 10, 30] {
            do {
                try await store.settle(settlements, of: claim, at: time.now)
                for (item, settlement) in zip(items, settlements) { report(settlement.event(item)) }
                return
            } catch DatabaseError.retryable, DatabaseError.unavailable {
                try? await Task.sleep(for: .seconds(pause))  // cancelled: the next try comes at once
            } catch {
                return await settleApart(items, outcomes, error, of: claim)
            }
        }
        report(.trouble(kind: handler.kind, code: OutboxFault.notMarked.rawValue))  // the claim runs out
    }

    /// An effect threw: the others of the batch must not suffer for it, and what has been done outside stays done.
    private func settleApart(
        _ items: [OutboxItem], _ outcomes: [OutboxOutcome], _ error: any Error, of claim: OutboxClaim
    ) async {
        if items.count > 1 {
            for (item, outcome) in zip(items, outcomes) { await settle([item], [outcome], of: claim) }
        } else if let outcome = outcomes.first, outcome.effect != nil {
            report(.trouble(kind: handler.kind, code: OutboxOutcome.code(of: error)))
            await settle(items, [handler.isOutside ? outcome.withoutEffect : .failed(error)], of: claim)
        } else {
            report(.trouble(kind: handler.kind, code: OutboxOutcome.code(of: error)))
        }
    }

    private func rest(until next: Timestamp, _ schedule: inout OutboxSchedule) async {
        let milliseconds = min(max(next.milliseconds - time.now.milliseconds, 1), Int64(sweep) * 1000)
        for pool in await listener.wait(.milliseconds(milliseconds)) { schedule.look(at: pool, time.now) }
    }

    private func pause(after failures: Int) -> Timestamp {
        let longest: UInt64 = min(100 << UInt64(min(failures, 9)), 30_000)
        return time.now.adding(milliseconds: Int(longest / 2 + ids.seed() % longest / 2))
    }

    private var isOver: Bool {
        isStopped.withLock { $0 }
    }
}

extension Timestamp {
    fileprivate func adding(milliseconds: Int) -> Timestamp {
        Timestamp(milliseconds: self.milliseconds + Int64(milliseconds))
    }
}
