// SPDX-License-Identifier: EUPL-1.2

package import Journal
package import Kernel
package import Mail
import SQL

/// Sends the mails of the outbox.
///
/// What it promises: a mail is handed over at least once, on any number of nodes, as long as it is due and the writer still has
/// something to send. A second copy can leave only if a node dies, or loses the database for longer than a claim, in the moment
/// between the server's "yes" and the mark; both copies bear the same Message-ID. Into a folder, the second replaces nothing
/// and adds nothing (`docs/operations/mail.md`).
package enum MailSending {
    /// Some 24 hours of tries, close together at first: a link that signs in is wanted soon.
    private static let retry = OutboxRetry(attempts: 19, firstPause: 30, longestPause: 2 * 3600)

    /// - Parameters:
    ///   - width: mails under way at once on this node.
    ///   - longest: seconds after which the transport has certainly returned.
    package static func handler(
        writer: any MailWriter, transport: any MailTransport, time: any TimeSource, ids: any IDSource, width: Int = 4,
        longest: Int = 90
    ) -> OutboxHandler {
        .outside(MailWork.mail, width: width, longest: longest, retry: retry) { item in
            let mail = MailItem(item)
            do {
                guard let message = try await writer.message(for: mail) else { return .done(MailCode.notNeeded) }
                try await transport.send(message)
                return .done(MailCode.sent, effect: log(mail, MailCode.sent.rawValue, time, ids))
            } catch let refusal as MailRefusal {
                return outcome(of: refusal, mail, time, ids)
            } catch let error as MailError {
                return outcome(of: MailRefusal(error), mail, time, ids)
            }
        }
    }

    private static func outcome(
        of refusal: MailRefusal, _ mail: MailItem, _ time: any TimeSource, _ ids: any IDSource
    ) -> OutboxOutcome {
        let error = refusal.error
        let logged = log(mail, error.rawValue, time, ids)
        switch error {
        case .address, .recipientRefused:
            // The address fails, not the service: kept with the person, nothing for the operator to look at.
            let bounced = bounce(mail, refusal.status ?? "5.1.0", time, ids)
            return .done(error) { transaction in
                try logged(transaction)
                try bounced(transaction)
            }
        case .messageRefused: return .setAside(error, effect: logged)
        case .resolve, .connect, .timeout, .tls, .login, .senderRefused, .busy, .interrupted, .folder:
            return .again(error, effect: logged)
        }
    }

    private static func log(
        _ mail: MailItem, _ outcome: String, _ time: any TimeSource, _ ids: any IDSource
    ) -> OutboxOutcome.Effect {
        let (id, now) = (Base64URL.encode(ids.bytes(16)), time.now)
        return { try $0.run(MailSQL.deliver, mail.pool, id, mail.id, now, outcome) }
    }

    private static func bounce(
        _ mail: MailItem, _ status: String, _ time: any TimeSource, _ ids: any IDSource
    ) -> OutboxOutcome.Effect {
        let (id, now) = (Base64URL.encode(ids.bytes(16)), time.now)
        return { try $0.run(MailSQL.bounce, mail.pool, id, mail.id, mail.person, now, now, true, status) }
    }
}
