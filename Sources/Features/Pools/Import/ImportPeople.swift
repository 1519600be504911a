// SPDX-License-Identifier: EUPL-1.2

import Journal
package import Kernel
package import SQL

/// Takes a list of people into a pool: all of it or nothing, and the same list again changes nothing.
///
/// Blank cells erase nothing, roles are added and never removed, and a practitioner is an applicant who is not listed.
package struct ImportPeople: Sendable {
    /// How many rows are looked up and written at a time.
    private static let batch = 1000

    private let database: any Database
    private let ids: any IDSource

    package init(database: any Database, ids: any IDSource) {
        self.database = database
        self.ids = ids
    }

    /// What the import would do; writes nothing.
    package func preview(_ file: PeopleFile, pool: PoolID, by importer: PersonID?) async throws -> ImportResult {
        if !file.errors.isEmpty { return Self.refused(file, file.errors) }
        let supply = supply(for: file)
        return try await database.read { reader in
            var result = ImportResult(of: file)
            var planner = try ImportPlanner(pool: pool, importer: importer, file: file, ids: supply, in: reader)
            for drafts in file.drafts.batches(of: Self.batch) { result.add(try planner.plan(drafts, in: reader)) }
            return planner.errors.isEmpty ? result : Self.refused(file, planner.errors)
        }
    }

    /// Does it.
    ///
    /// - Parameters:
    ///   - upload: the file kept between preview and confirmation, dropped in the same transaction.
    ///   - progress: told how many rows are done; may begin anew where the transaction does.
    /// - Throws: `PoolsError.uploadGone` where the upload has been imported or replaced meanwhile. Errors of the list are in
    ///   the result, and then nothing stands.
    package func callAsFunction(
        _ file: PeopleFile, pool: PoolID, by viewer: Viewer?, upload: UploadID? = nil, at: Timestamp,
        progress: @escaping @Sendable (Int) -> Void = { _ in }
    ) async throws -> (result: ImportResult, id: ImportID?) {
        if !file.errors.isEmpty { return (Self.refused(file, file.errors), nil) }
        let supply = supply(for: file)
        do {
            return try await database.write { transaction in
                var result = ImportResult(of: file)
                var planner = try ImportPlanner(
                    pool: pool, importer: viewer?.person, file: file, ids: supply, in: transaction)
                let writer = ImportWriter(pool: pool, viewer: viewer, at: at, transaction: transaction)
                if let upload { try writer.drop(upload) }
                var done = 0
                for drafts in file.drafts.batches(of: Self.batch) {
                    let plan = try planner.plan(drafts, in: transaction)
                    if planner.errors.isEmpty { try writer.write(plan, &planner) }
                    result.add(plan)
                    done += drafts.count
                    if done == Self.batch, file.drafts.count > Self.batch { try writer.countAnew() }
                    progress(done)
                }
                guard planner.errors.isEmpty else { throw ImportRefused(errors: planner.errors) }
                return (result, try writer.finish(result, &planner))
            }
        } catch let refused as ImportRefused {
            return (Self.refused(file, refused.errors), nil)
        }
    }

    /// A person, their entry in the journal, each role, each organisation with its entry, the import and its entry.
    private func supply(for file: PeopleFile) -> ImportIDs {
        let roles = file.drafts.reduce(0) { $0 + max(1, $1.roles.count) }
        return ImportIDs(from: ids, count: 4 * file.drafts.count + roles + 2)
    }

    private static func refused(_ file: PeopleFile, _ errors: [ImportError]) -> ImportResult {
        var result = ImportResult(of: file)
        result.errors = errors.sorted { $0.row < $1.row }
        return result
    }
}

/// Undoes the transaction of an import whose rows cannot all be taken.
private struct ImportRefused: Error {
    let errors: [ImportError]
}

extension ImportResult {
    fileprivate init(of file: PeopleFile) {
        self.init()
        rows = file.rows
        ignoredColumns = file.ignoredColumns
    }

    fileprivate mutating func add(_ plan: ImportPlan) {
        imported += plan.new.count
        updated += plan.changed.count
        unchanged += plan.unchanged
    }
}

extension Array {
    fileprivate func batches(of size: Int) -> [ArraySlice<Element>] {
        stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
    }
}
