// SPDX-License-Identifier: EUPL-1.2

import Foundation
package import Kernel

/// The server's own keys, in a folder apart from the data and its backup (`protocol.md`, decision 27). One file a key, 32 bytes,
/// readable by the owner alone.
package struct KeysFolder: Sendable {
    /// The key under which form tokens are made. Losing it only makes open pages send their form again.
    package let form: [UInt8]

    /// Opens a folder, making it and the keys that are missing.
    ///
    /// - Throws: `OperatorError` with `keys.unreadable` or `keys.open-to-others`.
    package init(path: String, ids: some IDSource) throws {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            form = try Self.key("form", in: path, ids)
        } catch let error as OperatorError {
            throw error
        } catch {
            throw OperatorError("keys.unreadable", "cannot read or make the keys in \(path)")
        }
    }

    private static func key(_ name: String, in folder: String, _ ids: some IDSource) throws -> [UInt8] {
        let path = folder + "/" + name + ".key"
        if let data = FileManager.default.contents(atPath: path) {
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int ?? 0
            guard mode & 0o077 == 0 else {
                throw OperatorError("keys.open-to-others", "\(path) can be read by others: chmod 600 \(path)")
            }
            guard data.count == 32 else { throw OperatorError("keys.unreadable", "\(path) is not a key of 32 bytes") }
            return [UInt8](data)
        }
        let key = ids.bytes(32)
        guard
            FileManager.default.createFile(
                atPath: path, contents: Data(key), attributes: [.posixPermissions: 0o600])
        else { throw OperatorError("keys.unreadable", "cannot write \(path)") }
        return key
    }
}
