// SPDX-License-Identifier: EUPL-1.2

package import Kernel
package import SQL

/// An import that was done.
package struct ImportDone: Hashable, Sendable {
    package let at: Timestamp
    package let rows: Int
    package let imported: Int
    package let updated: Int
    package let unchanged: Int
}

/// Shows what an import did. For administrators: the caller's audience has checked that.
package struct ShowImport: Sendable {
    private let database: any Database

    package init(database: any Database) {
        self.database = database
    }

    /// - Throws: `PoolsError.notFound`.
    package func callAsFunction(_ id: ImportID, for viewer: Viewer) async throws -> ImportDone {
        let row = try await database.read { try $0.first(ImportSQL.importDone, viewer.pool, id) }
        guard let row else { throw PoolsError.notFound }
        return ImportDone(
            at: try row.time("imported_at"), rows: try row.int("file_rows"), imported: try row.int("imported"),
            updated: try row.int("updated"), unchanged: try row.int("unchanged"))
    }
}
