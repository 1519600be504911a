// SPDX-License-Identifier: EUPL-1.2

import Journal
import Kernel
import SQL
import TestSupport
import Testing

@Suite struct OutboxAddTests {
    private struct Prose: OutboxValue { let outboxText: String }
    private struct Undone: Error {}

    @Test("The same key twice is one item, also for another subject", arguments: TestDatabase.engines)
    func once(engine: DatabaseEngine) async throws {
        try await withScene(engine) { scene in
            let person: PersonID = scene.ids.id()
            let items: [OutboxID] = (0..<3).map { _ in scene.ids.id() }
            let isNew = try await scene.database.write { [pool = scene.pool] transaction in
                try items.enumerated().map { index, id in
                    try Outbox.add(
                        in: transaction, pool: pool, at: .t0, id: id, kind: TestWork.letter,
                        once: [TestCode.invitation, person, index / 2], subject: person)
                }
            }
            #expect(isNew == [true, false, true])
        }
    }

    @Test("What was put into a payload comes out of it", arguments: TestDatabase.engines)
    func payload(engine: DatabaseEngine) async throws {
        try await withScene(engine) { scene in
            let (person, id): (PersonID, OutboxID) = (scene.ids.id(), scene.ids.id())
            try await scene.database.write { [pool = scene.pool] transaction in
                try Outbox.add(
                    in: transaction, pool: pool, at: .t0, id: id, kind: TestWork.letter, once: [id], subject: person,
                    payload: [
                        "template": TestCode.invitation, "person": person, "number": 3, "language": Language.welsh,
                        "until": Timestamp.t0, "on": Timestamp.t0.day,
                    ])
            }
            let runner = scene.runner(
                .outside(TestWork.letter, width: 1, longest: 1) { item in
                    #expect(item.id == id)
                    #expect(item.subject(PersonKind.self) == person)
                    #expect(item.payload.code("template") == TestCode.invitation.rawValue)
                    #expect(item.payload.id("person", PersonKind.self) == person)
                    #expect(item.payload.int("number") == 3)
                    #expect(item.payload.code("language") == Language.welsh.rawValue)
                    #expect(item.payload.time("until") == .t0)
                    #expect(item.payload.day("on") == Timestamp.t0.day)
                    #expect(item.payload.code("absent") == nil)
                    return .done()
                })
            #expect(try await runner.drain() == 1)
        }
    }

    @Test(
        "Prose, addresses and JSON's own marks are refused",
        arguments: ["see you at noon", "a@b.example", "\"", "a\\", "", "é", "a/b", String(repeating: "a", count: 65)])
    func refused(text: String) async throws {
        try await withScene(.sqlite) { scene in
            let id: OutboxID = scene.ids.id()
            await #expect(throws: OutboxError.notACode) {
                try await scene.database.write { [pool = scene.pool] transaction in
                    try Outbox.add(
                        in: transaction, pool: pool, at: .t0, id: id, kind: TestWork.letter, once: [id], subject: id,
                        payload: ["word": Prose(outboxText: text)])
                }
            }
            await #expect(throws: OutboxError.notACode) {
                try await scene.database.write { [pool = scene.pool] transaction in
                    try Outbox.add(
                        in: transaction, pool: pool, at: .t0, id: id, kind: TestWork.letter,
                        once: [Prose(outboxText: text)], subject: id)
                }
            }
        }
    }

    @Test("An item is undone with the change that asked for it", arguments: TestDatabase.engines)
    func undone(engine: DatabaseEngine) async throws {
        try await withScene(engine) { scene in
            let id: OutboxID = scene.ids.id()
            await #expect(throws: Undone.self) {
                try await scene.database.write { [pool = scene.pool] transaction in
                    try Outbox.add(
                        in: transaction, pool: pool, at: .t0, id: id, kind: TestWork.letter, once: [id], subject: id)
                    throw Undone()
                }
            }
            let tried = try await scene.runner(.database(TestWork.letter) { _ in .done() }).drain()
            #expect(tried == 0)
        }
    }
}
