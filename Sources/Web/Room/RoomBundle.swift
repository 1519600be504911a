// SPDX-License-Identifier: EUPL-1.2

import Assets
import Crypto
import HTTPTypes
import Hummingbird
import Kernel

/// What is wrong with the room's files inside the program.
package enum RoomBundleError: String, Error, CodedError {
    case manifest = "room.manifest"
    /// A file is missing, one too many, or not the one that the manifest names.
    case file = "room.file"

    package var logCode: String { rawValue }
}

/// The room's files as they travel inside the program: the same bytes for every installation, each with its hash in the manifest
/// (`protocol.md` 2.12). Made by `Scripts/make-room`.
package struct RoomBundle: Sendable {
    private struct File: Sendable {
        let plain: ByteBuffer
        let packed: ByteBuffer
        let type: String
        let tag: String
    }

    private static let folder = "Room/site/"
    private static let types = [
        "html": "text/html; charset=utf-8", "js": "text/javascript; charset=utf-8", "css": "text/css; charset=utf-8",
        "json": "application/json", "svg": "image/svg+xml", "txt": "text/plain; charset=utf-8",
    ]

    /// Whether the program was built with the room's files.
    package static var isInside: Bool { !Asset.all(under: folder, ending: "manifest.json").isEmpty }

    package var version: String { release.version }
    let release: RoomManifest
    private let pages: Set<String>
    private var files: [String: File] = [:]
    private let manifest: File

    /// - Throws: `RoomBundleError` where manifest and files do not agree.
    package init() throws {
        release = try RoomManifest.shipped()
        pages = Set(release.pages)
        let assets = Asset.all(under: Self.folder)
        guard let list = assets.first(where: { $0.path == RoomManifest.path }) else { throw RoomBundleError.manifest }
        manifest = try Self.file(list)
        for asset in assets where asset.path != list.path {
            let path = String(asset.path.dropFirst(Self.folder.count))
            guard release.files[path] == RoomManifest.hash(asset.bytes) else { throw RoomBundleError.file }
            files[path] = try Self.file(asset)
        }
        guard files.count == release.files.count else { throw RoomBundleError.file }
    }

    /// Every file by its path, the manifest among them.
    package var contents: [String: [UInt8]] {
        files.mapValues { Array(buffer: $0.plain) }.merging(["manifest.json": Array(buffer: manifest.plain)]) { $1 }
    }

    /// The answer to a path of the room's host; `nil` where nothing of that name is.
    func respond(to request: Request, path: String, _ language: Language) -> Response? {
        if path == "/manifest.json" { return Self.answer(manifest, to: request) }
        let kept = "/b/\(version)/"
        if path.hasPrefix(kept) {
            return files[String(path.dropFirst(kept.count))].map {
                Self.answer($0, to: request, cache: "public, max-age=31536000, immutable")
            }
        }
        let page = String(path.dropFirst())
        guard pages.contains(page) else { return nil }
        return files[RoomManifest.file(page: page, language: language.rawValue)].map {
            Self.answer($0, to: request)
        }
    }

    private static func file(_ asset: Asset) throws -> File {
        let ending = asset.path.split(separator: ".").last.map(String.init) ?? ""
        let digest = Kernel.Base64URL.encode(SHA256.hash(data: asset.bytes)).prefix(22)
        return File(
            plain: ByteBuffer(bytes: asset.bytes), packed: ByteBuffer(bytes: try Gzip.pack(asset.bytes)),
            type: types[ending] ?? "application/octet-stream", tag: "\"\(digest)\"")
    }

    private static func answer(_ file: File, to request: Request, cache: String = "no-cache") -> Response {
        var headers: HTTPFields = [
            .contentType: file.type, .cacheControl: cache, .eTag: file.tag, .vary: "Accept-Encoding",
        ]
        if request.headers[.ifNoneMatch] == file.tag { return Response(status: .notModified, headers: headers) }
        guard takesGzip(request) else {
            return Response(status: .ok, headers: headers, body: .init(byteBuffer: file.plain))
        }
        headers[.contentEncoding] = "gzip"
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: file.packed))
    }

    private static func takesGzip(_ request: Request) -> Bool {
        (request.headers[.acceptEncoding] ?? "").split(separator: ",").contains { coding in
            let parts = coding.split(separator: ";").map { $0.filter { $0 != " " } }
            return parts.first == "gzip" && !parts.dropFirst().contains("q=0")
        }
    }
}
