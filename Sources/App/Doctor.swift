// SPDX-License-Identifier: EUPL-1.2

import Journal
import Kernel
import Mail
import PolicyPacks
import PostgresDriver
import SQL
import SQLiteDriver
import Web

/// The checks that an operator runs before opening and after moving: the same that `serve` makes before it listens, and some
/// that only matter for what is kept.
package struct Doctor: Sendable {
    /// One check and how it came out.
    package struct Finding: Sendable {
        package let isFine: Bool
        package let words: String
    }

    private let database: String
    private let keys: String
    private let bounces: String?

    package init(database: String, keys: String, bounces: String? = nil) {
        self.database = database
        self.keys = keys
        self.bounces = bounces
    }

    package func examine() async -> [Finding] {
        [pages(), room(), packs(), keysFolder()] + (await bounceFolder()) + (await data())
    }

    private func bounceFolder() async -> [Finding] {
        var settings = ServeSettings()
        settings.bounces = bounces
        do {
            guard let reader = try settings.bounceReader() else { return [] }
            let waiting = try await reader.unread().count
            return [Finding(isFine: true, words: "bounces: the folder can be read, \(waiting) mails wait in it")]
        } catch {
            return [Finding(isFine: false, words: "bounces: \(error as? OperatorError ?? .unreadableFolder)")]
        }
    }

    private func pages() -> Finding {
        do {
            let pages = try Pages()
            return Finding(
                isFine: true, words: "templates and words: \(pages.catalogue.keys.count) messages in two languages")
        } catch {
            return Finding(isFine: false, words: "templates and words: \(error)")
        }
    }

    private func room() -> Finding {
        do {
            return Finding(
                isFine: true, words: "room: version \(try RoomBundle().version), each file as its manifest says")
        } catch {
            return Finding(isFine: false, words: "room: \(error)")
        }
    }

    private func packs() -> Finding {
        do {
            let library = try PackFolder.shipped().library
            return Finding(isFine: true, words: "codes of ethics: \(library.newest.count) packs")
        } catch {
            return Finding(isFine: false, words: "codes of ethics: \(error)")
        }
    }

    private func keysFolder() -> Finding {
        do {
            _ = try KeysFolder(path: keys)
            guard !KeysFolder.isBeside(database: database, keys) else {
                return Finding(
                    isFine: false,
                    words: "keys: \(keys) lies with the data, and a backup would take them along: move them apart")
            }
            return Finding(isFine: true, words: "keys: in \(keys), readable by the owner alone")
        } catch {
            return Finding(isFine: false, words: "keys: \(error)")
        }
    }

    private func data() async -> [Finding] {
        let opened: any Database
        do {
            opened = try await Installation.openCurrent(database: database)
        } catch let error as OperatorError {
            return [Finding(isFine: false, words: "schema: \(error)")]
        } catch {
            return [Finding(isFine: false, words: "database: cannot be opened")]
        }
        var findings = [Finding(isFine: true, words: "schema: up to date on \(opened.engine.rawValue)")]
        do {
            findings.append(try await durability(of: opened))
            findings.append(try await outbox(of: opened))
        } catch {
            findings.append(Finding(isFine: false, words: "database: does not answer"))
        }
        await opened.close()
        return findings
    }

    private func outbox(of database: any Database) async throws -> Finding {
        let health = try await OutboxHealth(of: database, at: SystemTime().now)
        let due = "\(health.due) items due and not done"
        return health.setAside == 0
            ? Finding(isFine: true, words: "outbox: nothing set aside, \(due)")
            : Finding(
                isFine: false,
                words: "outbox: \(health.setAside) items set aside in \(health.poolsWithSetAside) pools, \(due): "
                    + "confidant outbox (docs/operations/mail.md)")
    }

    private func durability(of database: any Database) async throws -> Finding {
        if let sqlite = database as? SQLiteDatabase {
            let level = try await sqlite.synchronous()
            return Finding(
                isFine: level == 2, words: "durability: synchronous is \(level), 2 means that a power cut loses nothing"
            )
        }
        guard let postgres = database as? PostgresDatabase else {
            return Finding(isFine: false, words: "database: of an unknown kind")
        }
        let found = try await postgres.findings()
        let words = found.map { "\($0)" }.joined(separator: ", ")
        return found.isEmpty
            ? Finding(isFine: true, words: "server: version, collation, encoding and durability as they must be")
            : Finding(isFine: false, words: "server: not as it must be: \(words) (docs/operations)")
    }
}
