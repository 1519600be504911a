// SPDX-License-Identifier: EUPL-1.2

package import Kernel
package import SQL
import Synchronization

/// Wakes this node's runner for the pools in which something was added.
package final class OutboxBell: Sendable {
    private let listeners = Mutex<[OutboxListener]>([])

    package init() {}

    package func ring(_ pools: Set<PoolID>) {
        for listener in listeners.withLock({ $0 }) { listener.ring(pools) }
    }

    func listener() -> OutboxListener {
        let listener = OutboxListener()
        listeners.withLock { $0.append(listener) }
        return listener
    }
}

/// A database that rings the bell once a transaction that added to the outbox has been committed. The composition root puts
/// it around the driver, so that no caller of `Outbox.add` can forget.
package struct BellDatabase: Database {
    private let base: any Database
    private let bell: OutboxBell

    package init(_ base: any Database, bell: OutboxBell) {
        self.base = base
        self.bell = bell
    }

    package var engine: DatabaseEngine { base.engine }

    package func read<Value: Sendable>(_ body: @escaping @Sendable (Reader) throws -> Value) async throws -> Value {
        try await base.read(body)
    }

    package func write<Value: Sendable>(
        _ isolation: Isolation, _ body: @escaping @Sendable (Transaction) throws -> Value
    ) async throws -> Value {
        let (value, told) = try await base.write(isolation) { transaction in
            (try body(transaction), transaction.told)
        }
        if !told.isEmpty { bell.ring(told) }
        return value
    }

    package func migrate(_ body: @escaping @Sendable (any SQLConnection) throws -> Void) async throws {
        try await base.migrate(body)
    }

    package func close() async {
        await base.close()
    }
}

/// One who waits for the bell.
final class OutboxListener: Sendable {
    private struct State {
        var pools: Set<PoolID> = []
        var isRung = false
        var waiter: CheckedContinuation<Void, Never>?
    }

    private let state = Mutex(State())

    func ring(_ pools: Set<PoolID> = []) {
        let waiter = state.withLock { state in
            state.pools.formUnion(pools)
            state.isRung = true
            defer { state.waiter = nil }
            return state.waiter
        }
        waiter?.resume()
    }

    /// Waits until the bell has rung since the last call, the time is over or the task is cancelled; the pools it rang for.
    func wait(_ longest: Duration) async -> Set<PoolID> {
        await withTaskGroup { group in
            group.addTask { try? await Task.sleep(for: longest) }  // cancelled: the bell came first
            group.addTask { await self.untilRung() }
            await group.next()
            group.cancelAll()
        }
        return take()
    }

    func take() -> Set<PoolID> {
        state.withLock { state in
            defer { (state.pools, state.isRung) = ([], false) }
            return state.pools
        }
    }

    private func untilRung() async {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isOver = state.withLock { state in
                    if state.isRung || Task.isCancelled { return true }
                    state.waiter = continuation
                    return false
                }
                if isOver { continuation.resume() }
            }
        } onCancel: {
            let waiter = state.withLock { state in
                defer { state.waiter = nil }
                return state.waiter
            }
            waiter?.resume()
        }
    }
}
