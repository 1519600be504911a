// SPDX-License-Identifier: EUPL-1.2

import CLibPQ
import Glibc
import SQL

/// A link to the server and the pipeline on it: what was sent, what has been answered. Not `Sendable`.
///
/// It never blocks without a limit: a server that has gone silent breaks the link instead of holding its thread.
final class PostgresSocket {
    /// Stops the statement under way, from any thread.
    let canceller: PostgresCanceller
    /// Whether nothing more will come over this link.
    private(set) var isBroken = false
    /// How long to wait for the server's next answer; `nil` for ever.
    var patience: Duration?

    private let link: OpaquePointer
    /// Synchronisation points sent whose answers nobody has read.
    private var owed = 0

    /// - Throws: `unavailable` if the server cannot be reached or refuses.
    init(url: String, settings: PostgresSettings) throws(DatabaseError) {
        // What stands in the address wins over what comes before it.
        let parameters: [(String, String)] = [
            ("connect_timeout", String(max(2, settings.connectLimit.milliseconds / 1000))),
            ("fallback_application_name", settings.applicationName),
            ("keepalives_idle", "30"), ("keepalives_interval", "5"), ("keepalives_count", "3"),
            ("tcp_user_timeout", String(settings.statementLimit.milliseconds)),
            ("dbname", url),
            ("client_encoding", "UTF8"),
        ]
        guard let link = Self.connect(parameters) else { throw .unavailable }
        self.link = link
        canceller = PostgresCanceller(link)
        // The server ends a statement first; this limit is for a server that has gone silent.
        patience = settings.statementLimit + .seconds(5)
        guard PQstatus(link) == CONNECTION_OK else { throw .unavailable }
        PQsetNoticeReceiver(link, { _, _ in }, nil)  // notices would go to standard error, values and all
        let limit = settings.statementLimit.milliseconds
        let greeting = PQexec(
            link,
            """
            SET statement_timeout = \(limit); SET lock_timeout = 0; SET idle_in_transaction_session_timeout = \(limit * 3);
            SET standard_conforming_strings = on; SET client_min_messages = error
            """)
        defer { PQclear(greeting) }
        guard PQresultStatus(greeting) == PGRES_COMMAND_OK, PQsetnonblocking(link, 1) == 0,
            PQenterPipelineMode(link) == 1
        else { throw .unavailable }
    }

    deinit {
        PQfinish(link)
    }

    /// Puts "prepare this under that name" into the pipeline.
    func prepare(_ sql: String, as name: String) throws(DatabaseError) {
        try sent(PQsendPrepare(link, name, sql, 0, nil))
    }

    /// Puts the execution of a prepared statement into the pipeline.
    func execute(prepared name: String, _ arguments: PostgresArguments) throws(DatabaseError) {
        try sent(arguments.withPointers { PQsendQueryPrepared(link, name, $0, $1, $2, $3, 1) })
    }

    /// Puts a statement that is not worth preparing into the pipeline.
    func execute(_ sql: String, _ arguments: PostgresArguments) throws(DatabaseError) {
        try sent(arguments.withPointers { PQsendQueryParams(link, sql, $0, nil, $1, $2, $3, 1) })
    }

    /// Sends the pipeline on its way up to here; `synced` reads the end of its answers.
    func sync() throws(DatabaseError) {
        try sent(PQpipelineSync(link))
        let deadline = deadline()
        while true {
            let left = PQflush(link)
            if left < 0 { throw broken() }
            if left == 0 { return }
            // The server may have to get rid of answers before it takes more.
            if try wait(for: POLLIN | POLLOUT, until: deadline) & Int16(POLLIN) != 0 { try take() }
        }
    }

    /// Leaves the answers up to the last `sync` for the next reader to throw away.
    func owe() {
        owed += 1
    }

    /// The answer to the next thing in the pipeline.
    ///
    /// - Throws: only if the link breaks; what the server refuses is an answer.
    func answer(reads: Bool) throws(DatabaseError) -> PostgresAnswer {
        try settle()
        var answer: PostgresAnswer?
        while let result = try next() {
            defer { PQclear(result) }
            if PQresultStatus(result) == PGRES_PIPELINE_SYNC { throw broken() }
            answer = PostgresAnswer(result, reads: reads)
        }
        guard let answer, PQstatus(link) == CONNECTION_OK else { throw broken() }
        return answer
    }

    /// Reads the end of the answers up to a `sync`.
    func synced() throws(DatabaseError) {
        guard let result = try next() else { throw broken() }
        defer { PQclear(result) }
        if PQresultStatus(result) != PGRES_PIPELINE_SYNC { throw broken() }
    }

    /// Reads what is owed, whatever it says: a rollback has no bad news.
    private func settle() throws(DatabaseError) {
        while owed > 0 {
            var gaps = 0
            while gaps < 2 {
                guard let result = try next() else {
                    gaps += 1
                    continue
                }
                defer { PQclear(result) }
                gaps = 0
                if PQresultStatus(result) == PGRES_PIPELINE_SYNC { break }
            }
            if gaps == 2 { throw broken() }
            owed -= 1
        }
    }

    /// The next result; `nil` at the end of the answer to one thing.
    private func next() throws(DatabaseError) -> OpaquePointer? {
        let deadline = deadline()
        while PQisBusy(link) == 1 {
            _ = try wait(for: POLLIN, until: deadline)
            try take()
        }
        return PQgetResult(link)
    }

    private func take() throws(DatabaseError) {
        if PQconsumeInput(link) != 1 { throw broken() }
    }

    private func deadline() -> ContinuousClock.Instant? {
        patience.map { ContinuousClock.now + $0 }
    }

    private func wait(for events: Int32, until deadline: ContinuousClock.Instant?) throws(DatabaseError) -> Int16 {
        while true {
            let left = deadline.map { Int32(clamping: max(0, ($0 - ContinuousClock.now).milliseconds + 1)) } ?? -1
            var watched = pollfd(fd: PQsocket(link), events: Int16(events), revents: 0)
            let ready = poll(&watched, 1, left)
            if ready > 0 { return watched.revents }
            if ready == 0 || errno != EINTR { throw broken() }
        }
    }

    private func sent(_ ok: Int32) throws(DatabaseError) {
        if ok != 1 { throw broken() }
    }

    private func broken() -> DatabaseError {
        isBroken = true
        return .unavailable
    }

    private static func connect(_ parameters: [(String, String)]) -> OpaquePointer? {
        let keywords = parameters.map { strdup($0.0) }
        let values = parameters.map { strdup($0.1) }
        defer { (keywords + values).forEach { free($0) } }
        return PQconnectdbParams(
            keywords.map { UnsafePointer($0) } + [nil], values.map { UnsafePointer($0) } + [nil], 1)
    }
}
