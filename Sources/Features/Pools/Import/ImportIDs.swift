// SPDX-License-Identifier: EUPL-1.2

import Kernel
import SQL

/// Ids drawn before a transaction, in as many as it can need: a closure that runs twice gives the same ids again.
struct ImportIDs: Sendable {
    private let bytes: [UInt8]
    private var used = 0

    init(from source: any IDSource, count: Int) {
        bytes = source.bytes(16 * count)
    }

    mutating func next<Of>(_: Of.Type = Of.self) throws -> ID<Of> {
        guard (used + 1) * 16 <= bytes.count else { throw DatabaseError.bug("import-ids-used-up") }
        defer { used += 1 }
        return ID(bytes: Array(bytes[(used * 16)..<((used + 1) * 16)]))
    }
}
