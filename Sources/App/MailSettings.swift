// SPDX-License-Identifier: EUPL-1.2

import Mail

/// How an installation sends mail, read from what the operator gave.
package struct MailSettings: Sendable {
    /// `smtp://host:port` (STARTTLS is required), `smtps://host:port`, or the path of a folder.
    package let place: String
    /// The sender's address, and the name shown before it.
    package let from: String
    package let name: String
    package let user: String?
    /// Secret: given by the environment, never by an argument, which other users of the machine can read.
    package let password: String?

    package init(place: String, from: String, name: String, user: String? = nil, password: String? = nil) {
        self.place = place
        self.from = from
        self.name = name
        self.user = user
        self.password = password
    }

    /// - Throws: `OperatorError` with `mail.unusable`.
    func transport() throws -> any MailTransport {
        do {
            let sender = MailSender(name: HeaderText(name), address: try MailAddress(from))
            if place.hasPrefix("smtp://") || place.hasPrefix("smtps://") {
                return SMTPTransport(.init(url: place, user: user, password: password, sender: sender))
            }
            return try MaildirTransport(folder: place, sender: sender)
        } catch {
            throw OperatorError("mail.unusable", "cannot send mail from \(from) by \(place)")
        }
    }
}
