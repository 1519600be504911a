// SPDX-License-Identifier: EUPL-1.2

package import Journal
package import Kernel
package import Mail
import SQL

/// Sends the outbox items of one kind as mail.
///
/// What it promises: a mail is handed over at least once, on any number of nodes, as long as the writer has something to send. A
/// second copy can leave only if a node dies, or loses the database for longer than a claim, in the moment between the server's
/// "yes" and the mark; both copies bear the same Message-ID. Into a folder, the second adds nothing (`docs/operations/mail.md`).
package struct MailSending: Sendable {
    /// Some 24 hours of tries, close together at first: a link that signs in is wanted soon.
    private static let retry = OutboxRetry(attempts: 19, firstPause: 30, longestPause: 2 * 3600)

    private let transport: any MailTransport
    private let time: any TimeSource
    private let ids: any IDSource

    package init(_ transport: any MailTransport, time: any TimeSource, ids: any IDSource) {
        self.transport = transport
        self.time = time
        self.ids = ids
    }

    /// - Parameters:
    ///   - width: mails of this kind under way at once on this node.
    ///   - longest: seconds after which writer and transport have certainly returned.
    package func handler(
        _ kind: some OutboxWork, writer: any MailWriter, width: Int = 4, longest: Int = 90
    ) -> OutboxHandler {
        .outside(kind, width: width, longest: longest, retry: Self.retry) { item in
            let mail = MailItem(
                pool: item.pool, id: item.id, kind: item.kind, subjectID: item.subjectID, payload: item.payload,
                attempt: item.attempt)
            do {
                guard let message = try await writer.message(for: mail) else { return .done(MailCode.notNeeded) }
                try await transport.send(message)
                return .done(MailCode.sent, effect: log(mail, MailCode.sent.rawValue))
            } catch let refusal as MailRefusal {
                return outcome(of: refusal, mail, writer)
            } catch let error as MailError {
                return outcome(of: MailRefusal(error), mail, writer)
            }
        }
    }

    private func outcome(of refusal: MailRefusal, _ mail: MailItem, _ writer: any MailWriter) -> OutboxOutcome {
        let error = refusal.error
        let logged = log(mail, error.rawValue)
        switch error {
        case .address, .recipientRefused:
            // The address fails, not the service: kept with the person, nothing for the operator to look at.
            let now = time.now
            let returned = MailReturn(
                item: mail, sentAt: now, at: now, isPermanent: true, status: refusal.status ?? "5.1.0",
                newID: ids.bytes(16))
            let row = Base64URL.encode(ids.bytes(16))
            return .done(error) { transaction in
                try logged(transaction)
                try returned.record(row, with: writer, in: transaction)
            }
        case .messageRefused: return .setAside(error, effect: logged)
        case .resolve, .connect, .timeout, .tls, .login, .senderRefused, .busy, .interrupted, .folder:
            return .again(error, effect: logged)
        }
    }

    private func log(_ mail: MailItem, _ outcome: String) -> OutboxOutcome.Effect {
        let (id, now) = (Base64URL.encode(ids.bytes(16)), time.now)
        return { try $0.run(MailSQL.deliver, mail.pool, id, mail.id, now, outcome) }
    }
}

extension MailReturn {
    /// Writes the report down and, where it is news, lets the writer keep it.
    func record(_ row: String, with writer: any MailWriter, in transaction: Transaction) throws {
        let isNew = try transaction.first(MailSQL.bounce, item.pool, row, item.id, at, isPermanent, status) != nil
        if isNew { try writer.keep(self, in: transaction) }
    }
}
