// SPDX-License-Identifier: EUPL-1.2

import Kernel
import SQL

/// Items that one runner holds until a moment.
struct OutboxClaim: Sendable {
    let pool: PoolID
    /// Names this claim and no other.
    let by: String
    let items: [OutboxItem]
}

/// Claiming and settling, each statement within one pool.
struct OutboxStore: Sendable {
    let database: any Database

    func pools() async throws -> [PoolID] {
        try await database.read { reader in
            try reader.rows(OutboxSQL.pools).map { try $0.id("id") }
        }
    }

    /// When the next item of a kind may be taken; `nil` where there is none.
    func next(_ pool: PoolID, kind: String) async throws -> Timestamp? {
        try await database.read { reader in
            try reader.first(OutboxSQL.next, pool, kind)?.time("next_at")
        }
    }

    /// Takes up to `limit` items that are due. Two runners never take the same: on SQLite there is one writer, and on
    /// PostgreSQL the second `UPDATE` of a row waits for the first and then fails or no longer matches.
    func claim(
        _ pool: PoolID, kind: String, limit: Int, at now: Timestamp, until: Timestamp, by: String
    ) async throws -> OutboxClaim {
        let items = try await database.write { transaction in
            try transaction.rows(OutboxSQL.claim, pool, kind, now, limit, by, until).map { row in
                OutboxItem(
                    pool: pool, id: try row.id("id"), kind: kind, subjectID: try row.text("subject_id"),
                    payload: try OutboxPayload(stored: row.text("payload")), due: try row.time("due_at"),
                    attempt: try row.int("attempts"))
            }
        }
        return OutboxClaim(pool: pool, by: by, items: items.sorted { ($0.due, $0.id.text) < ($1.due, $1.id.text) })
    }

    /// Writes outcomes with their effects in one transaction.
    ///
    /// An item that is done already is left alone with its effect. Done stands even where the claim has passed to somebody
    /// else, since it happened; another try or setting aside is then theirs to decide.
    func settle(_ settlements: [OutboxSettlement], of claim: OutboxClaim, at now: Timestamp) async throws {
        try await database.write { transaction in
            for settlement in try Self.mark(settlements, claim, now, transaction) {
                try settlement.effect?(transaction)
            }
        }
    }

    /// Marks the items; those whose mark was still to be made. Marks that share a statement go in one round trip.
    private static func mark(
        _ settlements: [OutboxSettlement], _ claim: OutboxClaim, _ now: Timestamp, _ transaction: Transaction
    ) throws -> [OutboxSettlement] {
        var marked: [OutboxSettlement] = []
        for (statement, group) in Dictionary(grouping: settlements, by: \.mark.statement) {
            let results = try transaction.each(
                statement,
                group.map { settlement in
                    switch settlement.mark {
                    case .done: [claim.pool, settlement.id, now, settlement.code]
                    case .again(let at): [claim.pool, settlement.id, claim.by, at, settlement.code]
                    case .setAside: [claim.pool, settlement.id, claim.by, now, settlement.code]
                    }
                })
            marked += zip(group, results).filter { !$1.rows.isEmpty }.map(\.0)
        }
        return marked
    }
}

/// What is to be written of one item.
struct OutboxSettlement: Sendable {
    enum Mark: Sendable {
        case done
        case again(at: Timestamp)
        case setAside

        var statement: OutboxSQL {
            switch self {
            case .done: .done
            case .again: .again
            case .setAside: .setAside
            }
        }
    }

    let id: OutboxID
    let mark: Mark
    let code: String?
    let effect: OutboxOutcome.Effect?

    /// Decides between another try and setting aside.
    init(_ item: OutboxItem, _ outcome: OutboxOutcome, retry: OutboxRetry, at now: Timestamp, chance: UInt64) {
        id = item.id
        code = outcome.code
        effect = outcome.effect
        mark =
            switch outcome.verdict {
            case .done: .done
            case .setAside: .setAside
            case .again where item.attempt >= retry.attempts: .setAside
            case .again(let notBefore):
                .again(
                    at: max(
                        now.adding(seconds: retry.pause(after: item.attempt, chance: chance)), notBefore ?? now))
            }
    }

    func event(_ item: OutboxItem) -> OutboxEvent {
        switch mark {
        case .done: .done(kind: item.kind)
        case .again: .again(item.pool, item.id, kind: item.kind, code: code ?? "")
        case .setAside: .setAside(item.pool, item.id, kind: item.kind, code: code ?? "")
        }
    }
}
