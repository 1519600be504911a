// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Kernel
import Mail
import TestSupport

func address(_ text: String) throws -> MailAddress { try MailAddress(text) }

func sender() throws -> MailSender {
    MailSender(name: HeaderText("Pwll y Cymoedd"), address: try MailAddress("no-reply@pool.example"))
}

func message(
    to: String = "fine@client.example", subject: String = "Hello", body: String = "Hello\n", ids: TestIDs = TestIDs()
) throws -> MailMessage {
    MailMessage(
        to: try address(to), subject: HeaderText(subject), body: body, languages: [.welsh, .english],
        id: MailMessageID(pool: ids.id(), item: ids.id()), date: .t0)
}

/// A folder that goes afterwards.
func withFolder<Result>(_ body: (String) async throws -> Result) async throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "confidant-mail-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }  // the system clears what is left
    return try await body(folder.path)
}

/// The server of `Scripts/with-smtp`.
struct SMTPSink: Decodable {
    private static let folder = ProcessInfo.processInfo.environment["CONFIDANT_TEST_SMTP"]

    /// With `REQUIRE_SMTP=1` the tests run without a server too, and fail.
    static let isWanted = folder != nil || ProcessInfo.processInfo.environment["REQUIRE_SMTP"] == "1"

    let starttls: Int
    let smtps: Int
    let plain: Int
    let login: Int

    struct Missing: Error, CustomStringConvertible {
        let description = "no mail server: run the tests by Scripts/with-smtp"
    }

    static func running() throws -> SMTPSink {
        guard let folder else { throw Missing() }
        let data = try Data(contentsOf: URL(filePath: folder + "/ports.json"))
        return try JSONDecoder().decode(SMTPSink.self, from: data)
    }

    var authority: String { (Self.folder ?? "") + "/authority.pem" }
    var stranger: String { (Self.folder ?? "") + "/stranger.pem" }

    /// What was taken for a recipient, oldest first.
    func mails(to recipient: String) throws -> [MailPart] {
        let folder = (Self.folder ?? "") + "/mails"
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".eml") }
        return try names.sorted().map { MailPart([UInt8](try Data(contentsOf: URL(filePath: folder + "/" + $0)))) }
            .filter { $0.header("x-to") == recipient }
    }
}
