// SPDX-License-Identifier: EUPL-1.2

package import Kernel
import SQL

/// A practitioner in the list of those who run the pool.
package struct PractitionerLine: Sendable {
    package let person: PersonID
    package let name: String
    package let organisation: String?
    package let standing: Standing
    /// Whether the lead has approved them and they wait to be listed.
    package let isApproved: Bool
}

extension PractitionerDesk {
    /// Practitioners, those first who became one last, so that applicants stand near the top. For administrators: the caller has
    /// checked that. A page costs the same in a pool of any size.
    ///
    /// - Parameter place: `Page.next` of the page before; anything else begins at the newest.
    package func practitioners(
        pool: PoolID, after place: String? = nil, limit: Int = 50
    ) async throws -> Page<PractitionerLine> {
        let (at, id) = Self.read(place)
        return try await database.read { reader in
            let rows = try reader.rows(PractitionersSQL.newest, pool, at, id, limit + 1)
            let lines = try rows.map { row in
                (line: try Self.line(row), place: "\(try row.time("given_at").milliseconds).\(try row.text("id"))")
            }
            return Page(
                items: lines.prefix(limit).map(\.line), next: lines.count > limit ? lines[limit - 1].place : nil)
        }
    }

    private static func line(_ row: Row) throws -> PractitionerLine {
        var codes: Set<StandingCode> = []
        if try row.bool("is_listed") { codes.insert(.listed) }
        if try row.bool("is_paused") { codes.insert(.paused) }
        if try row.bool("is_hidden") { codes.insert(.hidden) }
        return PractitionerLine(
            person: try row.id("person_id"), name: try PractitionerStore.name(from: row),
            organisation: try row.optionalText("organisation"), standing: Standing(codes),
            isApproved: try row.bool("is_approved"))
    }

    private static func read(_ place: String?) -> (String, String) {
        let parts = (place ?? "").split(separator: ".", maxSplits: 1)
        guard parts.count == 2, let milliseconds = Int64(parts[0]), let id = ID<Never>(parts[1]),
            abs(milliseconds) < 1 << 47
        else { return ("9999-12-31T23:59:59.999Z", "~") }
        return (Timestamp(milliseconds: milliseconds).text, id.text)
    }
}
