// SPDX-License-Identifier: EUPL-1.2

package import Kernel
package import SQL

/// The pool that a command names.
package struct FindPool: Sendable {
    private let database: any Database

    package init(database: any Database) {
        self.database = database
    }

    /// - Throws: `PoolsError.notFound`.
    package func callAsFunction(shortName: String) async throws -> PoolID {
        let row = try await database.read { try $0.first(PoolsSQL.poolOf, shortName) }
        guard let row else { throw PoolsError.notFound }
        return try row.id("id")
    }
}
