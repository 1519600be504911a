// SPDX-License-Identifier: EUPL-1.2

import Configuration

/// The password of the mail server: a secret, so it comes from the environment alone.
package enum MailPassword {
    /// The value of `CONFIDANT_MAIL_PASSWORD`, `nil` if it is not set.
    package static func fromEnvironment() -> String? {
        ConfigReader(provider: EnvironmentVariablesProvider()).string(forKey: "confidant.mail.password", isSecret: true)
    }
}
