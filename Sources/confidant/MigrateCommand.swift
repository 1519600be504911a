// SPDX-License-Identifier: EUPL-1.2

import App
import ArgumentParser
import SQL

/// Where the data of an installation stands.
struct DatabaseOption: ParsableArguments {
    @Option(help: "The path of a SQLite file, or a postgres:// address.")
    var database: String = "confidant.sqlite"
}

struct MigrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate", abstract: "Bring the schema of a database to date.")

    @OptionGroup var database: DatabaseOption

    func run() async throws {
        let opened = try await Installation.open(database: database.database)
        for name in try await Installation.migrate(opened, now: SystemTime().now) { print("ran \(name)") }
        await opened.close()
        print("the schema is up to date")
    }
}
