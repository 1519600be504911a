// SPDX-License-Identifier: EUPL-1.2

import Journal
import Kernel
import Pools
import SQL

/// In which languages somebody wants the service and their letters; the two may differ (Welsh Language Standards:
/// record the language of correspondence).
struct ContactChoice: Hashable, Sendable {
    let service: Language
    let letters: Language

    static func latest(of person: PersonID, pool: PoolID, in reader: Reader) throws -> ContactChoice? {
        guard let row = try reader.first(ContactSQL.latest, pool, person) else { return nil }
        return ContactChoice(
            service: Language(rawValue: try row.text("service_language")) ?? .english,
            letters: Language(rawValue: try row.text("letter_language")) ?? .english)
    }
}

/// What a person sees about how they are reached.
struct ContactDetails: Sendable {
    let name: String
    let email: String?
    let userName: String?
    /// Given, and not yet confirmed by its own link.
    let waitingEmail: String?
    let choice: ContactChoice?

    static func of(_ viewer: Viewer, now: Timestamp, in reader: Reader) throws -> ContactDetails {
        guard let row = try reader.first(ContactSQL.person, viewer.pool, viewer.person, now) else {
            throw AccountsError.notFound
        }
        return ContactDetails(
            name: viewer.name, email: try row.optionalText("email"), userName: try row.optionalText("user_name"),
            waitingEmail: try row.optionalText("waiting_email"),
            choice: try ContactChoice.latest(of: viewer.person, pool: viewer.pool, in: reader))
    }
}

/// Somebody says where and in which languages to write to them. Another address counts only once its own link was
/// pressed by the same person: a letter slip must not hand the account to a stranger.
struct ChooseContact: Sendable {
    let viewer: Viewer
    let choice: ContactChoice
    let newEmail: String?
    let now: Timestamp
    private let id: ID<ContactChoice>
    private let entry: JournalID
    private let change: AddressChangeID
    private let link: SignInLinkID
    private let outbox: OutboxID
    private let changeEntry: JournalID

    init(_ viewer: Viewer, _ choice: ContactChoice, newEmail: String?, now: Timestamp, ids: any IDSource) {
        self.viewer = viewer
        self.choice = choice
        self.newEmail = newEmail
        self.now = now
        id = ids.id()
        entry = ids.id()
        change = ids.id()
        link = ids.id()
        outbox = ids.id()
        changeEntry = ids.id()
    }

    func run(in database: any Database) async throws {
        try await database.write { transaction in
            try transaction.run(
                ContactSQL.choose, viewer.pool, id, viewer.person, choice.service.rawValue, choice.letters.rawValue, now
            )
            try PersonContact.set(language: choice.letters, of: viewer.person, pool: viewer.pool, in: transaction)
            try record(
                in: transaction, pool: viewer.pool, at: now, id: entry, actor: JournalActor(viewer.person),
                AccountsAction.contactChosen, on: viewer.person)
            if let newEmail { try ask(newEmail, in: transaction) }
        }
    }

    private func ask(_ email: String, in transaction: Transaction) throws {
        let key = Text.emailKey(email)
        let current = try transaction.first(ContactSQL.person, viewer.pool, viewer.person, now)?.optionalText(
            "email_key")
        guard key != current else { return }
        try transaction.run(
            LinkSQL.endOthers, viewer.pool, viewer.person, LinkPurpose.address.rawValue, link, now,
            LinkEnd.replaced.rawValue)
        try transaction.run(
            LinkSQL.make, viewer.pool, link, viewer.person, LinkPurpose.address.rawValue, now,
            now.adding(days: Self.days))
        try transaction.run(ContactSQL.ask, viewer.pool, change, viewer.person, link, email, key, now)
        try AccountsWork.confirm.post(about: link, id: outbox, at: now, pool: viewer.pool, in: transaction)
        try record(
            in: transaction, pool: viewer.pool, at: now, id: changeEntry, actor: JournalActor(viewer.person),
            AccountsAction.addressAsked, on: change)
    }

    /// Days for which the link to another address works.
    static let days = 3
}

/// Somebody presses the button of the link that went to their other address: it counts from now on, and the one before
/// is told.
struct ConfirmAddress: Sendable {
    let viewer: Viewer
    let hash: String
    let now: Timestamp
    private let entry: JournalID
    private let outbox: OutboxID

    init?(_ viewer: Viewer, token: String, now: Timestamp, ids: any IDSource) {
        guard let hash = SignInToken.hash(token) else { return nil }
        self.viewer = viewer
        self.hash = hash
        self.now = now
        entry = ids.id()
        outbox = ids.id()
    }

    /// - Throws: `addressLinkWrong`, `addressTaken`.
    func run(in database: any Database) async throws {
        do {
            try await database.write { transaction in try change(in: transaction) }
        } catch DatabaseError.unique {
            throw AccountsError.addressTaken
        }
    }

    private func change(in transaction: Transaction) throws {
        guard let link = try FoundLink.find(hash: hash, pool: viewer.pool, now: now, in: transaction),
            link.purpose == .address, link.state == .open, link.person == viewer.person,
            let row = try transaction.first(ContactSQL.change, viewer.pool, link.id, viewer.person),
            try transaction.first(LinkSQL.end, viewer.pool, link.id, now, LinkEnd.used.rawValue) != nil
        else { throw AccountsError.addressLinkWrong }
        let change: AddressChangeID = try row.id("id")
        try PersonContact.set(email: try row.text("email"), of: viewer.person, pool: viewer.pool, in: transaction)
        try record(
            in: transaction, pool: viewer.pool, at: now, id: entry, actor: JournalActor(viewer.person),
            AccountsAction.addressChanged, on: change)
        guard try row.optionalText("email_before") != nil else { return }
        try Outbox.add(
            in: transaction, pool: viewer.pool, at: now, id: outbox, kind: AccountsWork.changed, once: [change],
            subject: change)
    }
}
