// SPDX-License-Identifier: EUPL-1.2

package import Journal
package import Kernel
package import SQL

/// The kind of the outbox items that are notices by mail. The subject of each is the person it is for.
package enum NoticeWork: String, OutboxWork, CaseIterable {
    case mail
}

/// Which words a notice has: the messages `<code>.subject` and `<code>.body`, put in at sending time.
package protocol NoticeCode: OutboxValue, RawRepresentable<String>, CaseIterable {}

/// A notice by mail: tells that something stands in the pool, never what it is about.
package enum Notice {
    /// Puts one into the outbox with the change that it tells of.
    ///
    /// - Parameter once: beside code and person, what there is to be one notice of.
    package static func add<Of>(
        _ code: some NoticeCode, to person: PersonID, about subject: ID<Of>, once: [any OutboxValue] = [],
        in tx: Transaction, pool: PoolID, at now: Timestamp, id: OutboxID
    ) throws {
        try Outbox.add(
            in: tx, pool: pool, at: now, id: id, kind: NoticeWork.mail, once: [code, person, subject] + once,
            subject: person, payload: ["template": code, "about": subject])
    }

    /// The same for many people, in as few round trips as the engine allows; how many are new.
    @discardableResult
    package static func add<Of>(
        _ code: some NoticeCode, to people: [(person: PersonID, about: ID<Of>, id: OutboxID)],
        once: [any OutboxValue] = [], in tx: Transaction, pool: PoolID, at now: Timestamp
    ) throws -> Int {
        try Outbox.add(
            in: tx, pool: pool, at: now, kind: NoticeWork.mail,
            people.map { one in
                let values: [any OutboxValue] = [code, one.person, one.about]
                return NewOutboxItem(
                    id: one.id, once: values + once, subject: one.person,
                    payload: ["template": code, "about": one.about])
            })
    }
}
