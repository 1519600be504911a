// SPDX-License-Identifier: EUPL-1.2

import Assets
import Crypto
import FoundationEssentials

/// What a release of the room consists of: each file with its hash (`protocol.md` 2.12).
package struct RoomManifest: Sendable, Decodable {
    private enum CodingKeys: String, CodingKey {
        case version, pages, files
        case importMap = "import_map"
    }

    static let path = "Room/site/manifest.json"

    package let version: String
    /// The hash of the one import map that all pages hold, as a policy names it.
    package let importMap: String
    /// Addresses of pages below the root, without a language.
    package let pages: [String]
    /// Hashes by path, as an `integrity` attribute has them.
    package let files: [String: String]

    /// - Throws: `RoomBundleError.manifest`.
    package init(reading json: some Collection<UInt8>) throws {
        do { self = try JSONDecoder().decode(RoomManifest.self, from: Data(json)) } catch {
            throw RoomBundleError.manifest
        }
    }

    /// The one of the files inside this program.
    ///
    /// - Throws: `RoomBundleError.manifest`.
    package static func shipped() throws -> RoomManifest {
        guard let asset = Asset.all(under: path).first else { throw RoomBundleError.manifest }
        return try RoomManifest(reading: asset.bytes)
    }

    /// The file of a page.
    package static func file(page: String, language: String) -> String {
        "pages/\(language)/\(page.isEmpty ? "index" : page).html"
    }

    /// SHA-384 as an `integrity` attribute has it.
    package static func hash(_ bytes: [UInt8]) -> String {
        "sha384-" + Data(SHA384.hash(data: bytes)).base64EncodedString()
    }

    /// The policy that pages must come with (`RoomHost`), for a pool's origin.
    package func policy(pool: String) -> String {
        [
            "default-src 'none'", "script-src 'self' '\(importMap)'", "style-src 'self'", "img-src 'self' blob:",
            "worker-src 'self'", "connect-src 'self' \(pool)", "form-action \(pool)", "frame-ancestors 'none'",
            "base-uri 'none'", "require-trusted-types-for 'script'", "trusted-types 'none'",
        ].joined(separator: "; ")
    }
}
