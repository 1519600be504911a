// SPDX-License-Identifier: EUPL-1.2

import App
import ArgumentParser
import PolicyPacks

/// `confidant clauses`: how each clause of each pack in the program is met, and which tests show it.
///
/// Reads nothing but what travels in the program.
struct ClausesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clauses",
        abstract: "List each clause of the policy packs, how it is met and by which tests."
    )

    @Option(help: ArgumentHelp("Only the clauses of this pack.", valueName: "pack"))
    var pack: String?

    @Flag(help: "Only clauses that a test has yet to show.")
    var missing = false

    @Flag(help: "A JSON list instead of a table.")
    var json = false

    func run() throws {
        let folder = try PackFolder.shipped()
        let all = ClauseReport(try chosen(from: folder.library), tests: folder.tests)
        let report = missing ? all.missing : all
        print(json ? report.json : report.table)
    }

    private func chosen(from library: PackLibrary) throws -> [PolicyPack] {
        guard let pack else { return library.newest }
        guard library.names.contains(pack) else {
            let known = library.names.sorted().joined(separator: ", ")
            throw OperatorError("packs.unknown-pack", "no pack is called \(pack); there are \(known)")
        }
        return library.newest.filter { $0.identity.pack == pack }
    }
}
