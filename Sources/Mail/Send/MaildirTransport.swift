// SPDX-License-Identifier: EUPL-1.2

import Dispatch
import Foundation

/// Mail into a folder: each message becomes a file that is whole or not there, and stays after a power cut
/// (written in `tmp`, flushed, renamed into `new`).
///
/// The file is named after the message, so a second try of the same mail leaves one file for as long as it lies in the folder.
package final class MaildirTransport: MailTransport {
    private let folder: String
    private let sender: MailSender
    private let queue = DispatchQueue(label: "confidant.maildir")

    /// Makes the folder if it is not there.
    ///
    /// - Throws: `MailError.folder`.
    package init(folder: String, sender: MailSender) throws {
        self.folder = folder
        self.sender = sender
        try Maildir.make(folder)
    }

    package func send(_ message: MailMessage) async throws {
        let bytes = message.composed(from: sender)
        let name = message.id.stem
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            queue.async { [folder] in
                continuation.resume(with: Result { try Maildir.deliver(bytes, name: name, into: folder) })
            }
        }
    }

    package func close() {}
}

/// A folder of mails with `tmp`, `new` and `cur`, as qmail made them.
enum Maildir {
    static func make(_ folder: String) throws {
        do {
            for part in ["tmp", "new", "cur"] {
                try FileManager.default.createDirectory(
                    atPath: folder + "/" + part, withIntermediateDirectories: true,
                    attributes: [.posixPermissions: 0o700])
            }
        } catch {
            throw MailRefusal(.folder)
        }
    }

    static func deliver(_ bytes: [UInt8], name: String, into folder: String) throws {
        if try holds(name, folder) { return }
        let draft = "\(folder)/tmp/\(name).\(ProcessInfo.processInfo.processIdentifier)"
        try write(bytes, to: draft)
        guard rename(draft, "\(folder)/new/\(name)") == 0 else { throw MailRefusal(.folder) }
        try flush(folder + "/new")
    }

    static func names(in folder: String) throws -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder).filter { !$0.hasPrefix(".") }.sorted()
        } catch {
            throw MailRefusal(.folder)
        }
    }

    /// Whether a mail lies there already, read or not: a reader appends `:2,` and flags to the name.
    private static func holds(_ name: String, _ folder: String) throws -> Bool {
        if access("\(folder)/new/\(name)", F_OK) == 0 || access("\(folder)/cur/\(name)", F_OK) == 0 { return true }
        return try names(in: folder + "/cur").contains { $0.hasPrefix(name + ":") }
    }

    private static func write(_ bytes: [UInt8], to path: String) throws {
        let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        guard file >= 0 else { throw MailRefusal(.folder) }
        defer { close(file) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) }
            guard count > 0 else { throw MailRefusal(.folder) }
            rest = rest.dropFirst(count)
        }
        guard fsync(file) == 0 else { throw MailRefusal(.folder) }
    }

    private static func flush(_ folder: String) throws {
        let file = open(folder, O_RDONLY | O_DIRECTORY)
        guard file >= 0 else { throw MailRefusal(.folder) }
        defer { close(file) }
        guard fsync(file) == 0 else { throw MailRefusal(.folder) }
    }
}
