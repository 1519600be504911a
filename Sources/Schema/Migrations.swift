// SPDX-License-Identifier: EUPL-1.2

import Assets
import Crypto
package import SQL

/// The migrations that travel inside the program.
package enum Migrations {
    /// For one engine, in order. A migration whose text cannot be the same on both is a pair `.sqlite.sql` and `.postgres.sql`.
    package static func all(for engine: DatabaseEngine) -> [Migration] {
        Asset.all(under: "Sources/Schema/Migrations/", ending: ".sql").compactMap { asset in
            let parts = asset.path.split(separator: "/").last?.split(separator: ".") ?? []
            if parts.count == 3, parts[1] != engine.rawValue { return nil }
            let digest = SHA256.hash(data: asset.bytes).map { byte in
                (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }
            return Migration(
                name: asset.stem, checksum: digest.joined(), statements: Migration.statements(of: asset.text))
        }
    }
}
