// SPDX-License-Identifier: EUPL-1.2

package import Kernel

/// Why a mail was not sent: closed codes, nothing that a server said.
package enum MailError: String, DomainError, CaseIterable {
    /// Not an address that can be written to.
    case address = "mail.address"
    case resolve = "mail.resolve"
    case connect = "mail.connect"
    case timeout = "mail.timeout"
    /// No TLS, or a certificate that does not prove the server's name.
    case tls = "mail.tls"
    case login = "mail.login"
    /// The server does not take mail from our address.
    case senderRefused = "mail.sender-refused"
    /// The server knows no such recipient, or takes nothing for it: about the address.
    case recipientRefused = "mail.recipient-refused"
    /// The server does not take this message.
    case messageRefused = "mail.message-refused"
    /// The server asks to come back later (a 4xx reply).
    case busy = "mail.busy"
    /// The conversation broke off or made no sense.
    case interrupted = "mail.interrupted"
    /// The folder cannot be written or read.
    case folder = "mail.folder"

    package var code: String { rawValue }
    package var kind: ErrorKind { .unavailable }

    /// Whether sending the same message again can only fail again. What an operator can put right (certificate, password,
    /// sender) is not permanent: the mail goes out afterwards.
    package var isPermanent: Bool {
        switch self {
        case .address, .recipientRefused, .messageRefused: true
        case .resolve, .connect, .timeout, .tls, .login, .senderRefused, .busy, .interrupted, .folder: false
        }
    }
}

/// A refusal as it came: the error and the enhanced status code (RFC 3463), such as `5.1.1`, where the server gave one.
package struct MailRefusal: Error, Hashable, Sendable {
    package let error: MailError
    package let status: String?

    package init(_ error: MailError, status: String? = nil) {
        self.error = error
        self.status = status
    }
}
