// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Journal
import Kernel
import Mail
import MailOutbox
import SQL
import Synchronization
import TestSupport

enum TestMail: String, OutboxWork { case letter = "test.letter" }
enum TestAction: String, JournalAction { case returned = "test.returned" }

/// The outer border: takes or refuses mail as the test says.
final class FakeTransport: MailTransport {
    private let state = Mutex<(sent: [MailMessage], refusals: [MailRefusal])>(([], []))

    /// The next mails are refused so, one by one.
    func refuse(_ refusals: MailRefusal...) { state.withLock { $0.refusals = refusals } }

    var sent: [MailMessage] { state.withLock { $0.sent } }

    func send(_ message: MailMessage) async throws {
        try state.withLock { state in
            if !state.refusals.isEmpty { throw state.refusals.removeFirst() }
            state.sent.append(message)
        }
    }

    func close() {}
}

/// A feature's writer: one address for all, nothing to say to `nobody`.
struct TestWriter: MailWriter {
    let addressText: String
    let nobody: PersonID?

    func message(for item: MailItem) async throws -> MailMessage? {
        if item.subject() == nobody { return nil }
        return MailMessage(
            to: try MailAddress(addressText), subject: HeaderText("Neges newydd / A new message"), body: "Helo\n",
            languages: [.welsh, .english], id: item.messageID, date: .t0)
    }

    func keep(_ returned: MailReturn, in transaction: Transaction) throws {
        try record(
            in: transaction, pool: returned.item.pool, at: returned.at, id: JournalID(bytes: returned.newID),
            actor: .program, TestAction.returned, on: returned.item.subject(PersonKind.self))
    }
}

/// A pool, one person and what sends mail.
struct Scene: Sendable {
    let database: any Database
    let clock = TestClock()
    let ids = TestIDs()
    let transport = FakeTransport()
    let pool: PoolID = TestIDs(seed: 7).id()
    let person: PersonID = TestIDs(seed: 8).id()

    func runner(
        to address: String = "a@client.example", nobody: PersonID? = nil, by transport: (any MailTransport)? = nil
    ) -> OutboxRunner {
        let sending = MailSending(transport ?? self.transport, time: clock, ids: ids)
        return OutboxRunner(
            database: database, bell: OutboxBell(), time: clock, ids: ids,
            handlers: [sending.handler(TestMail.letter, writer: TestWriter(addressText: address, nobody: nobody))])
    }

    func bounces(_ folder: String) throws -> BounceReading {
        BounceReading(
            try MaildirReader(folder: folder),
            writers: [TestMail.letter.rawValue: TestWriter(addressText: "a@client.example", nobody: nil)],
            database: database, time: clock, ids: ids)
    }

    func add(count: Int = 1) async throws -> [OutboxID] {
        let items: [OutboxID] = (0..<count).map { _ in ids.id() }
        let now = clock.now
        try await database.write { [pool, person] transaction in
            try Outbox.add(
                in: transaction, pool: pool, at: now, kind: TestMail.letter,
                items.map { NewOutboxItem(id: $0, once: [$0], subject: person) })
        }
        return items
    }

    func outcomes(of item: OutboxID) async throws -> [String] {
        try await database.read { [pool] in try MailDelivery.all(of: item, in: $0, pool: pool).map(\.outcome) }
    }

    /// How often the writer was told of a return.
    func returns() async throws -> Int {
        try await database.read { [pool] in try JournalEntry.page(in: $0, pool: pool).items.count }
    }

    func setAside() async throws -> [String] {
        try await database.read { [pool] in try Outbox.setAside(in: $0, pool: pool).items.map(\.code) }
    }
}

private enum SceneSQL: String, SQLStatement {
    case pool = "INSERT INTO pool (id, short_name, name, created_at) VALUES ($1, $1, $1, $2)"
}

func withScene(_ engine: DatabaseEngine, _ body: (Scene) async throws -> Void) async throws {
    try await withDatabase(engine) { database in
        let scene = Scene(database: database)
        try await database.write { [pool = scene.pool] in try $0.run(SceneSQL.pool, pool, Timestamp.t0) }
        try await body(scene)
    }
}

func withFolder(_ body: (String) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "confidant-post-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }  // the system clears what is left
    try await body(folder.path)
}
