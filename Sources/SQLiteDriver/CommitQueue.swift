// SPDX-License-Identifier: EUPL-1.2

import Dispatch
import GRDB
import SQL
import Synchronization

/// The one writer of a SQLite file. What waits while a commit is under way goes into the next commit together, each
/// transaction inside a savepoint of its own: one that fails takes nothing of the others with it.
///
/// Nobody is answered before the commit is on disk. Where a commit fails as a whole, or SQLite undoes everything in the middle
/// of it (disk full), each transaction is run once more by itself, so that each gets its own answer.
final class CommitQueue: Sendable {
    /// How many transactions one commit may carry: bounds how long the first of them waits.
    private static let most = 64
    /// How many may wait before the next is turned away.
    private static let longest = 4096

    private let pool: DatabasePool
    private let thread = DispatchQueue(label: "confidant.sqlite.writer")
    private let state = Mutex(State())

    private struct State {
        var waiting: [any WriteJob] = []
        var isRunning = false
        var isClosed = false
    }

    init(_ pool: DatabasePool) {
        self.pool = pool
    }

    /// Runs a transaction; returns once its commit is on disk.
    ///
    /// - Throws: what `body` throws; `unavailable` if too many wait already, the disk is full or the queue is closed;
    ///   `CancellationError` if the task was cancelled before the transaction's turn came.
    func run<Value: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> Value) async throws -> Value {
        let ticket = WriteTicket()
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                add(TypedJob(ticket: ticket, body: body, continuation: continuation))
            }
        } onCancel: {
            ticket.isCancelled.store(true, ordering: .releasing)
            turnAway(ticket)
        }
    }

    /// Writes what waits, turns away what comes later, then, the first time, runs `last` on the writer's thread.
    func close(_ last: @escaping @Sendable () -> Void) async {
        let isFirst = state.withLock { state in
            defer { state.isClosed = true }
            return !state.isClosed
        }
        await withCheckedContinuation { continuation in
            thread.async {
                if isFirst { last() }
                continuation.resume()
            }
        }
    }

    private func add(_ job: any WriteJob) {
        let (isTaken, starts) = state.withLock { state in
            if state.isClosed || state.waiting.count >= Self.longest { return (false, false) }
            state.waiting.append(job)
            defer { state.isRunning = true }
            return (true, !state.isRunning)
        }
        if !isTaken { return job.fail(PortableError.unavailable) }
        if starts { thread.async { self.work() } }
    }

    private func turnAway(_ ticket: WriteTicket) {
        let job = state.withLock { state in
            state.waiting.firstIndex { $0.ticket === ticket }.map { state.waiting.remove(at: $0) }
        }
        job?.fail(CancellationError())
    }

    private func work() {
        while true {
            let jobs = state.withLock { state in
                let taken = Array(state.waiting.prefix(Self.most))
                state.waiting.removeFirst(taken.count)
                state.isRunning = !taken.isEmpty
                return taken
            }
            if jobs.isEmpty { return }
            for job in jobs where job.isCancelled { job.fail(CancellationError()) }
            write(jobs.filter { !$0.isCancelled })
        }
    }

    private func write(_ jobs: [any WriteJob]) {
        pool.writeWithoutTransaction { db in
            if jobs.count > 1, commit(jobs, in: db) { return }
            for job in jobs { commit(job, in: db) }
        }
    }

    /// Whether all have their answer; `false` leaves every one of them unanswered and nothing written.
    private func commit(_ jobs: [any WriteJob], in db: GRDB.Database) -> Bool {
        do {
            try db.execute(sql: "BEGIN IMMEDIATE")
        } catch {
            // Another process holds the file, and has for as long as we wait: waiting again for each would help nobody.
            for job in jobs { job.fail(SQLiteFault.translate(error)) }
            return true
        }
        do {
            for job in jobs {
                try db.execute(sql: "SAVEPOINT job")
                if !job.run(in: db) {
                    if !db.isInsideTransaction { return false }
                    try db.execute(sql: "ROLLBACK TO job")
                }
                try db.execute(sql: "RELEASE job")
            }
            try db.execute(sql: "COMMIT")
        } catch {
            undo(db)
            return false
        }
        for job in jobs { job.answer() }
        return true
    }

    private func commit(_ job: any WriteJob, in db: GRDB.Database) {
        do {
            try db.execute(sql: "BEGIN IMMEDIATE")
            if job.run(in: db) {
                try db.execute(sql: "COMMIT")
            } else {
                undo(db)
            }
        } catch {
            undo(db)
            return job.fail(SQLiteFault.translate(error))
        }
        job.answer()
    }

    private func undo(_ db: GRDB.Database) {
        // The error that led here is the one that counts.
        if db.isInsideTransaction { try? db.execute(sql: "ROLLBACK") }
    }
}
