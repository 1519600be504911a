// SPDX-License-Identifier: EUPL-1.2

import Codes
import Journal
package import Kernel
import Pools
import Queues
package import SQL

/// Ids for judging some people, made outside the transaction that they are used in, handed out in the same order whenever it is
/// tried again.
package struct GateStock: Sendable {
    /// What one person can use at most: a lapse, two places in the queue, a clock, three renewals, twelve notices.
    private static let each = 24
    private let ids: [ID<Never>]
    private var next = 0

    package init(_ source: any IDSource, people: Int) {
        ids = (0..<(people * Self.each)).map { _ in source.id() }
    }

    mutating func take<Of>(_: Of.Type = Of.self) throws -> ID<Of> {
        guard next < ids.count else { throw DatabaseError.bug("too-few-ids") }
        defer { next += 1 }
        return ID(stored: ids[next].text)
    }
}

/// The one place where it is decided who can be found beside standing and places: the code, what each kind of work asks for, the
/// days of what was verified. Kept as a row, so that a search joins nothing; judged when a fact changes and on the day on which time
/// changes one, never for everybody by night.
package enum Gates {
    /// Judges one person anew, in the transaction of what changed.
    package static func judge(
        _ person: PersonID, in tx: Transaction, pool: PoolID, at now: Timestamp, _ stock: GateStock
    ) throws {
        _ = try judge(from: person.text, through: person.text, most: 1, in: tx, pool: pool, at: now, stock)
    }

    /// Judges people in the order of their ids and writes only what changed; the last of them where there may be more.
    package static func judge(
        from first: String, through last: String, most: Int, in tx: Transaction, pool: PoolID, at now: Timestamp,
        _ stock: GateStock
    ) throws -> String? {
        let rows = try tx.rows(GateSQL.facts, pool, first, last, most)
        guard let end = try rows.last?.text("person_id") else { return nil }
        let types = try ServiceTypes.read(in: tx, pool: pool)
        let editions = try CodeEditions.read(in: tx, pool: pool)
        let accepted = try CodesDesk.accepted(from: first, through: end, in: tx, pool: pool)
        let claims = try verified(from: first, through: end, in: tx, pool: pool)
        var change = GateChange(tx, pool: pool, at: now, stock)
        for row in rows {
            let person: PersonID = try row.id("person_id")
            let choices = Choices(stored: try row.optionalText("choices") ?? "")
            let facts = GateFacts(
                offers: choices.all(Discipline.self), accepted: accepted[person] ?? 0, claims: claims[person] ?? [])
            try change.write(
                GateRules.judge(facts, types, editions, on: now.day), facts, StoredGate(row), choices, of: person)
        }
        return rows.count == most ? end : nil
    }

    /// As it was judged last; `nil` where nothing ever was.
    package static func gate(of person: PersonID, in reader: Reader, pool: PoolID) throws -> Gate? {
        try reader.first(GateSQL.gate, pool, person).map { row in
            let stored = try StoredGate(row)
            return Gate(
                services: Set(stored.services.compactMap(Discipline.init(rawValue:))),
                lacks: Set(stored.lacks.compactMap(GateLack.init(rawValue:))), expertise: stored.expertise,
                nextOn: stored.nextOn)
        }
    }

    private static func verified(
        from first: String, through last: String, in reader: Reader, pool: PoolID
    ) throws -> [PersonID: [GateFacts.Verified]] {
        var claims: [PersonID: [GateFacts.Verified]] = [:]
        for row in try reader.rows(ClaimSQL.verifiedBetween, pool, first, last) {
            guard let kind = ClaimKind(rawValue: try row.text("kind")) else { continue }
            claims[try row.id("person_id"), default: []].append(
                GateFacts.Verified(
                    id: try row.id("id"), kind: kind, title: try row.text("title"),
                    from: try row.optionalDay("from_on"), until: try row.optionalDay("until_on")))
        }
        return claims
    }
}

/// A gate as the tables hold it.
struct StoredGate {
    let isJudged: Bool
    let services: Set<String>
    let lacks: Set<String>
    let expertise: Set<String>
    let nextOn: Day?
    let isListed: Bool
    let openChoices: String?

    init(_ row: Row) throws {
        func words(_ column: String) throws -> Set<String> {
            Set((try row.optionalText(column) ?? "").split(separator: " ").map(String.init))
        }
        isJudged = try row.optionalText("services") != nil
        services = try words("services")
        lacks = try words("lacks")
        expertise = try words("expertise")
        nextOn = try row.optionalDay("next_on")
        isListed = row.columns.contains("is_listed") ? try row.bool("is_listed") : true
        openChoices = row.columns.contains("open_choices") ? try row.optionalText("open_choices") : nil
    }
}
