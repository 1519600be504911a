// SPDX-License-Identifier: EUPL-1.2

import App
import ArgumentParser
import Journal
import Kernel
import Pools
import SQL

struct OutboxCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outbox", abstract: "Show what the outbox of a pool has set aside, and have it tried again.",
        discussion:
            "One line each: when, kind, code of the last failure, tries, id. The server takes it up within two minutes."
    )

    @OptionGroup var database: DatabaseOption
    @Option(help: "The pool's short name.")
    var pool: String
    @Flag(help: "Give all of them their tries again.")
    var again = false

    func run() async throws {
        let opened = try await Installation.openCurrent(database: database.database)
        do {
            let found = try await FindPool(database: opened)(shortName: pool)
            try await work(found, opened)
        } catch PoolsError.notFound {
            await opened.close()
            throw OperatorError("pool.unknown", "no pool is called that: confidant pool create")
        } catch {
            await opened.close()
            throw error
        }
        await opened.close()
    }

    private func work(_ pool: PoolID, _ opened: any Database) async throws {
        var cursor: String?
        repeat {
            let after = cursor
            let page = try await opened.read { try Outbox.setAside(in: $0, pool: pool, after: after) }
            for item in page.items {
                print(item.at.text, item.kind, item.code, item.attempts, item.id.text)
                guard again else { continue }
                let now = SystemTime().now
                try await opened.write { _ = try Outbox.tryAgain(in: $0, pool: pool, id: item.id, at: now) }
            }
            cursor = page.next
        } while cursor != nil
    }
}
