// SPDX-License-Identifier: EUPL-1.2

package import Kernel
package import SQL

/// What was done, as a closed code of one feature, for example `engagement.closed`.
///
/// Each feature has one enumeration of its own: `enum EngagementAction: String, JournalAction { case closed = "engagement.closed" }`.
package protocol JournalAction: RawRepresentable<String>, CaseIterable, Sendable {}

/// What a journal entry is about: the `…Kind` of an `ID` says by which code.
package protocol JournalSubject {
    static var subjectCode: String { get }
}

extension PoolKind: JournalSubject { package static let subjectCode = "pool" }
extension OrganisationKind: JournalSubject { package static let subjectCode = "organisation" }
extension PersonKind: JournalSubject { package static let subjectCode = "person" }
extension SignInKind: JournalSubject { package static let subjectCode = "sign-in" }
extension RequestKind: JournalSubject { package static let subjectCode = "request" }
extension EngagementKind: JournalSubject { package static let subjectCode = "engagement" }
extension OutboxKind: JournalSubject { package static let subjectCode = "outbox-item" }

/// Who acted.
package struct JournalActor: Hashable, Sendable {
    /// `nil` where the program acted by itself or the operator by command line.
    package let person: PersonID?
    /// The person they stood in for.
    package let deputyFor: PersonID?

    package init(_ person: PersonID?, deputyFor: PersonID? = nil) {
        self.person = person
        self.deputyFor = deputyFor
    }

    /// A viewer acting by a role: names whom they stand in for when they hold it only as a deputy.
    package init(_ viewer: Viewer, as role: Role) {
        let held = viewer.roles.filter { $0.role == role }
        let isOwn = held.contains { $0.deputyFor == nil }
        let principal = held.compactMap(\.deputyFor).min { $0.text < $1.text }
        self.init(viewer.person, deputyFor: isOwn ? nil : principal)
    }

    /// The program itself: a clock that ran out, an item of the outbox.
    package static let program = JournalActor(nil)
}

/// One line of the journal: codes and ids, never free text or personal data.
package struct JournalEntry: Hashable, Sendable {
    package let id: JournalID
    package let at: Timestamp
    package let actor: JournalActor
    /// A code of some feature's `JournalAction`.
    package let action: String
    package let subjectKind: String
    package let subjectID: String
}

/// Writes down who did what to what, in the transaction of the change itself: both stand or neither.
///
/// Called as `Journal.record(in: transaction, pool: …)`; `at` and `id` are made outside the closure of the transaction.
///
/// - Throws: `DatabaseError`; `unique("journal_entry__pool_id_id__key")` when one id is used twice.
package func record<Of: JournalSubject>(
    in transaction: Transaction, pool: PoolID, at: Timestamp, id: JournalID, actor: JournalActor,
    _ action: some JournalAction, on subject: ID<Of>
) throws {
    try transaction.run(
        JournalSQL.record, pool, id, at, actor.person, actor.deputyFor, action.rawValue, Of.subjectCode, subject)
}

/// Writes down that the same was done to many, each with an id of its own, in as few round trips as the engine allows.
///
/// - Throws: as the one above.
package func record<Of: JournalSubject>(
    in transaction: Transaction, pool: PoolID, at: Timestamp, actor: JournalActor, _ action: some JournalAction,
    on subjects: [(entry: JournalID, subject: ID<Of>)]
) throws {
    try transaction.each(
        JournalSQL.record,
        subjects.map {
            [pool, $0.entry, at, actor.person, actor.deputyFor, action.rawValue, Of.subjectCode, $0.subject]
        })
}
