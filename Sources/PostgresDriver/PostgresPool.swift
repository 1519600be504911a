// SPDX-License-Identifier: EUPL-1.2

import Dispatch
import SQL
import Synchronization

/// A bounded number of workers and, first come first served, the transactions that wait for one.
final class PostgresPool: Sendable {
    private let url: String
    private let settings: PostgresSettings
    private let state = Mutex(State())
    /// Where waiting ends by time and where running is stopped, so that neither holds up anybody's thread.
    private let clock = DispatchQueue(label: "confidant.postgres.clock")

    private struct State {
        var workers: [PostgresWorker] = []
        var idle: [PostgresWorker] = []
        var waiting: [Entry] = []
        var isClosed = false
    }

    private struct Entry: Sendable {
        let ticket: PostgresTicket
        /// Runs the transaction; what it gives hands out the answer.
        let start: @Sendable (PostgresWorker) -> @Sendable () -> Void
        let fail: @Sendable (any Error) -> Void
    }

    private enum Way {
        case start(PostgresWorker)
        case wait
        case fail(any Error)
    }

    init(url: String, settings: PostgresSettings) {
        self.url = url
        self.settings = settings
    }

    /// Runs a transaction on a free connection's thread.
    ///
    /// - Throws: what `work` throws; `unavailable` if none is free in time, none can be opened, or the pool is closed;
    ///   `CancellationError` if the task was cancelled before the commit was sent.
    func run<Value: Sendable>(
        _ work: @escaping @Sendable (PostgresConnection) throws -> Value
    ) async throws -> Value {
        let ticket = PostgresTicket()
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Value, any Error>) in
                add(
                    Entry(
                        ticket: ticket,
                        start: { worker in
                            let result = Result { try worker.run(ticket, work) }
                            return { continuation.resume(with: result) }
                        },
                        fail: { continuation.resume(throwing: $0) }))
            }
        } onCancel: {
            ticket.isCancelled.store(true, ordering: .releasing)
            clock.async { self.cancel(ticket) }
        }
    }

    /// Turns away who waits, lets finish what runs, ends all connections.
    func close() async {
        let (workers, waiting) = state.withLock { state in
            state.isClosed = true
            defer { state.waiting = [] }
            return (state.workers, state.waiting)
        }
        for entry in waiting { entry.fail(DatabaseError.unavailable) }
        for worker in workers {
            await withCheckedContinuation { continuation in
                worker.thread.async {
                    worker.disconnect()
                    continuation.resume()
                }
            }
        }
    }

    private func add(_ entry: Entry) {
        switch place(entry) {
        case .fail(let error): entry.fail(error)
        case .wait: expire(entry.ticket)
        case .start(let worker): work(worker, entry)
        }
    }

    private func place(_ entry: Entry) -> Way {
        state.withLock { state in
            if state.isClosed { return .fail(DatabaseError.unavailable) }
            if entry.ticket.isCancelled.load(ordering: .acquiring) { return .fail(CancellationError()) }
            if let worker = state.idle.popLast() { return .start(worker) }
            if state.workers.count < settings.connections {
                let worker = PostgresWorker(url: url, settings: settings)
                state.workers.append(worker)
                return .start(worker)
            }
            state.waiting.append(entry)
            return .wait
        }
    }

    private func work(_ worker: PostgresWorker, _ first: Entry) {
        worker.thread.async {
            var entry: Entry? = first
            while let current = entry {
                let answer = current.start(worker)
                // Free before the answer is out: who comes back at once finds this connection instead of opening another.
                entry = self.next(for: worker)
                answer()
            }
        }
    }

    private func next(for worker: PostgresWorker) -> Entry? {
        state.withLock { state in
            if !state.waiting.isEmpty { return state.waiting.removeFirst() }
            state.idle.append(worker)
            return nil
        }
    }

    private func expire(_ ticket: PostgresTicket) {
        clock.asyncAfter(deadline: .now() + .milliseconds(settings.waitLimit.milliseconds)) { [weak self] in
            self?.take(ticket)?.fail(DatabaseError.unavailable)
        }
    }

    private func cancel(_ ticket: PostgresTicket) {
        if let entry = take(ticket) { return entry.fail(CancellationError()) }
        for worker in state.withLock({ $0.workers }) { worker.cancel(ticket) }
    }

    private func take(_ ticket: PostgresTicket) -> Entry? {
        state.withLock { state in
            guard let index = state.waiting.firstIndex(where: { $0.ticket === ticket }) else { return nil }
            return state.waiting.remove(at: index)
        }
    }
}
