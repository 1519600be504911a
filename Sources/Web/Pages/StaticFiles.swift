// SPDX-License-Identifier: EUPL-1.2

import Assets
import Crypto
import HTTPTypes
import Hummingbird
import Kernel

/// Style sheet and scripts, at addresses that change with their contents and may be kept for ever.
package struct StaticFiles: Sendable {
    private struct Entry: Sendable {
        let buffer: ByteBuffer
        let type: String
    }

    private var entries: [String: Entry] = [:]
    private var paths: [String: String] = [:]

    package init() {
        let assets =
            Asset.all(under: "Sources/", ending: ".css").map { ($0, "text/css; charset=utf-8") }
            + Asset.all(under: "Sources/", ending: ".js").map { ($0, "text/javascript; charset=utf-8") }
        for (asset, type) in assets {
            let digest = Base64URL.encode(SHA256.hash(data: asset.bytes)).prefix(12)
            let ending = asset.path.split(separator: ".").last ?? ""
            let path = "/a/\(asset.stem).\(digest).\(ending)"
            entries[path] = Entry(buffer: ByteBuffer(bytes: asset.bytes), type: type)
            paths[asset.path] = path
        }
    }

    /// The address of a file; empty if there is none of that name.
    package func path(_ source: String) -> String {
        paths[source] ?? ""
    }

    func respond(to path: String) -> Response? {
        guard let entry = entries[path] else { return nil }
        return Response(
            status: .ok,
            headers: [.contentType: entry.type, .cacheControl: "public, max-age=31536000, immutable"],
            body: .init(byteBuffer: entry.buffer))
    }
}
