// SPDX-License-Identifier: EUPL-1.2

package import Kernel
package import SQL

/// A kind of work that is done later, as a closed code: `enum AccountsWork: String, OutboxWork { case mail }`.
package protocol OutboxWork: RawRepresentable<String>, Sendable {}

/// What must be done once a change stands: mail to send, a request to let expire. Written in the transaction of the change,
/// done by `OutboxRunner` on whichever node comes first.
package enum Outbox {
    /// Adds an item; whether it is new. The same kind and `once` key a second time change nothing.
    ///
    /// This node's runner is woken when the transaction has been committed, and not if it is undone.
    ///
    /// - Parameters:
    ///   - at: now. It and `id` are made outside the closure of the transaction.
    ///   - once: what there is to be one of, for example `[letter, person, agreementVersion]`.
    ///   - due: not before then; at once when left out.
    /// - Throws: `OutboxError.notACode`, `DatabaseError`.
    @discardableResult
    package static func add<Of>(
        in transaction: Transaction, pool: PoolID, at: Timestamp, id: OutboxID, kind: some OutboxWork,
        once: [any OutboxValue], subject: ID<Of>, payload: OutboxPayload = [:], due: Timestamp? = nil
    ) throws -> Bool {
        let item = NewOutboxItem(id: id, once: once, subject: subject, payload: payload, due: due)
        return try add(in: transaction, pool: pool, at: at, kind: kind, [item]) == 1
    }

    /// Adds many items of one kind; how many are new.
    ///
    /// - Throws: as `add`.
    @discardableResult
    package static func add(
        in transaction: Transaction, pool: PoolID, at: Timestamp, kind: some OutboxWork, _ items: [NewOutboxItem]
    ) throws -> Int {
        let results = try transaction.each(
            OutboxSQL.add,
            items.map { item in
                [
                    pool, item.id, kind.rawValue, try item.onceKey(kind: kind.rawValue), item.subject,
                    try item.payload.json(), item.due ?? at, at,
                ]
            })
        let added = results.count { !$0.rows.isEmpty }
        if added > 0 { transaction.tell(pool) }
        return added
    }
}

/// An item that is still to be added.
package struct NewOutboxItem: Sendable {
    let id: OutboxID
    let subject: String
    let payload: OutboxPayload
    let due: Timestamp?
    private let once: [String]

    package init<Of>(
        id: OutboxID, once: [any OutboxValue], subject: ID<Of>, payload: OutboxPayload = [:], due: Timestamp? = nil
    ) {
        self.id = id
        self.once = once.map(\.outboxText)
        self.subject = subject.text
        self.payload = payload
        self.due = due
    }

    func onceKey(kind: String) throws -> String {
        guard !once.isEmpty, OutboxCode.isOne(kind), once.allSatisfy(OutboxCode.isOne) else {
            throw OutboxError.notACode
        }
        return ([kind] + once).joined(separator: "/")
    }
}
