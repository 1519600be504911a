// SPDX-License-Identifier: EUPL-1.2

import Dispatch
import GRDB
import SQL
import Synchronization

/// The one writer of a SQLite file. What waits while a commit is under way goes into the next commit together, each
/// transaction inside a savepoint of its own: one that fails takes nothing of the others with it.
final class CommitQueue: Sendable {
    /// How many transactions one commit may carry: bounds how long the first of them waits.
    private static let most = 64

    private let pool: DatabasePool
    private let thread = DispatchQueue(label: "confidant.sqlite.writer")
    private let waiting = Mutex<(jobs: [any Job], isRunning: Bool)>(([], false))

    init(_ pool: DatabasePool) {
        self.pool = pool
    }

    /// Runs a transaction; returns once its commit is on disk.
    func run<Value: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            add(TypedJob(body: body, continuation: continuation))
        }
    }

    /// Returns when all that waited has been written.
    func drain() async {
        await withCheckedContinuation { continuation in
            thread.async { continuation.resume() }
        }
    }

    private func add(_ job: any Job) {
        let start = waiting.withLock { state in
            state.jobs.append(job)
            defer { state.isRunning = true }
            return !state.isRunning
        }
        if start { thread.async { self.work() } }
    }

    private func work() {
        while true {
            let jobs = waiting.withLock { state in
                let taken = Array(state.jobs.prefix(Self.most))
                state.jobs.removeFirst(taken.count)
                state.isRunning = !taken.isEmpty
                return taken
            }
            if jobs.isEmpty { return }
            write(jobs)
        }
    }

    private func write(_ jobs: [any Job]) {
        if jobs.count > 1, commit(jobs) { return }
        // A lone transaction, or a commit that failed as a whole: each for itself, so that each gets its own answer.
        for job in jobs where !commit([job]) { job.fail(PortableError.unavailable) }
    }

    /// Whether all jobs have their answer; `false` leaves every one of them unanswered and nothing written.
    private func commit(_ jobs: [any Job]) -> Bool {
        pool.writeWithoutTransaction { db in
            do {
                try db.execute(sql: "BEGIN IMMEDIATE")
                for job in jobs {
                    if jobs.count > 1 { try db.execute(sql: "SAVEPOINT job") }
                    if job.run(Transaction(SQLiteConnection(db))) {
                        if jobs.count > 1 { try db.execute(sql: "RELEASE job") }
                    } else if jobs.count > 1, db.isInsideTransaction {
                        try db.execute(sql: "ROLLBACK TO job")
                        try db.execute(sql: "RELEASE job")
                    } else {
                        // Alone, or SQLite undid the whole transaction (disk full): nothing stands.
                        if db.isInsideTransaction { try db.execute(sql: "ROLLBACK") }
                        if jobs.count > 1 { return false }
                        job.answer()
                        return true
                    }
                }
                try db.execute(sql: "COMMIT")
            } catch {
                if db.isInsideTransaction { try? db.execute(sql: "ROLLBACK") }  // the first error is the one that counts
                if jobs.count > 1 { return false }
                jobs.first?.fail(SQLiteFault.translate(error))
                return true
            }
            for job in jobs { job.answer() }
            return true
        }
    }
}

/// A transaction that waits for its turn, whatever its value.
private protocol Job: AnyObject, Sendable {
    /// Runs the closure; whether it returned rather than threw. May be called again if the commit failed as a whole.
    func run(_ transaction: Transaction) -> Bool
    /// Hands out what `run` gave.
    func answer()
    func fail(_ error: any Error)
}

private final class TypedJob<Value: Sendable>: Job {
    private let body: @Sendable (Transaction) throws -> Value
    private let continuation: CheckedContinuation<Value, any Error>
    private let result = Mutex<Result<Value, any Error>?>(nil)

    init(body: @escaping @Sendable (Transaction) throws -> Value, continuation: CheckedContinuation<Value, any Error>) {
        self.body = body
        self.continuation = continuation
    }

    func run(_ transaction: Transaction) -> Bool {
        let outcome = Result { try body(transaction) }
        result.withLock { $0 = outcome }
        if case .success = outcome { return true }
        return false
    }

    func answer() {
        continuation.resume(with: result.withLock { $0 } ?? .failure(PortableError.unavailable))
    }

    func fail(_ error: any Error) {
        continuation.resume(throwing: error)
    }
}
