// SPDX-License-Identifier: EUPL-1.2

import CCurl

/// What a server's answer means for the mail (RFC 5321 section 4.2.1: 4xx passes, 5xx stays).
enum SMTPAnswer {
    static func refusal(_ result: confidant_smtp_result) -> MailRefusal? {
        guard result.failure != CONFIDANT_SMTP_OK else { return nil }
        return MailRefusal(error(result), status: status(result))
    }

    private static func error(_ result: confidant_smtp_result) -> MailError {
        switch result.failure {
        case CONFIDANT_SMTP_RESOLVE: .resolve
        case CONFIDANT_SMTP_CONNECT: .connect
        case CONFIDANT_SMTP_TIMEOUT: .timeout
        case CONFIDANT_SMTP_TLS: .tls
        case CONFIDANT_SMTP_LOGIN: .login
        default: reply(result)
        }
    }

    private static func reply(_ result: confidant_smtp_result) -> MailError {
        switch (result.reply, result.stage) {
        case (400..<500, _): .busy
        case (500..<600, CONFIDANT_SMTP_RCPT): .recipientRefused
        case (500..<600, CONFIDANT_SMTP_DATA): .messageRefused
        case (500..<600, _): .senderRefused
        default: .interrupted
        }
    }

    private static func status(_ result: confidant_smtp_result) -> String? {
        let text = withUnsafeBytes(of: result.status) { bytes in
            String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        return text.isEmpty ? nil : text
    }
}
