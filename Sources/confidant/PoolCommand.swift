// SPDX-License-Identifier: EUPL-1.2

import App
import ArgumentParser
import Foundation
import Kernel
import Pools
import SQL

struct PoolCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pool", abstract: "Work with the pools of an installation.", subcommands: [PoolCreateCommand.self])
}

struct PoolCreateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Make an empty pool.",
        discussion:
            "An installation with one pool answers to any host name; with several, each pool needs one of its own.")

    @OptionGroup var database: DatabaseOption

    @Option(help: "Its short name in commands: lower-case letters, digits and hyphens.")
    var id: String

    @Option(help: "Its name on pages and in letters.")
    var name: String

    @Option(help: "The host name it answers to, without a port.")
    var host: String?

    @Option(help: "The host name of its room, without a port.")
    var roomHost: String?

    func validate() throws {
        guard CreatePool.isShortName(id) else {
            throw ValidationError("--id takes at most 40 lower-case letters, digits and hyphens")
        }
        guard (1...200).contains(Text.trimmed(name).unicodeScalars.count), Self.isOneLine(name) else {
            throw ValidationError("--name takes one line of at most 200 characters")
        }
        if let host, !CreatePool.isHost(host) { throw ValidationError("--host takes a host name without a port") }
        if let roomHost, host == nil || !CreatePool.isHost(roomHost) || roomHost == host {
            throw ValidationError("--room-host takes a host name without a port, another than --host")
        }
    }

    func run() async throws {
        let opened = try await Installation.openCurrent(database: database.database)
        let create = CreatePool(database: opened, ids: SystemIDs())
        do {
            _ = try await create(
                shortName: id, name: Text.trimmed(name), host: host, roomHost: roomHost,
                at: SystemTime().now)
        } catch let error as PoolsError {
            await opened.close()
            StandardError.say("\(error.code): nothing was created")
            throw ExitCode(1)
        }
        await opened.close()
        print("created pool \(id)")
    }

    private static func isOneLine(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    }
}

/// One line to standard error.
enum StandardError {
    static func say(_ line: String) {
        FileHandle.standardError.write(Data((line + "\n").utf8))
    }

    /// Overwrites the line that stands there, where somebody watches.
    static func progress(_ line: String) {
        guard isatty(2) == 1 else { return }
        FileHandle.standardError.write(Data(("\r" + line).utf8))
    }
}
