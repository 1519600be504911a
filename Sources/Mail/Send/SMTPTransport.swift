// SPDX-License-Identifier: EUPL-1.2

import CCurl
import Foundation
import Synchronization

/// Mail over SMTP with TLS always: `smtps://` at once, `smtp://` by STARTTLS or not at all (RFC 3207, 8314). The server's
/// certificate must prove its name.
///
/// libcurl blocks, so each connection has a thread of its own; a connection is kept for half a minute between messages.
package final class SMTPTransport: MailTransport {
    /// Where and how to send.
    package struct Settings: Sendable {
        /// `smtp://host:587` or `smtps://host:465`.
        package let url: String
        package let user: String?
        package let password: String?
        /// PEM file of authorities instead of the system's.
        package let authorities: String?
        package let sender: MailSender
        /// Seconds for one message from connecting to the last reply.
        package let timeout: Int

        package init(
            url: String, user: String? = nil, password: String? = nil, authorities: String? = nil, sender: MailSender,
            timeout: Int = 60
        ) {
            self.url = url
            self.user = user
            self.password = password
            self.authorities = authorities
            self.sender = sender
            self.timeout = timeout
        }
    }

    private let settings: Settings
    private let jobs = SMTPJobs()

    /// - Parameter connections: how many messages are under way at once.
    package init(_ settings: Settings, connections: Int = 4) {
        self.settings = settings
        for _ in 0..<max(1, connections) {
            Thread.detachNewThread { [jobs] in SMTPWorker.work(jobs) }
        }
    }

    package func send(_ message: MailMessage) async throws {
        let job = SMTPJob(
            settings: settings, to: message.to.text, bytes: message.composed(from: settings.sender))
        let result = await withCheckedContinuation { continuation in
            jobs.add((job, continuation))
        }
        if let refusal = SMTPAnswer.refusal(result) { throw refusal }
    }

    package func close() {
        jobs.close()
    }
}

/// One message for one worker.
struct SMTPJob: Sendable {
    let settings: SMTPTransport.Settings
    let to: String
    let bytes: [UInt8]
}

/// What waits for a worker.
final class SMTPJobs: Sendable {
    typealias Entry = (job: SMTPJob, continuation: CheckedContinuation<confidant_smtp_result, Never>)

    private let state = Mutex<(waiting: [Entry], isClosed: Bool)>(([], false))
    private let signal = DispatchSemaphore(value: 0)

    func add(_ entry: Entry) {
        let isClosed = state.withLock { state in
            if !state.isClosed { state.waiting.append(entry) }
            return state.isClosed
        }
        if isClosed {
            entry.continuation.resume(returning: .interrupted)
        } else {
            signal.signal()
        }
    }

    /// Blocks the calling thread until there is a job; `nil` once closed.
    func next() -> Entry? {
        signal.wait()
        return state.withLock { state in
            state.waiting.isEmpty ? nil : state.waiting.removeFirst()
        }
    }

    func close() {
        state.withLock { $0.isClosed = true }
        signal.signal()
    }

    /// One worker's end lets the next one end.
    func passOn() { signal.signal() }
}

enum SMTPWorker {
    static func work(_ jobs: SMTPJobs) {
        let sender = confidant_smtp_open()
        defer { confidant_smtp_close(sender) }
        while let (job, continuation) = jobs.next() {
            continuation.resume(returning: sender.map { send(job, by: $0) } ?? .interrupted)
        }
        jobs.passOn()
    }

    private static func send(_ job: SMTPJob, by sender: OpaquePointer) -> confidant_smtp_result {
        let settings = job.settings
        return settings.url.withCString { url in
            settings.sender.address.text.withCString { from in
                job.to.withCString { to in
                    withOptional(settings.user) { user in
                        withOptional(settings.password) { password in
                            withOptional(settings.authorities) { authorities in
                                job.bytes.withUnsafeBufferPointer { bytes in
                                    var request = confidant_smtp_request(
                                        url: url, user: user, password: password, ca_file: authorities, from: from,
                                        to: to, message: bytes.baseAddress, length: bytes.count,
                                        connect_timeout: min(15, settings.timeout), timeout: settings.timeout)
                                    return confidant_smtp_send(sender, &request)
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private static func withOptional<Value>(_ text: String?, _ body: (UnsafePointer<CChar>?) -> Value) -> Value {
        guard let text else { return body(nil) }
        return text.withCString { body($0) }
    }
}

extension confidant_smtp_result {
    fileprivate static var interrupted: confidant_smtp_result {
        var result = confidant_smtp_result()
        result.failure = CONFIDANT_SMTP_OTHER
        return result
    }
}
