// SPDX-License-Identifier: EUPL-1.2

import Foundation
package import Kernel

/// The server's own keys, in a folder apart from the data and its backup (`protocol.md`, decision 27). One file a key, 32 bytes,
/// readable by the owner alone.
package struct KeysFolder: Sendable {
    /// What each key is for; the name of its file.
    package enum Name: String, CaseIterable, Sendable {
        /// Form tokens. Losing it only makes open pages send their form again.
        case form
        /// What is answered about people whom nobody knows, the same each time.
        case unknown
        /// Signs the log once it is witnessed.
        case log
        /// Signs certificates of disposal.
        case disposal
        /// Signs what the operator declares.
        case `operator`
    }

    package let form: [UInt8]
    package let unknown: [UInt8]
    package let log: [UInt8]

    /// Opens a folder.
    ///
    /// - Parameter ids: makes what is missing; without it a missing key is refused.
    /// - Throws: `OperatorError` with `keys.missing`, `keys.unreadable` or `keys.open-to-others`.
    package init(path: String, making ids: (any IDSource)? = nil) throws {
        if ids != nil { try Self.make(folder: path) }
        var keys: [Name: [UInt8]] = [:]
        for name in Name.allCases { keys[name] = try Self.key(name, in: path, ids) }
        form = keys[.form] ?? []
        unknown = keys[.unknown] ?? []
        log = keys[.log] ?? []
    }

    /// Whether the folder lies in the folder of a database file, where a backup of the data would take the keys along.
    package static func isBeside(database: String, _ path: String) -> Bool {
        guard !database.contains("://") else { return false }
        let data = URL(filePath: database).deletingLastPathComponent().standardizedFileURL.path()
        let keys = URL(filePath: path).standardizedFileURL.path()
        return keys == data || keys.hasPrefix(data.hasSuffix("/") ? data : data + "/")
    }

    private static func make(folder: String) throws {
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw OperatorError("keys.unreadable", "cannot read or make the keys in \(folder)")
        }
    }

    private static func key(_ name: Name, in folder: String, _ ids: (any IDSource)?) throws -> [UInt8] {
        let path = folder + "/" + name.rawValue + ".key"
        if let data = FileManager.default.contents(atPath: path) {
            let attributes = try? FileManager.default.attributesOfItem(atPath: path)  // unreadable: not trusted
            let mode = attributes?[.posixPermissions] as? Int ?? 0o777
            guard mode & 0o077 == 0 else {
                throw OperatorError("keys.open-to-others", "\(path) can be read by others: chmod 600 \(path)")
            }
            guard data.count == 32 else { throw OperatorError("keys.unreadable", "\(path) is not a key of 32 bytes") }
            return [UInt8](data)
        }
        guard let ids else {
            throw OperatorError("keys.missing", "\(path) is not there: confidant keys init --keys \(folder)")
        }
        let key = ids.bytes(32)
        guard
            FileManager.default.createFile(
                atPath: path, contents: Data(key), attributes: [.posixPermissions: 0o600])
        else { throw OperatorError("keys.unreadable", "cannot write \(path)") }
        return key
    }
}
