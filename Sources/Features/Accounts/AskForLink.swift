// SPDX-License-Identifier: EUPL-1.2

import Journal
import Kernel
import Pools
import SQL

/// Somebody at the door asks for a link by address or user name.
///
/// The same statements run whether anybody has that name or not: whoever watches the answer, its size or its time
/// learns nothing (attack test 38). Whether there is anybody to write to is found out when the mail is due.
struct AskForLink: Sendable {
    let pool: PoolID
    let typed: String
    let now: Timestamp
    let link: SignInLinkID
    private let mail: OutboxID
    private let entry: JournalID

    init(pool: PoolID, typed: String, now: Timestamp, ids: any IDSource) {
        self.pool = pool
        self.typed = Text.emailKey(typed)
        self.now = now
        link = ids.id()
        mail = ids.id()
        entry = ids.id()
    }

    func run(in database: any Database) async throws {
        try await database.write { transaction in
            let minutes = try PoolSettings.read(in: transaction, pool: pool).number(.linkMinutes)
            try transaction.run(LinkSQL.ask, pool, link, typed, now, now.adding(minutes: minutes))
            try addMail(in: transaction)
        }
    }

    fileprivate func addMail(in transaction: Transaction) throws {
        try AccountsWork.link.post(about: link, id: mail, at: now, pool: pool, in: transaction)
        try record(
            in: transaction, pool: pool, at: now, id: entry, actor: .program, AccountsAction.linkAsked, on: link)
    }
}

/// Whoever holds a link that works no more asks for a new one, to the address that we have.
struct AskAgain: Sendable {
    let ask: AskForLink
    let person: PersonID

    init(pool: PoolID, person: PersonID, now: Timestamp, ids: any IDSource) {
        ask = AskForLink(pool: pool, typed: "", now: now, ids: ids)
        self.person = person
    }

    func run(in database: any Database) async throws {
        try await database.write { transaction in
            let minutes = try PoolSettings.read(in: transaction, pool: ask.pool).number(.linkMinutes)
            try transaction.run(
                LinkSQL.make, ask.pool, ask.link, person, LinkPurpose.asked.rawValue, ask.now,
                ask.now.adding(minutes: minutes))
            try ask.addMail(in: transaction)
        }
    }
}
