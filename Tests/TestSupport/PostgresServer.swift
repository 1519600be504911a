// SPDX-License-Identifier: EUPL-1.2

import CLibPQ
import Dispatch
import Foundation
import SQL
import Synchronization

/// PostgreSQL databases of tests: each a copy of one that was migrated once.
package enum PostgresServer {
    /// Where the server is, as `Scripts/with-postgres` tells.
    package static let address: String? = ProcessInfo.processInfo.environment["CONFIDANT_TEST_POSTGRES"]

    /// Why a test has no PostgreSQL.
    enum Fault: Error {
        /// `CONFIDANT_TEST_POSTGRES` is not set: run the tests through `Scripts/with-postgres`.
        case noAddress
        case refused(String)
    }

    /// How many databases may be in use at once: eight connections each are within what the server takes.
    private static let gate = Gate(16)
    private static let thread = DispatchQueue(label: "confidant.tests.postgres")
    private static let count = Atomic<Int>(0)
    private static let run = "confidant_\(getpid())_\(UInt32.random(in: 0 ... .max))"

    private static let template = Task {
        let name = "\(run)_template"
        try await administer("CREATE DATABASE \(name) TEMPLATE template0")
        try await migrate(.postgres, address(of: name))
        return name
    }

    static func with<Result>(_ start: TestDatabase.Start, _ body: (String) async throws -> Result) async throws
        -> Result
    {
        let source = start == .migrated ? try await template.value : "template0"
        await gate.enter()
        let name = "\(run)_\(count.add(1, ordering: .relaxed).newValue)"
        let outcome: Swift.Result<Result, any Error>
        do {
            try await administer("CREATE DATABASE \(name) TEMPLATE \(source)")
            outcome = .success(try await body(address(of: name)))
        } catch {
            outcome = .failure(error)
        }
        try? await administer("DROP DATABASE IF EXISTS \(name) WITH (FORCE)")  // the server itself goes after the run
        await gate.leave()
        return try outcome.get()
    }

    /// Runs one statement on the server's own database, outside any transaction.
    package static func administer(_ statement: String) async throws {
        guard let address else { throw Fault.noAddress }
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            thread.async { continuation.resume(with: Result { try execute(statement, at: address) }) }
        }
    }

    private static func execute(_ statement: String, at address: String) throws {
        let link = PQconnectdb(address)
        defer { PQfinish(link) }
        let result = PQexec(link, statement)
        defer { PQclear(result) }
        if PQresultStatus(result) != PGRES_COMMAND_OK { throw Fault.refused(String(cString: PQerrorMessage(link))) }
    }

    /// The server's address with another database in it.
    package static func address(of database: String) throws -> String {
        guard let address else { throw Fault.noAddress }
        let parts = address.split(separator: "?", maxSplits: 1)
        guard let slash = parts.first?.lastIndex(of: "/") else { throw Fault.noAddress }
        return parts[0][...slash] + database + (parts.count > 1 ? "?" + parts[1] : "")
    }
}

/// Lets a bounded number in at once, first come first served.
private actor Gate {
    private var free: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(_ free: Int) {
        self.free = free
    }

    func enter() async {
        if free > 0 {
            free -= 1
            return
        }
        await withCheckedContinuation { waiting.append($0) }
    }

    func leave() {
        if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
    }
}
