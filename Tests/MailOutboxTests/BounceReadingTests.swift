// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Journal
import Kernel
import Mail
import MailOutbox
import SQL
import TestSupport
import Testing

@Suite struct BounceReadingTests {
    /// What a mail system leaves in the folder.
    private func put(_ name: String, _ folder: String, item: OutboxID, pool: PoolID, status: String = "5.1.1") throws {
        let lines = [
            "Content-Type: multipart/report; report-type=delivery-status; boundary=b", "", "--b",
            "Content-Type: message/delivery-status", "", "Reporting-MTA: dns; mx.example", "",
            "Final-Recipient: rfc822; a@client.example", "Action: failed", "Status: \(status)", "", "--b",
            "Content-Type: text/rfc822-headers", "", "Message-ID: <\(item.text).\(pool.text)@pool.example>", "",
            "--b--", "",
        ]
        try Data(lines.joined(separator: "\r\n").utf8).write(to: URL(filePath: "\(folder)/new/\(name)"))
    }

    @Test(
        "A bounce is kept with the person once, however often it is reported, and leaves the folder",
        arguments: TestDatabase.engines)
    func kept(engine: DatabaseEngine) async throws {
        try await withScene(engine) { scene in
            try await withFolder { folder in
                let item = try await scene.add()[0]
                _ = try await scene.runner().drain()
                let bounces = try scene.bounces(folder)
                for name in ["one", "two"] { try put(name, folder, item: item, pool: scene.pool) }
                #expect(try await bounces.pass() == 2)
                #expect(try await scene.returns() == 1)
                #expect(try await MaildirReader(folder: folder).latest().isEmpty)
            }
        }
    }

    @Test(
        "What is no bounce, or of a mail that was never sent, is left for a person and changes nothing",
        arguments: TestDatabase.engines)
    func left(engine: DatabaseEngine) async throws {
        try await withScene(engine) { scene in
            try await withFolder { folder in
                let item = try await scene.add()[0]
                let bounces = try scene.bounces(folder)
                try put("unsent", folder, item: item, pool: scene.pool)
                try put("unknown", folder, item: scene.ids.id(), pool: scene.ids.id())
                try Data("Subject: away until Monday\r\n\r\nhello".utf8).write(to: URL(filePath: folder + "/new/away"))
                #expect(try await bounces.pass() == 0)
                #expect(try await scene.returns() == 0)
                let reader = try MaildirReader(folder: folder)
                #expect(try await reader.unread().isEmpty)
                #expect(try await reader.latest().count == 3)
            }
        }
    }
}
