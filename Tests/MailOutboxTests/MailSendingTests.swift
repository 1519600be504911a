// SPDX-License-Identifier: EUPL-1.2

import Journal
import Kernel
import Mail
import MailOutbox
import SQL
import TestSupport
import Testing

@Suite struct MailSendingTests {
    @Test(
        "A mail that was asked for is sent once, under the name of its item, and logged",
        arguments: TestDatabase.engines)
    func sent(engine: DatabaseEngine) async throws {
        try await withScene(engine) { scene in
            let item = try await scene.add()[0]
            #expect(try await scene.runner().drain() == 1)
            #expect(try await scene.runner().drain() == 0)
            #expect(scene.transport.sent.map(\.id) == [MailMessageID(pool: scene.pool, item: item)])
            #expect(try await scene.outcomes(of: item) == ["mail.sent"])
        }
    }

    @Test("Two nodes send each mail once", arguments: TestDatabase.engines)
    func twoNodes(engine: DatabaseEngine) async throws {
        try await withScene(engine) { scene in
            let items = try await scene.add(count: 60)
            let nodes = [scene.runner(), scene.runner()]
            try await withThrowingTaskGroup { group in
                for node in nodes {
                    group.addTask {
                        while true {
                            do { _ = try await node.drain(); return } catch DatabaseError.retryable {
                                await Task.yield()
                            }
                        }
                    }
                }
                try await group.waitForAll()
            }
            let sent = scene.transport.sent.map(\.id.item.text).sorted()
            #expect(sent == items.map(\.text).sorted())
        }
    }

    @Test("A passing failure is tried again later, and each try is logged", arguments: TestDatabase.engines)
    func passing(engine: DatabaseEngine) async throws {
        try await withScene(engine) { scene in
            scene.transport.refuse(MailRefusal(.busy), MailRefusal(.tls))
            let item = try await scene.add()[0]
            let runner = scene.runner()
            for _ in 0..<3 {
                #expect(try await runner.drain() == 1)
                scene.clock.advance(hours: 1)
            }
            #expect(try await scene.outcomes(of: item) == ["mail.busy", "mail.tls", "mail.sent"])
            #expect(scene.transport.sent.count == 1)
        }
    }

    @Test(
        "An address that is refused for good is kept with the person and not tried again",
        arguments: TestDatabase.engines)
    func refusedAddress(engine: DatabaseEngine) async throws {
        try await withScene(engine) { scene in
            scene.transport.refuse(MailRefusal(.recipientRefused, status: "5.1.1"))
            let item = try await scene.add()[0]
            #expect(try await scene.runner().drain() == 1)
            scene.clock.advance(days: 3)
            #expect(try await scene.runner().drain() == 0)
            #expect(try await scene.outcomes(of: item) == ["mail.recipient-refused"])
            #expect(try await scene.returns() == 1)
            #expect(try await scene.setAside().isEmpty)
        }
    }

    @Test("An address that cannot be written to counts as refused")
    func unwritable() async throws {
        try await withScene(.sqlite) { scene in
            let item = try await scene.add()[0]
            #expect(try await scene.runner(to: "no address").drain() == 1)
            #expect(try await scene.outcomes(of: item) == ["mail.address"])
            #expect(try await scene.returns() == 1)
        }
    }

    @Test("A message that is refused for what it is waits for a person to look at it", arguments: TestDatabase.engines)
    func refusedMessage(engine: DatabaseEngine) async throws {
        try await withScene(engine) { scene in
            scene.transport.refuse(MailRefusal(.messageRefused, status: "5.7.1"))
            _ = try await scene.add()
            #expect(try await scene.runner().drain() == 1)
            #expect(try await scene.setAside() == ["mail.message-refused"])
            #expect(try await scene.returns() == 0)
        }
    }

    @Test("Where there is nothing to send any more, nothing is sent and nothing fails")
    func notNeeded() async throws {
        try await withScene(.sqlite) { scene in
            let item = try await scene.add()[0]
            #expect(try await scene.runner(nobody: scene.person).drain() == 1)
            #expect(scene.transport.sent.isEmpty)
            #expect(try await scene.outcomes(of: item).isEmpty)
            #expect(try await scene.setAside().isEmpty)
        }
    }

    @Test(
        "Into a folder a mail goes once even if the node dies between the file and its mark",
        arguments: TestDatabase.engines)
    func crash(engine: DatabaseEngine) async throws {
        try await withScene(engine) { scene in
            try await withFolder { folder in
                _ = try await scene.add()
                let sender = MailSender(name: HeaderText("Pool"), address: try MailAddress("no-reply@pool.example"))
                let maildir = try MaildirTransport(folder: folder, sender: sender)
                let (began, hasBegun) = AsyncStream.makeStream(of: Void.self)
                let (resume, mayResume) = AsyncStream.makeStream(of: Void.self)
                let dying = scene.runner(by: Dying(base: maildir, hasSent: { hasBegun.finish() }, until: resume))
                async let abandoned = dying.drain()
                for await _ in began {}

                scene.clock.advance(minutes: 10)
                #expect(try await scene.runner(by: maildir).drain() == 1)
                #expect(try await MaildirReader(folder: folder).latest().count == 1)
                mayResume.finish()
                _ = try await abandoned
            }
        }
    }
}

/// Sends, and then never comes back to say so until the test is over.
private struct Dying: MailTransport {
    let base: MaildirTransport
    let hasSent: @Sendable () -> Void
    let until: AsyncStream<Void>

    func send(_ message: MailMessage) async throws {
        try await base.send(message)
        hasSent()
        for await _ in until {}
        throw MailRefusal(.interrupted)
    }

    func close() {}
}
