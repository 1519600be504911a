// SPDX-License-Identifier: EUPL-1.2

import SQL

/// How a transaction begins.
enum Opening: String {
    case read = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
    case write = "BEGIN ISOLATION LEVEL REPEATABLE READ"
    case serializable = "BEGIN ISOLATION LEVEL SERIALIZABLE"
    case migrate = "BEGIN ISOLATION LEVEL READ COMMITTED"
}

/// One connection to the server and the transaction on it. Not `Sendable`: only its `Worker` touches it.
///
/// `BEGIN` travels with the first statement of a transaction, and nobody waits for the answer to a `ROLLBACK`, which also ends
/// a transaction that only read: one round trip a statement, one more for a commit that must last.
final class PostgresConnection: SQLConnection {
    /// How many executions one pipeline carries: bounds the memory of `executeEach`.
    private static let most = 512

    /// Asked before each statement: whether whoever wants the result has gone.
    var isCancelled: () -> Bool = { false }
    /// Whether this connection will not do for another transaction.
    var isSpent: Bool { isUnusable || socket.isBroken }
    var canceller: PostgresCanceller { socket.canceller }
    /// Whether the connection broke at a `COMMIT`: it may stand, so the transaction must not be tried again.
    private(set) var isCommitting = false

    private let socket: PostgresSocket
    private let patience: Duration?
    private var isUnusable = false
    private var names: [String: String] = [:]
    private var named = 0
    private var phase = Phase.idle

    private enum Phase {
        case idle
        /// `BEGIN` is still to be sent.
        case opening(Opening)
        case open(Opening)
    }

    /// - Throws: `unavailable` if the server cannot be reached or refuses.
    init(url: String, settings: PostgresSettings) throws(DatabaseError) {
        socket = try PostgresSocket(url: url, settings: settings)
        patience = socket.patience
    }

    /// Opens a transaction, which costs nothing until its first statement.
    func begin(_ opening: Opening) {
        phase = .opening(opening)
        socket.patience = opening == .migrate ? nil : patience
    }

    /// Makes the transaction last.
    ///
    /// - Throws: `retryable` where the server finds only now that two transactions met; `unavailable` if the connection
    ///   breaks, and then nobody knows whether the commit was in time.
    func commit() throws(DatabaseError) {
        guard case .open(let opening) = phase else { return phase = .idle }
        phase = .idle
        isCommitting = true
        defer { isCommitting = isSpent }
        let answers = try send([("COMMIT", [])], opening)
        // The server answers ROLLBACK to the COMMIT of a transaction in which something failed.
        guard case .done(_, tag: "COMMIT") = answers.first else { throw .bug("commit-of-failed-transaction") }
    }

    /// Ends a transaction of which nothing is to last; does not wait for the answer.
    func end() {
        guard case .open(let opening) = phase else { return phase = .idle }
        phase = .idle
        if isSpent { return }
        do {
            _ = try put("ROLLBACK", [], opening)
            try socket.sync()
            socket.owe()
        } catch {
            isUnusable = true  // what the server still holds goes with the connection
        }
    }

    func execute(_ sql: String, _ arguments: [SQLValue]) throws -> SQLResult {
        guard let result = try executeEach(sql, [arguments]).first else { throw DatabaseError.bug("no-result") }
        return result
    }

    func executeEach(_ sql: String, _ arguments: [[SQLValue]]) throws -> [SQLResult] {
        var results: [SQLResult] = []
        var rest = arguments[...]
        while !rest.isEmpty {
            if isCancelled() { throw CancellationError() }
            do {
                results += try roundTrip(sql, rest.prefix(Self.most))
            } catch {
                throw error == .unavailable && isCancelled() ? CancellationError() : error
            }
            rest = rest.dropFirst(Self.most)
        }
        return results
    }

    private func roundTrip(_ sql: String, _ arguments: ArraySlice<[SQLValue]>) throws(DatabaseError) -> [SQLResult] {
        let statements = arguments.map { (sql, $0) }
        switch phase {
        case .idle: throw .bug("no-transaction")
        case .open(let opening): return try results(of: send(statements, opening))
        case .opening(let opening):
            phase = .open(opening)
            return try results(of: send([(opening.rawValue, [])] + statements, opening).dropFirst())
        }
    }

    private func results(of answers: some Sequence<PostgresAnswer>) -> [SQLResult] {
        answers.compactMap { if case .done(let result, _) = $0 { result } else { nil } }
    }

    /// Sends all statements, then reads all answers.
    ///
    /// - Throws: what the first that failed says.
    private func send(_ statements: [(String, [SQLValue])], _ opening: Opening) throws(DatabaseError)
        -> [PostgresAnswer]
    {
        var prepares: [Bool] = []
        for (sql, arguments) in statements { prepares.append(try put(sql, arguments, opening)) }
        try socket.sync()
        var answers: [PostgresAnswer] = []
        var failure: DatabaseError?
        for (statement, isPrepared) in zip(statements, prepares) {
            if isPrepared {
                let answer = try socket.answer(reads: opening == .read)
                if case .done = answer {} else { names[statement.0] = nil }
                failure = failure ?? fault(in: answer)
            }
            let answer = try socket.answer(reads: opening == .read)
            failure = failure ?? fault(in: answer)
            answers.append(answer)
        }
        try socket.synced()
        if let failure { throw failure }
        return answers
    }

    /// Puts a statement into the pipeline; whether its preparation went in before it.
    private func put(_ sql: String, _ arguments: [SQLValue], _ opening: Opening) throws(DatabaseError) -> Bool {
        if opening == .migrate {
            try socket.execute(sql, PostgresArguments(arguments))
            return false
        }
        if let name = names[sql] {
            try socket.execute(prepared: name, PostgresArguments(arguments))
            return false
        }
        named += 1
        let name = "s\(named)"
        names[sql] = name
        try socket.prepare(sql, as: name)
        try socket.execute(prepared: name, PostgresArguments(arguments))
        return true
    }

    private func fault(in answer: PostgresAnswer) -> DatabaseError? {
        guard case .failed(let error, let isSpent) = answer else { return nil }
        isUnusable = isUnusable || isSpent
        return error
    }
}
