// SPDX-License-Identifier: EUPL-1.2

package import Journal
package import Kernel
package import Mail
package import MailOutbox
package import SQL
package import Web

/// Writes every mail of the product: words from the catalogue in the person's language, in both until a choice is
/// recorded; a neutral subject, and nothing that a person wrote.
///
/// An item of another feature's kind is a notice. Its subject is the person it is for and its payload names a `template`;
/// its words are `<template>.subject` and `<template>.body`, which may name `{{host}}` and `{{url}}`; the address of the
/// home page stands at the end where they do not.
package struct AccountsMailWriter: MailWriter {
    /// Links asked for at the door that one person may hold open at once. Who has that many can come in by each of
    /// them, so sending no more locks nobody out and keeps strangers from filling a mailbox.
    static let mostOpen = 5

    private let database: any Database
    private let catalogue: Catalogue
    private let address: PublicAddress
    private let time: any TimeSource
    private let ids: any IDSource

    package init(
        database: any Database, catalogue: Catalogue, address: PublicAddress, time: any TimeSource, ids: any IDSource
    ) {
        self.database = database
        self.catalogue = catalogue
        self.address = address
        self.time = time
        self.ids = ids
    }

    /// What the outbox does with the mails of this feature.
    package func handlers(_ sending: MailSending) -> [OutboxHandler] {
        AccountsWork.allCases.map { sending.handler($0, writer: self) }
    }

    package func message(for item: MailItem) async throws -> MailMessage? {
        switch AccountsWork(rawValue: item.kind) {
        case .changed: try await changedMessage(item)
        case let work?: try await linkMessage(item, work)
        case nil: try await notice(item)
        }
    }

    package func keep(_ returned: MailReturn, in transaction: Transaction) throws {
        guard returned.isPermanent else { return }
        let (item, id) = (returned.item, ID<MailReturn>(bytes: returned.newID))
        let row: Row?
        if AccountsWork(rawValue: item.kind) == nil {
            let person: PersonID = item.subject()
            row = try transaction.first(
                ContactSQL.bounceOfPerson, item.pool, person, id, returned.sentAt, returned.at, returned.status)
        } else {
            row = try transaction.first(
                ContactSQL.bounceOfLink, item.pool, item.subjectID, id, returned.sentAt, returned.at, returned.status)
        }
        guard let person: PersonID = try row?.id("person_id") else { return }
        try record(
            in: transaction, pool: item.pool, at: returned.at, id: JournalID(bytes: returned.newID), actor: .program,
            AccountsAction.addressBounced, on: person)
    }

    private func linkMessage(_ item: MailItem, _ work: AccountsWork) async throws -> MailMessage? {
        let link: SignInLinkID = item.subject()
        let (token, now) = (ids.secret(), time.now)
        let due = try await database.write { transaction -> DueLink? in
            guard let row = try transaction.first(LinkSQL.forMail, item.pool, link, now) else { return nil }
            guard let due = try DueLink(row, work, now) else {
                try transaction.run(LinkSQL.forget, item.pool, link)
                return nil
            }
            try transaction.run(LinkSQL.addToken, item.pool, SignInToken.hash(token), link, now)
            return due
        }
        guard let due else { return nil }
        let path = work == .confirm ? "/me/address/" : "/enter/"
        return try message(item, work.words, to: due.reader) { language in
            [
                "host": address.shown(host: due.reader.host),
                "url": address.url(host: due.reader.host, language, path: path + token),
                "moment": catalogue.words(for: due.expires, language),
            ]
        }
    }

    private func changedMessage(_ item: MailItem) async throws -> MailMessage? {
        let change: AddressChangeID = item.subject()
        let reader = try await database.read { reader in
            try reader.first(ContactSQL.forMail, item.pool, change).flatMap(MailReader.init(row:))
        }
        return try reader.flatMap { try message(item, AccountsWork.changed.words, to: $0, path: "/help") }
    }

    private func notice(_ item: MailItem) async throws -> MailMessage? {
        guard let words = item.payload.code("template") else { return nil }
        let person: PersonID = item.subject()
        guard catalogue.has(words + ".subject"), catalogue.has(words + ".body") else { return nil }
        let reader = try await database.read { reader in
            try reader.first(ContactSQL.forNotice, item.pool, person).flatMap(MailReader.init(row:))
        }
        return try reader.flatMap { try message(item, words, to: $0, path: "/home") }
    }

    private func message(
        _ item: MailItem, _ words: String, to reader: MailReader, path: String
    ) throws -> MailMessage {
        try message(item, words, to: reader) { language in
            ["host": address.shown(host: reader.host), "url": address.url(host: reader.host, language, path: path)]
        }
    }

    private func message(
        _ item: MailItem, _ words: String, to reader: MailReader, _ values: (Language) -> [String: String]
    ) throws -> MailMessage {
        let languages = reader.language.map { [$0] } ?? Language.allCases
        let subjects = languages.map { catalogue.text(words + ".subject", $0) }
        let bodies = languages.map { language in
            let values = values(language)
            let body = catalogue.text(words + ".body", language, values)
            let url = values["url"] ?? ""
            return body.contains(url) ? body : body + "\n\n" + url
        }
        return MailMessage(
            to: try MailAddress(reader.email), subject: HeaderText(subjects.joined(separator: " / ")),
            body: bodies.joined(separator: "\n\n———\n\n") + "\n", languages: languages, id: item.messageID,
            date: time.now)
    }
}

/// Whom a mail goes to, and where their pool is reached.
private struct MailReader: Sendable {
    let email: String
    let language: Language?
    let host: String?

    init(email: String, row: Row) throws {
        self.email = email
        language = try row.optionalText("language").flatMap(Language.init(rawValue:))
        host = try row.optionalText("host")
    }

    /// `nil` for somebody without an address.
    init?(row: Row) throws {
        guard let email = try row.optionalText("email") else { return nil }
        try self.init(email: email, row: row)
    }
}

/// A link whose mail may still be sent.
private struct DueLink: Sendable {
    let reader: MailReader
    let expires: Timestamp

    /// `nil` where nobody asked, the link works no more, or its occasion has passed.
    init?(_ row: Row, _ work: AccountsWork, _ now: Timestamp) throws {
        expires = try row.time("expires_at")
        guard try row.optionalText("person_id") != nil, try row.optionalText("end_reason") == nil, now < expires else {
            return nil
        }
        if work == .link, try row.int("others_open") >= AccountsMailWriter.mostOpen { return nil }
        if work == .invitation || work == .reminder, try row.bool("has_come") { return nil }
        guard let email = try row.optionalText(work == .confirm ? "new_email" : "email") else { return nil }
        reader = try MailReader(email: email, row: row)
    }
}
