// SPDX-License-Identifier: EUPL-1.2

import Journal
package import Kernel
package import SQL

/// Writes down that mail to somebody's address came back for good. Stewards see it beside the address until it is changed.
package struct RecordBounce: Sendable {
    private let pool: PoolID
    private let person: PersonID
    private let email: String
    private let code: String
    private let now: Timestamp
    private let id: ID<RecordBounce>
    private let entry: JournalID

    /// - Parameter code: the closed code of the mail service, never what the other server wrote.
    package init(pool: PoolID, person: PersonID, email: String, code: String, now: Timestamp, ids: any IDSource) {
        self.pool = pool
        self.person = person
        self.email = Text.emailKey(email)
        self.code = code
        self.now = now
        id = ids.id()
        entry = ids.id()
    }

    package func run(in transaction: Transaction) throws {
        try transaction.run(ContactSQL.bounce, pool, id, person, email, now, code)
        try record(
            in: transaction, pool: pool, at: now, id: entry, actor: .program, AccountsAction.addressBounced, on: person)
    }
}
