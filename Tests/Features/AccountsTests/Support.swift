// SPDX-License-Identifier: EUPL-1.2

import App
import Foundation
import Journal
import Kernel
import Mail
import MailOutbox
import Pools
import SQL
import Synchronization
import TestSupport
import Web

@testable import Accounts

/// The mails that went out: the outer border of these tests.
final class Letterbox: MailTransport {
    private let sent = Mutex<[MailMessage]>([])

    var messages: [MailMessage] { sent.withLock { $0 } }

    func send(_ message: MailMessage) async throws {
        sent.withLock { $0.append(message) }
    }

    func close() {}

    func to(_ email: String) -> [MailMessage] { messages.filter { $0.to.text.lowercased() == email.lowercased() } }
}

struct NotAsPlanned: Error {}

/// A pool whose people come in: two organisations with a lead each, an administrator, somebody without an address.
struct Door: Sendable {
    let database: any Database
    let pool: PoolID
    let clock = TestClock()
    let ids: TestIDs
    let letters = Letterbox()
    private let address = PublicAddress(isSecure: true, defaultHost: "pool.example")

    static let people = """
        first name,last name,email,organisation,role
        Ada,Admin,ada@one.example,Head Office,administrator
        Lena,Lead,lena@one.example,North,lead
        Lars,Lead,lars@one.example,South,lead
        Sian,Wyn,sian@one.example,North,client
        Tomos,Price,tomos@one.example,South,client
        Mair,Post,,North,client
        """

    init(_ database: any Database, name: String = "one", seed: UInt64 = 1, people: String = people) async throws {
        self.database = database
        ids = TestIDs(seed: seed)
        pool = try await CreatePool(database: database, ids: ids)(
            shortName: name, name: "Secret Topic \(name)", host: "\(name).example", at: .t0)
        let result = try await ImportPeople(database: database, ids: ids)(
            PeopleFile(Array(people.utf8)), pool: pool, by: nil, at: .t0
        ).result
        guard result.errors.isEmpty else { throw NotAsPlanned() }
    }

    func person(_ email: String) async throws -> PersonID {
        let found = try await database.read { [pool] in try Person.find(email: email, in: $0, pool: pool) }
        guard let found else { throw NotAsPlanned() }
        return found.id
    }

    func person(named userName: String) async throws -> PersonID {
        let found = try await database.read { [pool] in try Person.find(userName: userName, in: $0, pool: pool) }
        guard let found else { throw NotAsPlanned() }
        return found.id
    }

    func viewer(_ email: String) async throws -> Viewer {
        let (person, day, signIn) = (try await person(email), clock.now.day, ids.id(SignInKind.self))
        let roles = try await database.read { [pool] in
            try RolesReader.held(in: $0, pool: pool, person: person, on: day)
        }
        return Viewer(pool: pool, person: person, name: email, signIn: signIn, roles: roles)
    }

    /// Sends what is due now.
    func deliver() async throws {
        let writer = AccountsMailWriter(
            database: database, catalogue: try Catalogue(), address: address, time: clock, ids: ids)
        let handlers = writer.handlers(MailSending(letters, time: clock, ids: ids))
        _ = try await OutboxRunner(
            database: database, bell: OutboxBell(), time: clock, ids: ids, handlers: handlers
        ).drain()
    }

    /// The path of the last link that went to an address.
    func link(_ email: String) throws -> String {
        guard let body = letters.to(email).last?.body,
            let found = body.firstMatch(of: /https:\/\/[^\/]+(?:\/cy)?(\/(?:enter|me\/address)\/[A-Za-z0-9_-]{43})/)
        else { throw NotAsPlanned() }
        return String(found.output.1)
    }

    /// Asks for a link at the door and opens the mail.
    func askedLink(_ email: String) async throws -> String {
        try await AskForLink(pool: pool, typed: email, now: clock.now, ids: ids).run(in: database)
        try await deliver()
        return try link(email)
    }

    func token(_ email: String) async throws -> String {
        String(try await askedLink(email).dropFirst("/enter/".count))
    }

    func visit(_ viewer: Viewer? = nil, pool other: PoolID? = nil) -> Visit {
        Visit(
            site: PoolSite(id: other ?? pool, shortName: "one", name: "One"), viewer: viewer, language: .english,
            now: clock.now, requestID: "r", network: "192.0.2.1", isSecure: true, path: "/", formToken: "",
            userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0")
    }

    /// Comes in by a link, without pages; the token of the cookie.
    func enter(_ email: String, isShared: Bool = false) async throws -> String {
        let enter = Enter(token: try await token(email), on: visit(), isShared: isShared, ids: ids)
        guard case .entered(let entered) = try await enter?.run(in: database) else { throw NotAsPlanned() }
        return entered.token
    }

    func viewer(token: String) async throws -> Viewer? {
        try await AccountsSignIns(database: database).viewer(pool: pool, token: token, now: clock.now)
    }

    func count(_ what: Counting) async throws -> Int {
        try await database.read { [pool] in try $0.first(what, pool)?.int("n") ?? 0 }
    }

    /// A browser that has come in.
    func browser(_ email: String, _ visitors: TestVisitors) async throws -> TestBrowser {
        let browser = visitors.browser()
        browser.set(cookie: "confidant", try await enter(email))
        return browser
    }

    func withPages(
        change: (inout Site.Settings) -> Void = { _ in },
        _ body: @escaping @Sendable (TestVisitors) async throws -> Void
    ) async throws {
        try await withSite(database, time: clock, ids: ids, change: change, body)
    }
}

enum Counting: String, SQLStatement {
    case signIns = "SELECT count(*) AS n FROM sign_in WHERE pool_id = $1"
    case links = "SELECT count(*) AS n FROM sign_in_link WHERE pool_id = $1"
    case linkEnds = "SELECT count(*) AS n FROM sign_in_link_end WHERE pool_id = $1"
    case mails = "SELECT count(*) AS n FROM outbox_item WHERE pool_id = $1"
    case entries = "SELECT count(*) AS n FROM journal_entry WHERE pool_id = $1"
    case invitations = "SELECT count(*) AS n FROM invitation WHERE pool_id = $1"
}

enum Looking: String, SQLStatement {
    case seen = "SELECT seen_at, idle_minutes, device FROM sign_in WHERE pool_id = $1"
    case due = "SELECT due_at FROM outbox_item WHERE pool_id = $1 ORDER BY due_at, id"
    case hashes = "SELECT token_hash FROM sign_in_link_token WHERE pool_id = $1"
    case deputy = """
        INSERT INTO role_deputy (pool_id, id, person_role_id, deputy_id, from_on, until_on, named_at, named_by)
        SELECT r.pool_id, CAST($2 AS TEXT), r.id, CAST($3 AS TEXT), CAST($4 AS TEXT), CAST($5 AS TEXT), r.given_at, r.person_id
        FROM person_role r WHERE r.pool_id = $1 AND r.role = 'administrator'
        """
}

func withDoor(_ engine: DatabaseEngine, _ body: (Door) async throws -> Void) async throws {
    try await withDatabase(engine) { database in try await body(try await Door(database)) }
}
