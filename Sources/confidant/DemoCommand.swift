// SPDX-License-Identifier: EUPL-1.2

import App
import ArgumentParser
import Foundation

struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Serve a pool of people who do not exist, to try everything.",
        discussion: "Anybody who reaches the address can come in as anybody: never put real people in it.")

    @OptionGroup var listening: ListenOptions
    @Option(
        help: "A postgres:// address of an empty database, instead of a file that goes when the demonstration ends.")
    var database: String?
    @Option(help: "A folder to keep the demonstration in; without it, a new one that goes when it ends.")
    var data: String?
    @Option(help: "So many clients more in one programme, to try a round of its size.")
    var crowd = 0
    @Flag(help: "Print one line of JSON instead of a table.")
    var json = false

    func run() async throws {
        let folder = data ?? NSTemporaryDirectory() + "confidant-demo-\(ProcessInfo.processInfo.processIdentifier)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        // A temporary folder may be gone already.
        defer { if data == nil { try? FileManager.default.removeItem(atPath: folder) } }
        var settings = try listening.settings()
        settings.keys = folder + "/keys"
        let place = database ?? folder + "/demo.sqlite"
        let demo = Demonstration(database: place, folder: folder, settings: settings, crowd: max(0, min(crowd, 20_000)))
        try await demo.run { address, room, people in
            json ? Self.printJSON(address, room, people) : Self.printTable(address, people)
        }
    }

    private static func printTable(_ address: String, _ people: [Demonstration.Entry]) {
        let width = people.map(\.name.count).max() ?? 0
        let roleWidth = people.map { $0.roles.joined(separator: ", ").count }.max() ?? 0
        for somebody in people {
            print(
                padded(somebody.name, width), padded(somebody.roles.joined(separator: ", "), roleWidth), somebody.link,
                separator: "  ")
        }
        print(
            "\nopen \(address) or come in as one of the people above; their mail is at \(address)/demo/mail; Ctrl-C ends it"
        )
        fflush(nil)
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    private static func printJSON(_ address: String, _ room: String, _ people: [Demonstration.Entry]) {
        struct Told: Encodable {
            let address: String
            let room: String
            let people: [Demonstration.Entry]
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Texts only: cannot fail.
        if let line = try? encoder.encode(Told(address: address, room: room, people: people)) {
            print(String(decoding: line, as: UTF8.self))
            fflush(nil)
        }
    }
}
