// SPDX-License-Identifier: EUPL-1.2

import Journal
package import Kernel
package import SQL

/// Makes an empty pool. Only the operator can, by command line.
package struct CreatePool: Sendable {
    private let database: any Database
    private let ids: any IDSource

    package init(database: any Database, ids: any IDSource) {
        self.database = database
        self.ids = ids
    }

    /// - Parameters:
    ///   - shortName: by which commands name it; see `isShortName`.
    ///   - host: the host name it answers to; needed once an installation has several pools.
    ///   - roomHost: the host name of its room, where that is not the one of the whole installation.
    /// - Throws: `PoolsError.shortNameTaken`, `.hostTaken`.
    package func callAsFunction(
        shortName: String, name: String, host: String?, roomHost: String? = nil, at: Timestamp
    ) async throws -> PoolID {
        let pool = ids.id(PoolKind.self)
        let entry = ids.id(JournalKind.self)
        do {
            try await database.write { transaction in
                try transaction.run(PoolsSQL.insertPool, pool, shortName, name, at)
                if let host {
                    try transaction.run(PoolsSQL.insertHost, host.lowercased(), pool, roomHost?.lowercased())
                }
                try Journal.record(
                    in: transaction, pool: pool, at: at, id: entry, actor: .program, PoolsAction.poolCreated, on: pool)
            }
        } catch DatabaseError.unique("pool__short_name__key") {
            throw PoolsError.shortNameTaken
        } catch DatabaseError.unique("pool_host__pkey"), DatabaseError.unique("pool_host__host__pkey"),
            DatabaseError.unique("pool_host__host__key")
        {
            throw PoolsError.hostTaken
        }
        return pool
    }

    /// Lower-case letters, digits and hyphens, 1 to 40, beginning with a letter or digit.
    package static func isShortName(_ text: String) -> Bool {
        (1...40).contains(text.utf8.count) && !text.hasPrefix("-")
            && text.utf8.allSatisfy { byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                    || byte == UInt8(ascii: "-")
            }
    }

    /// A host name without a port: letters, digits, hyphens and dots.
    package static func isHost(_ text: String) -> Bool {
        (1...253).contains(text.utf8.count) && !text.hasPrefix(".") && !text.hasPrefix("-")
            && text.lowercased().utf8.allSatisfy { byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                    || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
            }
    }
}
