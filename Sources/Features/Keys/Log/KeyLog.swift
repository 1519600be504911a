// SPDX-License-Identifier: EUPL-1.2

import Kernel
import SQL
import Seal

/// The newest keys of a person as the log has them.
struct LoggedKeys: Sendable {
    let leaf: Int
    let seq: Int
    let digest: String
    let signKey: Bytes
    let at: Int
    let root: String

    static func newest(of person: PersonID, pool: PoolID, in reader: Reader) throws -> LoggedKeys? {
        try reader.first(KeyLogSQL.newest, pool, person).map { row in
            LoggedKeys(
                leaf: try row.int("leaf"), seq: try row.int("seq"), digest: try row.text("body_digest"),
                signKey: try Seal.Base64URL.bytes(try row.text("sign_key"), count: 32), at: try row.int("at_seconds"),
                root: try row.text("root"))
        }
    }

    /// How far the log had grown with this entry.
    var point: CanonicalValue { .object(["root": .string(root), "size": .integer(leaf + 1)]) }
}

/// Reading the log.
enum KeyLog {
    /// Size and root, what statements carry as `cp`.
    static func point(pool: PoolID, in reader: Reader) throws -> (size: Int, root: String) {
        guard let row = try reader.first(KeyLogSQL.point, pool) else { return (0, "") }
        return (try row.int("size"), try row.text("root"))
    }

    /// Entries from a leaf on, each as the bytes that were hashed.
    static func entries(
        pool: PoolID, from leaf: Int, most: Int, in reader: Reader
    ) throws -> (entries: [Bytes], size: Int) {
        let entries = try reader.rows(KeyLogSQL.entries, pool, leaf, leaf + most).map { try $0.bytes("statement") }
        return (entries, try point(pool: pool, in: reader).size)
    }
}
