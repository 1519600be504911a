// SPDX-License-Identifier: EUPL-1.2

package import Kernel
package import SQL

/// A file between preview and confirmation.
package struct Upload: Sendable {
    package let id: UploadID
    package let fileName: String
    package let file: PeopleFile
}

/// Keeps the file that somebody is about to import, one a person, until it is imported, given up, replaced or a day old.
///
/// It stays on the server because a page cannot put a file back into a file field, and sending it to the browser and back would
/// cost its size twice more; in the database, so that the next request may reach another node.
package struct Uploads: Sendable {
    private static let hours = 24

    private let database: any Database
    private let ids: any IDSource

    package init(database: any Database, ids: any IDSource) {
        self.database = database
        self.ids = ids
    }

    package func keep(_ bytes: [UInt8], named name: String, for viewer: Viewer, at: Timestamp) async throws {
        let id = ids.id(UploadKind.self)
        try await database.write { transaction in
            try transaction.run(ImportSQL.dropOldUploads, viewer.pool, at.adding(hours: -Self.hours))
            try transaction.run(ImportSQL.keepUpload, viewer.pool, viewer.person, id, name, bytes, at)
        }
    }

    /// - Throws: `PoolsError.uploadGone`.
    package func kept(for viewer: Viewer) async throws -> Upload {
        let row = try await database.read { try $0.first(ImportSQL.upload, viewer.pool, viewer.person) }
        guard let row else { throw PoolsError.uploadGone }
        return Upload(
            id: try row.id("id"), fileName: try row.text("file_name"), file: PeopleFile(try row.bytes("contents")))
    }

    package func drop(_ upload: UploadID, for viewer: Viewer) async throws {
        try await database.write { transaction in
            _ = try transaction.run(ImportSQL.dropUpload, viewer.pool, viewer.person, upload)
        }
    }
}
