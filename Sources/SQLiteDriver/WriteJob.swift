// SPDX-License-Identifier: EUPL-1.2

import GRDB
import SQL
import Synchronization

/// One who waits for a transaction.
final class WriteTicket: Sendable {
    /// Whether they have gone.
    let isCancelled = Atomic<Bool>(false)
}

/// A transaction that waits for its turn, whatever its value. It is answered, or failed, exactly once.
protocol WriteJob: AnyObject, Sendable {
    var ticket: WriteTicket { get }
    /// Runs the closure; whether what it did may stand. Called again if the commit failed as a whole.
    func run(in db: GRDB.Database) -> Bool
    /// Hands out what the last `run` gave.
    func answer()
    func fail(_ error: any Error)
}

extension WriteJob {
    var isCancelled: Bool { ticket.isCancelled.load(ordering: .acquiring) }
}

final class TypedJob<Value: Sendable>: WriteJob {
    let ticket: WriteTicket
    private let body: @Sendable (Transaction) throws -> Value
    private let continuation: CheckedContinuation<Value, any Error>
    private let result = Mutex<Result<Value, any Error>>(.failure(PortableError.unavailable))

    init(
        ticket: WriteTicket, body: @escaping @Sendable (Transaction) throws -> Value,
        continuation: CheckedContinuation<Value, any Error>
    ) {
        self.ticket = ticket
        self.body = body
        self.continuation = continuation
    }

    func run(in db: GRDB.Database) -> Bool {
        let transaction = Transaction(SQLiteConnection(db, .write))
        let outcome = Result { try transaction.checked(body(transaction)) }
        result.withLock { $0 = outcome }
        if case .success = outcome { return true }
        return false
    }

    func answer() {
        continuation.resume(with: result.withLock { $0 })
    }

    func fail(_ error: any Error) {
        continuation.resume(throwing: error)
    }
}
