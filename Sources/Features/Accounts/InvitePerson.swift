// SPDX-License-Identifier: EUPL-1.2

import Journal
import Kernel
import Pools
import SQL
import Web

/// The ids of one invitation, made before the transaction.
struct NewInvitation: Sendable {
    let person: PersonID
    let id: InvitationID
    let link: SignInLinkID
    let mail: OutboxID
    let reminder: OutboxID
    let entry: JournalID

    init(_ person: PersonID, _ ids: any IDSource) {
        self.person = person
        id = ids.id()
        link = ids.id()
        mail = ids.id()
        reminder = ids.id()
        entry = ids.id()
    }

    /// Writes the invitation, its link, its mail, its reminder and its line in the journal; those before it are
    /// replaced.
    func write(
        number: Int, at sendAt: Timestamp, by viewer: Viewer, as steward: JournalActor, now: Timestamp,
        _ numbers: InvitationNumbers,
        in transaction: Transaction
    ) throws {
        let pool = viewer.pool
        try transaction.run(InvitationSQL.endAll, pool, person, now, viewer.person, InvitationEnd.replaced.rawValue)
        try transaction.run(
            LinkSQL.endOthers, pool, person, LinkPurpose.invitation.rawValue, link, now, LinkEnd.replaced.rawValue)
        try transaction.run(
            LinkSQL.make, pool, link, person, LinkPurpose.invitation.rawValue, now, sendAt.adding(days: numbers.days))
        try transaction.run(
            InvitationSQL.add, pool, id, person, number, link, InvitationWay.mail.rawValue, now, viewer.person, sendAt)
        try AccountsWork.invitation.post(about: link, id: mail, at: now, due: sendAt, pool: pool, in: transaction)
        if numbers.reminderDays < numbers.days {
            try AccountsWork.reminder.post(
                about: link, id: reminder, at: now, due: sendAt.adding(days: numbers.reminderDays), pool: pool,
                in: transaction)
        }
        try record(in: transaction, pool: pool, at: now, id: entry, actor: steward, AccountsAction.invited, on: id)
    }
}

/// The pool's numbers that an invitation needs.
struct InvitationNumbers: Sendable {
    let days: Int
    let reminderDays: Int
    /// Milliseconds between two mails of a bulk.
    let interval: Int64

    init(pool: PoolID, in reader: Reader) throws {
        let settings = try PoolSettings.read(in: reader, pool: pool)
        days = settings.number(.invitationDays)
        reminderDays = settings.number(.reminderDays)
        interval = Int64(86_400_000 / settings.number(.invitationsADay))
    }
}

/// A steward invites one person, or once more: the mail goes at once and takes the place of any before it.
struct InvitePerson: Sendable {
    let viewer: Viewer
    let now: Timestamp
    private let new: NewInvitation

    init(_ viewer: Viewer, _ person: PersonID, now: Timestamp, ids: any IDSource) {
        self.viewer = viewer
        self.now = now
        new = NewInvitation(person, ids)
    }

    /// - Throws: `notFound`, `noAddress`, `cameAlready`.
    func run(in database: any Database) async throws {
        try await database.write { transaction in
            let invitee = try InviteeDetails.of(new.person, for: viewer, now: now, in: transaction)
            guard invitee.email != nil else { throw AccountsError.noAddress }
            guard invitee.came == nil else { throw AccountsError.cameAlready }
            try new.write(
                number: invitee.number + 1, at: now, by: viewer, as: .steward(viewer), now: now,
                try InvitationNumbers(pool: viewer.pool, in: transaction), in: transaction)
        }
    }
}

/// A steward takes an invitation back: its link works no more, and a mail that waits is not sent.
struct CancelInvitation: Sendable {
    let viewer: Viewer
    let person: PersonID
    let now: Timestamp
    private let entry: JournalID

    init(_ viewer: Viewer, _ person: PersonID, now: Timestamp, ids: any IDSource) {
        self.viewer = viewer
        self.person = person
        self.now = now
        entry = ids.id()
    }

    /// - Throws: `notFound`.
    func run(in database: any Database) async throws {
        try await database.write { transaction in
            _ = try InviteeDetails.of(person, for: viewer, now: now, in: transaction)
            let ended = try transaction.rows(
                InvitationSQL.endAll, viewer.pool, person, now, viewer.person, InvitationEnd.cancelled.rawValue)
            guard let first = ended.first else { return }
            for purpose in [LinkPurpose.invitation, .code] {
                try transaction.run(
                    LinkSQL.endOthers, viewer.pool, person, purpose.rawValue, "", now, LinkEnd.cancelled.rawValue)
            }
            let invitation: InvitationID = try first.id("invitation_id")
            try record(
                in: transaction, pool: viewer.pool, at: now, id: entry, actor: .steward(viewer),
                AccountsAction.invitationCancelled,
                on: invitation)
        }
    }
}

extension JournalActor {
    /// A viewer who acts as administrator or lead.
    static func steward(_ viewer: Viewer) -> JournalActor {
        JournalActor(viewer, as: viewer.has(.administrator) ? .administrator : .lead)
    }
}
