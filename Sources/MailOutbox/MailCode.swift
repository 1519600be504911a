// SPDX-License-Identifier: EUPL-1.2

import Journal
import Mail

/// What can become of a mail, beside the codes of `MailError`.
enum MailCode: String, OutboxValue {
    case sent = "mail.sent"
    case notNeeded = "mail.not-needed"
}

extension MailError: OutboxValue {}
