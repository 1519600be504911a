// SPDX-License-Identifier: EUPL-1.2

import CAssets

/// A file that travels inside the program: a template, a style sheet, a migration, a pack, a module of the room.
package struct Asset: Sendable {
    /// Its path in the source tree, for example `Sources/Web/Styles/quiet.css`.
    package let path: String
    package let bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// Its contents as text; what is not UTF-8 becomes U+FFFD.
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The last part of its path without its ending.
    package var stem: String {
        let file = path.split(separator: "/").last ?? ""
        return String(file.split(separator: ".").first ?? "")
    }

    /// All files inside the program whose path begins and ends so, in the order of their paths.
    package static func all(under prefix: String = "", ending suffix: String = "") -> [Asset] {
        (0..<confidant_asset_count()).compactMap { index in
            guard let entry = confidant_asset_at(index)?.pointee else { return nil }
            let path = String(cString: entry.name)
            guard path.hasPrefix(prefix), path.hasSuffix(suffix) else { return nil }
            return Asset(
                path: path, bytes: [UInt8](UnsafeBufferPointer(start: entry.bytes, count: Int(entry.count))))
        }
    }
}
