// SPDX-License-Identifier: EUPL-1.2

package import Kernel

/// One mail to one person: plain text in one or both languages.
package struct MailMessage: Hashable, Sendable {
    package let to: MailAddress
    package let subject: HeaderText
    /// Lines of any length, ended by `\n`.
    package let body: String
    /// In the order in which they stand in the body.
    package let languages: [Language]
    /// The same for each try, so that a second copy can be told from a second mail.
    package let id: MailMessageID
    package let date: Timestamp

    package init(
        to: MailAddress, subject: HeaderText, body: String, languages: [Language], id: MailMessageID, date: Timestamp
    ) {
        self.to = to
        self.subject = subject
        self.body = body
        self.languages = languages
        self.id = id
        self.date = date
    }

    /// The bytes as they go over the wire (RFC 5322, 2045): ASCII, lines of at most 78 characters ended by CRLF.
    package func composed(from sender: MailSender) -> [UInt8] {
        let lines = [
            "From: \(sender.name.encoded(after: 6, asPhrase: true))\r\n <\(sender.address.text)>",
            "To: \(to.text)",
            "Subject: \(subject.encoded(after: 9))",
            "Date: \(MailDate.text(date))",
            "Message-ID: \(id.text(at: sender.address.domain))",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: quoted-printable",
            "Content-Language: \(languages.map(\.rawValue).joined(separator: ", "))",
            // RFC 3834: nobody's absence notice answers it.
            "Auto-Submitted: auto-generated",
            "",
            "",
        ]
        return Array(lines.joined(separator: "\r\n").utf8) + QuotedPrintable.encode(body)
    }
}

/// A mail's name, made of its outbox item: what a bounce quotes back.
package struct MailMessageID: Hashable, Sendable {
    package let pool: PoolID
    package let item: OutboxID

    package init(pool: PoolID, item: OutboxID) {
        self.pool = pool
        self.item = item
    }

    /// Reads `<item.pool@…>`; `nil` for the mails of others.
    package init?(_ text: some StringProtocol) {
        let trimmed = text.drop { $0 == "<" || $0 == " " || $0 == "\t" }
        let parts = trimmed.prefix { $0 != "@" }.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let item = OutboxID(parts[0]), let pool = PoolID(parts[1]) else { return nil }
        self.init(pool: pool, item: item)
    }

    /// Without the domain.
    var stem: String { item.text + "." + pool.text }

    func text(at domain: String) -> String { "<\(stem)@\(domain)>" }
}

/// Dates as RFC 5322 writes them.
enum MailDate {
    private static let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]  // 1970-01-01 was a Thursday
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    static func text(_ time: Timestamp) -> String {
        let day = time.day
        let (year, month, number) = day.parts
        let clock = time.text.dropFirst(11).prefix(8)
        return "\(days[((day.number % 7) + 7) % 7]), \(number) \(months[month - 1]) \(year) \(clock) +0000"
    }
}
