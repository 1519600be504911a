// SPDX-License-Identifier: EUPL-1.2

package import Kernel
package import SQL

/// One thing that waits.
package struct QueueLine: Sendable {
    package let id: QueueItemID
    package let kind: QueueKind
    package let subject: String
    package let person: PersonID
    package let name: String
    package let organisation: String?
    package let since: Timestamp
}

/// What waits, the longest first. Administrators see all of it, leads what is theirs to do for people of their organisations,
/// anybody else nothing. A page reads no more rows than it shows.
package struct ListQueue: Sendable {
    private let database: any Database

    package init(database: any Database) {
        self.database = database
    }

    /// - Parameter place: `Page.next` of the page before; anything else begins at the oldest.
    package func callAsFunction(
        of kind: QueueKind? = nil, for viewer: Viewer, on day: Day, after place: String? = nil, limit: Int = 50
    ) async throws -> Page<QueueLine> {
        try await database.read { reader in
            let lines = try Self.lines(of: kind, for: viewer, on: day, after: place, limit: limit + 1, in: reader)
            return Page(overRead: lines, limit: limit) { $0.since.text + $0.id.text }
        }
    }

    static func lines(
        of kind: QueueKind?, for viewer: Viewer, on day: Day, after place: String?, limit: Int, in reader: Reader
    ) throws -> [QueueLine] {
        let (at, id) = read(place)
        let pool = viewer.pool
        let rows =
            if viewer.has(.administrator), let kind {
                try reader.rows(QueueSQL.ofPoolAndKind, pool, at, id, limit, kind.rawValue)
            } else if viewer.has(.administrator) {
                try reader.rows(QueueSQL.ofPool, pool, at, id, limit)
            } else {
                try reader.rows(
                    QueueSQL.ofLead, pool, at, id, limit, kind?.rawValue ?? "", viewer.person, day)
            }
        return try rows.compactMap(line)
    }

    private static func line(_ row: Row) throws -> QueueLine? {
        guard let kind = QueueKind(rawValue: try row.text("kind")) else { return nil }
        let name = [try row.text("given_name"), try row.text("family_name")].filter { !$0.isEmpty }
        return QueueLine(
            id: try row.id("id"), kind: kind, subject: try row.text("subject_id"), person: try row.id("person_id"),
            name: name.joined(separator: " "), organisation: try row.optionalText("organisation"),
            since: try row.time("since"))
    }

    private static func read(_ place: String?) -> (String, String) {
        let text = place ?? ""
        guard let at = Timestamp(String(text.prefix(24))), let id = QueueItemID(text.dropFirst(24)) else {
            return ("", "")
        }
        return (at.text, id.text)
    }
}
