// SPDX-License-Identifier: EUPL-1.2

package import Kernel
package import SQL

extension JournalEntry {
    /// One page of a pool's journal, newest first. For roles that may see the journal: the caller has checked that.
    ///
    /// - Parameter cursor: `Page.next` of the page before; anything else begins at the newest entry.
    package static func page(
        in reader: Reader, pool: PoolID, after cursor: String? = nil, limit: Int = 50
    ) throws -> Page<JournalEntry> {
        let before = TimeCursor(cursor)
        let rows = try reader.rows(JournalSQL.page, pool, before.at, before.id, limit + 1)
        return try page(rows, limit)
    }

    /// One page of what happened to one subject, newest first.
    package static func history<Of: JournalSubject>(
        of subject: ID<Of>, in reader: Reader, pool: PoolID, after cursor: String? = nil, limit: Int = 50
    ) throws -> Page<JournalEntry> {
        let before = TimeCursor(cursor)
        let rows = try reader.rows(
            JournalSQL.history, pool, Of.subjectCode, subject, before.at, before.id, limit + 1)
        return try page(rows, limit)
    }

    private static func page(_ rows: [Row], _ limit: Int) throws -> Page<JournalEntry> {
        Page(overRead: try rows.map(JournalEntry.init(row:)), limit: limit) { TimeCursor.text($0.at, $0.id) }
    }

    private init(row: Row) throws {
        self.init(
            id: try row.id("id"),
            at: try row.time("at"),
            actor: JournalActor(try row.optionalID("actor_id"), deputyFor: try row.optionalID("deputy_for")),
            action: try row.text("action"),
            subjectKind: try row.text("subject_kind"),
            subjectID: try row.text("subject_id")
        )
    }
}
