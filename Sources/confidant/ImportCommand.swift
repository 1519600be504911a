// SPDX-License-Identifier: EUPL-1.2

import App
import ArgumentParser
import Foundation
import Kernel
import Pools
import SQL

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Take a list of people out of a spreadsheet into a pool.",
        discussion: """
            A CSV file in UTF-8 with headings in its first row; comma, semicolon or tab. All of it is taken or nothing: with an \
            error in any row the exit code is 1 and nothing has changed. The same list again changes nothing.
            """)

    @Argument(help: "The CSV file.")
    var file: String

    @OptionGroup var database: DatabaseOption

    @Option(help: "The pool's short name.")
    var pool: String

    @Flag(help: "Only say what would be done.")
    var dryRun = false

    @Flag(help: "Write the result as JSON.")
    var json = false

    func run() async throws {
        let bytes = try read()
        let opened = try await Installation.openCurrent(database: database.database)
        let result: ImportResult
        do {
            result = try await work(PeopleFile(bytes), opened)
        } catch {
            await opened.close()
            throw error
        }
        await opened.close()
        print(try json ? Self.json(result) : Self.words(result, isDryRun: dryRun))
        if result.isClean { return }
        StandardError.say("import.refused: \(result.errors.count) errors, nothing imported")
        throw ExitCode(1)
    }

    private func work(_ people: PeopleFile, _ opened: any Database) async throws -> ImportResult {
        let found: PoolID
        do {
            found = try await FindPool(database: opened)(shortName: pool)
        } catch PoolsError.notFound {
            throw OperatorError("pool.unknown", "no pool is called that: confidant pool create")
        }
        let importer = ImportPeople(database: opened, ids: SystemIDs())
        if dryRun { return try await importer.preview(people, pool: found, by: nil) }
        let total = people.drafts.count
        let result = try await importer(people, pool: found, by: nil, at: SystemTime().now) { done in
            StandardError.progress("\(done) of \(total) rows")
        }
        StandardError.progress("")
        return result.result
    }

    private func read() throws -> [UInt8] {
        do {
            return [UInt8](try Data(contentsOf: URL(filePath: file)))
        } catch {
            throw OperatorError("import.unreadable", "the file cannot be read")
        }
    }

    private static func json(_ result: ImportResult) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        return String(decoding: try encoder.encode(result), as: UTF8.self)
    }

    private static func words(_ result: ImportResult, isDryRun: Bool) -> String {
        var lines = result.errors.prefix(100).map {
            "row \($0.row), \($0.column.isEmpty ? "-" : $0.column): \($0.fault.rawValue)"
        }
        if result.errors.count > 100 { lines.append("and \(result.errors.count - 100) more") }
        if !result.ignoredColumns.isEmpty {
            lines.append("ignored columns: " + result.ignoredColumns.joined(separator: ", "))
        }
        lines.append(
            "\(result.rows) rows: \(result.imported) new, \(result.updated) changed, \(result.unchanged) unchanged"
                + (isDryRun ? ", nothing written" : ""))
        return lines.joined(separator: "\n")
    }
}
