// SPDX-License-Identifier: EUPL-1.2

import App
import ArgumentParser
import Foundation
import SQL

/// The one program: server, demonstration and every tool of an operator.
@main
struct Confidant: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "confidant",
        abstract: "A coaching and mentoring pool that keeps its word.",
        subcommands: [
            ServeCommand.self, DemoCommand.self, MigrateCommand.self, PoolCommand.self, ImportCommand.self,
            ClausesCommand.self, MatchCommand.self, OutboxCommand.self, DoctorCommand.self, KeysCommand.self,
            VerifyCommand.self,
        ]
    )

    /// Errors go to standard error in one line with a code; 2 stands for wrong usage or unreadable input, 1 for everything else.
    static func main() async {
        do {
            var command = try parseAsRoot()
            if var asyncCommand = command as? any AsyncParsableCommand {
                try await asyncCommand.run()
            } else {
                try command.run()
            }
        } catch let error as OperatorError {
            fail(error.description, code: 2)
        } catch let error as DatabaseError {
            fail("\(error.logCode): the database cannot be used", code: 2)
        } catch {
            if exitCode(for: error) == .validationFailure { fail("usage: \(message(for: error))", code: 2) }
            exit(withError: error)
        }
    }

    private static func fail(_ line: String, code: Int32) -> Never {
        FileHandle.standardError.write(Data((line + "\n").utf8))
        Foundation.exit(code)
    }
}
