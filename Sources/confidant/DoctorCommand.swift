// SPDX-License-Identifier: EUPL-1.2

import App
import ArgumentParser

struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Check everything that serve needs, and say what to do about what is missing.")

    @OptionGroup var database: DatabaseOption
    @Option(help: "Folder of the server's own keys.")
    var keys: String = "confidant-keys"
    @Option(help: "The folder that `serve --bounces` reads.")
    var bounces: String?

    func run() async throws {
        let findings = await Doctor(database: database.database, keys: keys, bounces: bounces).examine()
        for finding in findings { print((finding.isFine ? "ok    " : "fault ") + finding.words) }
        if findings.contains(where: { !$0.isFine }) { throw ExitCode(1) }
    }
}
