// SPDX-License-Identifier: EUPL-1.2

import App
import ArgumentParser

struct KeysCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys", abstract: "Work with the server's own keys.", subcommands: [KeysInitCommand.self])
}

struct KeysInitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Make the keys that are missing; those that are there stay.",
        discussion: "Keep the folder apart from the data, and its copy apart from the data's backup.")

    @Option(help: "Folder of the server's own keys.")
    var keys: String = "confidant-keys"

    func run() throws {
        _ = try KeysFolder(path: keys, making: SystemIDs())
        print("keys: \(KeysFolder.Name.allCases.count) in \(keys), readable by the owner alone")
    }
}
