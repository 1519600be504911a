// SPDX-License-Identifier: EUPL-1.2

package import Journal
package import Kernel
import PolicyPacks
import Pools
import Queues
import SQL

extension CodesDesk {
    /// Announces what the pool follows today as the edition that members accept. They are told, and have until a day.
    ///
    /// - Throws: `CodesError.nothingAdopted`, `.nothingNew`, `.acceptByPast`, `.changedMeanwhile`.
    package func announce(acceptBy: Day, by viewer: Viewer) async throws {
        try await announce(acceptBy: acceptBy, pool: viewer.pool, actor: JournalActor(viewer, as: .administrator))
    }

    package func announce(acceptBy: Day, pool: PoolID, actor: JournalActor) async throws {
        let (now, entry, tell, due) = (
            time.now, ids.id(JournalKind.self), ids.id(OutboxKind.self), ids.id(OutboxKind.self)
        )
        guard acceptBy >= now.day else { throw CodesError.acceptByPast }
        try await database.write { [library] tx in
            let packs = try PoolPolicy.read(in: tx, pool: pool, library: library).packs(on: now.day)
                .filter { !$0.clauses.isEmpty }.map(\.identity.description)
            guard !packs.isEmpty else { throw CodesError.nothingAdopted }
            let newest = try CodeEditions.read(in: tx, pool: pool).newest
            if newest?.packs == packs { throw CodesError.nothingNew }
            let number = (newest?.number ?? 0) + 1
            guard
                try tx.first(
                    CodesSQL.announce, pool, number, packs.joined(separator: " "), now, actor.person, acceptBy) != nil
            else { throw CodesError.changedMeanwhile }
            try Outbox.add(
                in: tx, pool: pool, at: now, id: tell, kind: CodesWork.tell, once: [pool, number, 0], subject: pool,
                payload: ["number": number])
            try Outbox.add(
                in: tx, pool: pool, at: now, id: due, kind: CodesWork.due, once: [pool, number], subject: pool,
                payload: ["number": number], due: acceptBy.adding(days: 1).start)
            try Journal.record(
                in: tx, pool: pool, at: now, id: entry, actor: actor, CodesAction.announced, on: pool)
        }
    }

    /// Tells members of an edition that they have not accepted, some hundred at a time, and puts them where stewards can remind
    /// them.
    package func tellHandler() -> OutboxHandler {
        .database(CodesWork.tell) { [time, ids] item in
            let now = time.now
            let letters = (0..<Self.batch).map { _ in (ids.id(OutboxKind.self), ids.id(QueueItemKind.self)) }
            let next = ids.id(OutboxKind.self)
            return .done { tx in
                guard let number = item.payload.int("number") else { return }
                let owing = try tx.rows(
                    CodesSQL.owing, item.pool, item.payload.code("after") ?? "", number, Self.batch
                ).map { try $0.id("person_id", PersonKind.self) }
                _ = try Notice.add(
                    CodesLetter.announced, to: zip(owing, letters).map { ($0, item.pool, $1.0) }, once: [number],
                    in: tx, pool: item.pool, at: now)
                try Queue.put(
                    .code, zip(owing, letters).map { ($0, $0, $1.1) }, in: tx, pool: item.pool, at: now)
                guard owing.count == Self.batch, let last = owing.last else { return }
                try Outbox.add(
                    in: tx, pool: item.pool, at: now, id: next, kind: CodesWork.tell,
                    once: [item.pool, number, last], subject: item.pool,
                    payload: ["number": number, "after": last])
            }
        }
    }

    private static let batch = 200
}
