// SPDX-License-Identifier: EUPL-1.2

import Dispatch
import SQL
import Synchronization

/// One transaction that somebody waits for, as the pool and its worker know it.
final class PostgresTicket: Sendable {
    /// Whether whoever waited has gone.
    let isCancelled = Atomic<Bool>(false)
}

/// One connection and the thread on which everything that it does happens.
final class PostgresWorker: Sendable {
    let thread = DispatchQueue(label: "confidant.postgres")
    private let url: String
    private let settings: PostgresSettings
    /// Locked while a transaction runs, by the thread above and nobody else.
    private let connection = Mutex<PostgresConnection?>(nil)
    private let current = Mutex<(ticket: PostgresTicket, canceller: PostgresCanceller)?>(nil)

    init(url: String, settings: PostgresSettings) {
        self.url = url
        self.settings = settings
    }

    /// Runs a transaction on the connection, opened if there is none. A connection kept from before that turns out to be dead
    /// is replaced and the transaction run once more, unless its commit had been sent: a server that was away is noticed by
    /// nobody.
    func run<Value: Sendable>(
        _ ticket: PostgresTicket, _ work: @Sendable (PostgresConnection) throws -> Value
    ) throws -> Value {
        try connection.withLock { slot in
            var isKept = slot != nil
            while true {
                if ticket.isCancelled.load(ordering: .acquiring) { throw CancellationError() }
                let connection = try slot ?? PostgresConnection(url: url, settings: settings)
                slot = connection
                start(ticket, connection)
                defer { current.withLock { $0 = nil } }
                do {
                    let value = try work(connection)
                    if connection.isSpent { slot = nil }
                    return value
                } catch {
                    guard connection.isSpent else { throw error }
                    slot = nil
                    if !isKept || connection.isCommitting { throw error }
                    isKept = false
                }
            }
        }
    }

    /// Stops what runs for a ticket; the lock keeps the next ticket from being hit.
    func cancel(_ ticket: PostgresTicket) {
        current.withLock { current in
            if let current, current.ticket === ticket { current.canceller.cancel() }
        }
    }

    func disconnect() {
        connection.withLock { $0 = nil }
    }

    private func start(_ ticket: PostgresTicket, _ connection: PostgresConnection) {
        connection.isCancelled = { ticket.isCancelled.load(ordering: .acquiring) }
        let canceller = connection.canceller
        current.withLock { $0 = (ticket, canceller) }
    }
}
