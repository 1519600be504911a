// SPDX-License-Identifier: EUPL-1.2

import Journal
package import Kernel
import Pools
import Queues
package import SQL

/// Something that was in order ran out while somebody was listed.
package struct Lapse: Hashable, Sendable {
    /// Days after which nothing new is booked unless the lead has decided that it goes on.
    package static let grace = 14

    package let lacks: Set<GateLack>
    package let beganOn: Day
    package let isDecided: Bool
    /// Until when work that runs may go on being booked; `nil` where the lead said no or has said nothing.
    package let mayBookUntil: Day?

    package init(lacks: Set<GateLack>, beganOn: Day, isDecided: Bool = false, mayBookUntil: Day? = nil) {
        self.lacks = lacks
        self.beganOn = beganOn
        self.isDecided = isDecided
        self.mayBookUntil = mayBookUntil
    }

    /// What was recorded stays recordable; this is about promises only.
    package func allowsBooking(on day: Day) -> Bool {
        if let mayBookUntil { return day <= mayBookUntil }
        return !isDecided && day <= Self.grace(from: beganOn)
    }

    private static func grace(from day: Day) -> Day { day.adding(days: grace) }
}

/// Whether something new may be booked with a practitioner in work that runs. Whatever books asks here.
package enum BookingGate {
    package static func mayBook(
        with practitioner: PersonID, on day: Day, in reader: Reader, pool: PoolID
    ) throws -> Bool {
        try lapse(of: practitioner, in: reader, pool: pool)?.allowsBooking(on: day) ?? true
    }

    /// What has run out and not been put right.
    package static func lapse(of practitioner: PersonID, in reader: Reader, pool: PoolID) throws -> Lapse? {
        try reader.first(GateSQL.openLapse, pool, practitioner).map { row in
            Lapse(
                lacks: Set(try row.text("lacks").split(separator: " ").compactMap { GateLack(rawValue: "\($0)") }),
                beganOn: try row.day("began_on"), isDecided: try row.optionalTime("decided_at") != nil,
                mayBookUntil: try row.optionalDay("may_book_until"))
        }
    }
}

extension PractitionerDesk {
    /// The lead's decision about work that runs after something has run out: it may go on being booked until a day, or not.
    ///
    /// - Throws: `PractitionersError.notFound` for somebody whom the viewer does not answer for or without a lapse, `.ownCase`.
    package func decideLapse(of person: PersonID, mayBookUntil: Day?, by viewer: Viewer) async throws {
        let (now, entry) = (time.now, ids.id(JournalKind.self))
        let actor = Self.actor(viewer)
        guard person != viewer.person else { throw PractitionersError.ownCase }
        try await database.write { tx in
            guard try Person.seen(person, by: viewer, on: now.day, in: tx) != nil,
                try tx.first(
                    GateSQL.decideLapse, viewer.pool, person, now, viewer.person, actor.deputyFor, mayBookUntil) != nil
            else { throw PractitionersError.notFound }
            try Queue.done(.lapse, person, in: tx, pool: viewer.pool, at: now, by: viewer.person)
            try Journal.record(
                in: tx, pool: viewer.pool, at: now, id: entry, actor: actor, PractitionersAction.lapseDecided,
                on: person)
        }
    }
}
