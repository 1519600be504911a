// SPDX-License-Identifier: EUPL-1.2

import Dispatch
import Foundation

/// Reads a folder of mails that somebody else fills: bounces, or what a demonstration has sent.
package struct MaildirReader: Sendable {
    /// One mail in the folder.
    package struct Found: Sendable {
        package let name: String
        package let part: MailPart
        package let bytes: [UInt8]
    }

    /// Bytes of one file that are read; a notification names its mail well before.
    private static let most = 1 << 20

    private let folder: String
    private let queue = DispatchQueue(label: "confidant.maildir.reader")

    /// Makes the folder if it is not there.
    ///
    /// - Throws: `MailRefusal` with `MailError.folder`.
    package init(folder: String) throws {
        self.folder = folder
        try Maildir.make(folder)
    }

    /// Up to `limit` mails that nobody has dealt with yet, in the order of their names.
    package func unread(limit: Int = 100) async throws -> [Found] {
        try await onQueue { try Self.read(Maildir.names(in: folder + "/new").prefix(limit), in: folder + "/new") }
    }

    /// All mails, read or not: the newest `limit` by the time of their files, newest first.
    package func latest(limit: Int = 100) async throws -> [Found] {
        try await onQueue {
            let files = try ["/new", "/cur"].flatMap { part in
                try Maildir.names(in: folder + part).map { (folder + part, $0, Self.changed(folder + part + "/" + $0)) }
            }
            return try files.sorted { ($0.2, $0.1) > ($1.2, $1.1) }.prefix(limit).flatMap {
                try Self.read([$0.1], in: $0.0)
            }
        }
    }

    /// Removes a mail: a bounce that has been recorded holds an address and needs no keeping.
    package func remove(_ found: Found) async throws {
        try await onQueue { _ = unlink("\(folder)/new/\(found.name)") }  // gone already: another node has been here
    }

    /// Marks a mail as seen and leaves it for a person to look at.
    package func leave(_ found: Found) async throws {
        try await onQueue { _ = rename("\(folder)/new/\(found.name)", "\(folder)/cur/\(found.name):2,") }
    }

    private func onQueue<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result { try body() }) }
        }
    }

    private static func read(_ names: some Sequence<String>, in folder: String) throws -> [Found] {
        names.compactMap { name in
            guard let file = FileHandle(forReadingAtPath: folder + "/" + name) else { return nil }  // gone meanwhile
            defer { try? file.close() }  // it was only read
            guard let data = try? file.read(upToCount: most) else { return nil }  // a folder, or unreadable: not a mail
            let bytes = [UInt8](data)
            return Found(name: name, part: MailPart(bytes), bytes: bytes)
        }
    }

    private static func changed(_ path: String) -> Date {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)  // gone meanwhile: oldest
        return attributes?[.modificationDate] as? Date ?? .distantPast
    }
}
