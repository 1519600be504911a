// SPDX-License-Identifier: EUPL-1.2

import App
import ArgumentParser
import Foundation
import Web

struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Check what others say, without believing them.",
        subcommands: [VerifyWebCommand.self])
}

struct VerifyWebCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "web", abstract: "Compare what a room's host sends to different visitors with a manifest.",
        discussion:
            "Exit 0: all the same; 1: something differs; 2: it could not be judged. It shows what these requests were sent, not what one person is sent at another moment."
    )

    @Argument(help: "The room's address, https://host.")
    var url: String
    @Option(help: "The manifest of the release; without it, the one of this program.")
    var manifest: String?
    @Option(help: "The cookie of a real sign-in, to ask as that person would.")
    var cookie: String?
    @Option(help: "The certificate authority to believe, PEM, where it is none of the system's.")
    var tlsCa: String?
    @Flag(help: "Print the report as JSON.")
    var json = false

    func run() async throws {
        let expected = try expected()
        let report = try await WebClient.asking(url, certificate: tlsCa) { ask in
            try await WebVerification(url: url, manifest: expected, cookie: cookie, ask: ask).run()
        }
        if json { try printJSON(report) } else { printLines(report) }
        if !report.findings.isEmpty { throw ExitCode(1) }
    }

    private func expected() throws -> RoomManifest {
        let place = manifest ?? "this program"
        do {
            guard let manifest else { return try RoomManifest.shipped() }
            return try RoomManifest(reading: [UInt8](try Data(contentsOf: URL(filePath: manifest))))
        } catch {
            throw OperatorError("verify.manifest", "no manifest can be read from \(place)")
        }
    }

    private func printLines(_ report: WebVerification.Report) {
        for finding in report.findings { print("differs  \(finding.path)  \(finding.what)  (\(finding.client))") }
        print(
            "\(report.url): version \(report.version), \(report.answers) answers to \(report.clients) kinds of visitor, \(report.findings.count) differences"
        )
        print(
            "trusted: \(manifest ?? "the manifest inside this program"). Not shown: what one person is sent at another moment."
        )
    }

    private func printJSON(_ report: WebVerification.Report) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        print(String(decoding: try encoder.encode(report), as: UTF8.self))
    }
}
