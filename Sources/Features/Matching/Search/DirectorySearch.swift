// SPDX-License-Identifier: EUPL-1.2

package import Kernel
import Practitioners
package import SQL

/// One practitioner among the results.
package struct DirectoryResult: Sendable {
    package let person: PersonID
    package let name: String
    package let jobTitle: String
    package let organisation: String?
    /// How their own words begin.
    package let opening: String
    package let reasons: [Reason]
}

/// Finds who fits, in an order that chance gives each search: results begin at the seed's place in the circle of practitioners and
/// go once round. Whoever is full, paused or hidden is not in the index; whoever belongs to the viewer's line, and the viewer, are
/// passed over without a trace.
///
/// A page looks at no more than `reach` entries of the rarest thing asked for, so its price does not grow with the pool. Where that
/// was not enough to fill it, the page says that there may be more further on.
package struct DirectorySearch: Sendable {
    /// Entries that one page may look at.
    static let reach = 400
    /// More answers than this to one question cannot lead the way.
    private static let mostLeaders = 3

    private let viewer: Viewer

    package init(for viewer: Viewer) {
        self.viewer = viewer
    }

    /// One page of results.
    ///
    /// - Parameter place: `Page.next` of the page before.
    package func results(
        for query: DirectoryQuery, after place: SearchPlace? = nil, limit: Int = 10, in reader: Reader
    ) throws -> Page<DirectoryResult> {
        let groups = query.groups
        let ties = try Ties.read(for: viewer, in: reader)
        let leaders = try rarest(of: groups, in: reader)
        var walk = CircleWalk(seed: query.seed, after: place)
        var found: [(result: DirectoryResult, place: SearchPlace)] = []
        var looked = 0
        var size = 4 * limit
        while !walk.isDone, found.count <= limit, looked < Self.reach {
            let batch = try candidates(leaders, walk, size, in: reader)
            for candidate in batch.candidates where !ties.contains(candidate.person) && fits(candidate, query, groups) {
                found.append((result(candidate, query), candidate.place))
            }
            looked += size
            size = min(2 * size, Self.reach - looked)
            if let last = batch.goOnAfter { walk.move(to: last) } else { walk.turn() }
        }
        if found.count > limit {
            return Page(items: found.prefix(limit).map(\.result), next: found[limit - 1].place.text)
        }
        return Page(items: found.map(\.result), next: walk.isDone ? nil : walk.position.text)
    }

    private func fits(_ candidate: Candidate, _ query: DirectoryQuery, _ groups: [Set<String>]) -> Bool {
        !candidate.isApart && (query.withOwnTeam || !candidate.isOwnTeam)
            && (groups.isEmpty || candidate.choices.has(oneOfEach: groups))
    }

    private func result(_ candidate: Candidate, _ query: DirectoryQuery) -> DirectoryResult {
        DirectoryResult(
            person: candidate.person, name: candidate.name, jobTitle: candidate.jobTitle,
            organisation: candidate.organisation,
            opening: candidate.opening,
            reasons: query.choices.isEmpty ? [] : Reason.all(of: query.choices, in: candidate.choices))
    }

    /// The codes under which to look: those of the question with the fewest entries. Counting stops where it no longer matters.
    private func rarest(of groups: [Set<String>], in reader: Reader) throws -> [String] {
        let possible = groups.filter { $0.count <= Self.mostLeaders }.map { $0.sorted() }
        guard let first = possible.first else { return [DirectoryIndex.everybody] }
        if possible.count == 1 { return first }
        var best = (codes: first, entries: Int.max)
        for codes in possible {
            var entries = 0
            for code in codes {
                entries += try reader.first(DirectorySQL.rarity, viewer.pool, code, Self.reach)?.int("entries") ?? 0
            }
            if entries < best.entries { best = (codes, entries) }
        }
        return best.codes
    }

    /// The next entries under any of some codes, in order, each person once.
    private func candidates(
        _ codes: [String], _ walk: CircleWalk, _ size: Int, in reader: Reader
    ) throws -> (candidates: [Candidate], goOnAfter: SearchPlace?) {
        var all: [SearchPlace: Candidate] = [:]
        var horizon: SearchPlace?
        for code in codes {
            let rows = try reader.rows(
                DirectorySQL.candidates, viewer.pool, code, walk.position.key, walk.position.id, walk.end, size,
                viewer.person)
            let some = try rows.map(Candidate.init(row:))
            for candidate in some { all[candidate.place] = candidate }
            if some.count == size, let last = some.last?.place { horizon = min(horizon ?? last, last) }
        }
        let seen = all.values.sorted { $0.place < $1.place }.filter {
            horizon == nil || $0.place <= horizon ?? $0.place
        }
        return (seen, horizon)
    }
}

/// An entry of the index with what decides whether it fits.
private struct Candidate {
    let place: SearchPlace
    /// The viewer themself, their line, somebody who is no practitioner any more.
    let isApart: Bool
    let isOwnTeam: Bool
    let name: String
    let jobTitle: String
    let organisation: String?
    let opening: String
    private let stored: String

    /// Taken apart only where somebody looks for something.
    var choices: Choices { Choices(stored: stored) }
    var person: PersonID { PersonID(stored: place.id) }

    init(row: Row) throws {
        guard case .integer(let key) = try row.value("shuffle_key") else {
            throw DatabaseError.bug("not-integer-shuffle_key")
        }
        place = SearchPlace(key: key, id: try row.text("person_id"))
        stored = try row.text("choices")
        isApart = try row.bool("is_apart")
        isOwnTeam = try row.bool("is_own_team")
        name = [try row.text("given_name"), try row.text("family_name")].filter { !$0.isEmpty }.joined(separator: " ")
        jobTitle = try row.text("job_title")
        organisation = try row.optionalText("organisation")
        opening = try row.text("opening")
    }
}

extension Choices {
    fileprivate func has(oneOfEach groups: [Set<String>]) -> Bool {
        groups.allSatisfy { !$0.isDisjoint(with: codes) }
    }
}
