// SPDX-License-Identifier: EUPL-1.2

/// A way out for mail.
package protocol MailTransport: Sendable {
    /// Hands a message to the next system, which then answers for it.
    ///
    /// - Throws: `MailRefusal`. After any other end than a return the message may or may not have been taken.
    func send(_ message: MailMessage) async throws

    /// Ends connections and threads; called once, after the last `send` has returned.
    func close()
}
