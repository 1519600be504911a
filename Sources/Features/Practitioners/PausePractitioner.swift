// SPDX-License-Identifier: EUPL-1.2

package import Journal
package import Kernel
package import SQL

/// Ids for a pause, made outside the transaction that it begins in.
package struct PauseIDs: Sendable {
    let standing: ID<StandingKind>
    let entry: JournalID
    let item: OutboxID

    package init(_ ids: any IDSource) {
        standing = ids.id()
        entry = ids.id()
        item = ids.id()
    }
}

extension PractitionerDesk {
    /// Takes no new clients until a day, or until they say so. One step, asks for no reason.
    package func pause(until day: Day?, by viewer: Viewer) async throws {
        let (now, ids) = (time.now, PauseIDs(ids))
        try await database.write { tx in
            try Self.pause(in: tx, pool: viewer.pool, viewer.person, until: day, at: now, ids)
        }
    }

    /// The same as part of something else, such as accepting a request.
    package static func pause(
        in tx: Transaction, pool: PoolID, _ person: PersonID, until day: Day?, at now: Timestamp, _ ids: PauseIDs
    ) throws {
        try PractitionerStore.touch(in: tx, pool: pool, person)
        guard
            try tx.first(
                PractitionersSQL.beginStanding, pool, ids.standing, person, StandingCode.paused.rawValue, now, person,
                day) != nil
        else { return }
        try DirectoryIndex.refresh(in: tx, pool: pool, person)
        try Journal.record(
            in: tx, pool: pool, at: now, id: ids.entry, actor: JournalActor(person), PractitionersAction.paused,
            on: person)
        if let day {
            try Outbox.add(
                in: tx, pool: pool, at: now, id: ids.item, kind: PractitionersWork.pauseEnd, once: [ids.standing],
                subject: person,
                due: day.start)
        }
    }

    /// Takes clients again.
    package func resume(by viewer: Viewer) async throws {
        let (now, entry) = (time.now, ids.id(JournalKind.self))
        try await database.write { tx in
            try PractitionerStore.touch(in: tx, pool: viewer.pool, viewer.person)
            guard
                try tx.first(
                    PractitionersSQL.endStanding, viewer.pool, viewer.person, StandingCode.paused.rawValue, now,
                    viewer.person) != nil
            else { return }
            try DirectoryIndex.refresh(in: tx, pool: viewer.pool, viewer.person)
            try Journal.record(
                in: tx, pool: viewer.pool, at: now, id: entry, actor: JournalActor(viewer.person),
                PractitionersAction.resumed,
                on: viewer.person)
        }
    }

    /// Ends pauses on their day. A pause that was changed meanwhile stays.
    package func pauseEndHandler() -> OutboxHandler {
        .database(PractitionersWork.pauseEnd) { [time, ids] item in
            let (now, entry) = (time.now, ids.id(JournalKind.self))
            return .done { tx in
                let person = item.subject(PersonKind.self)
                try PractitionerStore.touch(in: tx, pool: item.pool, person)
                guard try tx.first(PractitionersSQL.endPauseThatRanOut, item.pool, person, now, now.day) != nil else {
                    return
                }
                try DirectoryIndex.refresh(in: tx, pool: item.pool, person)
                try Journal.record(
                    in: tx, pool: item.pool, at: now, id: entry, actor: .program, PractitionersAction.resumed,
                    on: person)
            }
        }
    }
}
