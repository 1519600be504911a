// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Kernel
import Mail
import TestSupport
import Testing

@Suite(.enabled(if: SMTPSink.isWanted, "run by Scripts/with-smtp")) struct SMTPTests {
    private func transport(
        _ url: String, authorities: String?, user: String? = nil, password: String? = nil, timeout: Int = 20
    ) throws -> SMTPTransport {
        SMTPTransport(
            .init(
                url: url, user: user, password: password, authorities: authorities, sender: try sender(),
                timeout: timeout),
            connections: 2)
    }

    /// Sends one mail by a transport that is closed afterwards.
    private func send(_ message: MailMessage, by transport: SMTPTransport) async throws {
        defer { transport.close() }
        try await transport.send(message)
    }

    @Test("A mail arrives whole over STARTTLS and over TLS from the start")
    func arrives() async throws {
        let sink = try SMTPSink.running()
        let body = "Mae’r dŵr yn y tŷ.\n.\n..dots\n" + String(repeating: "ŵ", count: 3000) + "\n"
        for (name, url) in [("a", "smtp://localhost:\(sink.starttls)"), ("b", "smtps://localhost:\(sink.smtps)")] {
            let written = try message(to: "fine-\(name)@client.example", subject: "Croeso i’r tŷ", body: body)
            try await send(written, by: transport(url, authorities: sink.authority))
            let mails = try sink.mails(to: "fine-\(name)@client.example")
            let mail = try #require(mails.first)
            #expect(mails.count == 1)
            #expect(mail.text == body)
            #expect(EncodedWords.decode(mail.header("subject") ?? "") == "Croeso i’r tŷ")
            #expect(mail.header("x-from") == "no-reply@pool.example")
        }
    }

    @Test("Twenty mails over two connections arrive, each once")
    func many() async throws {
        let sink = try SMTPSink.running()
        let transport = try transport("smtp://localhost:\(sink.starttls)", authorities: sink.authority)
        defer { transport.close() }
        let mails = try (0..<20).map { try message(to: "fine-many-\($0)@client.example") }
        try await withThrowingTaskGroup { group in
            for mail in mails { group.addTask { try await transport.send(mail) } }
            try await group.waitForAll()
        }
        for mail in mails { #expect(try sink.mails(to: mail.to.text).count == 1) }
    }

    @Test("A server that asks to come back later is asked again with success")
    func busy() async throws {
        let sink = try SMTPSink.running()
        let transport = try transport("smtp://localhost:\(sink.starttls)", authorities: sink.authority)
        defer { transport.close() }
        let mail = try message(to: "busy-once@client.example")
        await #expect(throws: MailRefusal(.busy, status: "4.2.1")) { try await transport.send(mail) }
        #expect(!MailError.busy.isPermanent)
        try await transport.send(mail)
        #expect(try sink.mails(to: "busy-once@client.example").count == 1)
    }

    @Test(
        "An unknown recipient and an unwanted message are told apart, both for good",
        arguments: [
            ("unknown@client.example", MailRefusal(.recipientRefused, status: "5.1.1")),
            ("unwanted@client.example", MailRefusal(.messageRefused, status: "5.7.1")),
        ])
    func refused(to: String, refusal: MailRefusal) async throws {
        let sink = try SMTPSink.running()
        let mail = try message(to: to)
        await #expect(throws: refusal) {
            try await send(mail, by: transport("smtp://localhost:\(sink.starttls)", authorities: sink.authority))
        }
        #expect(refusal.error.isPermanent)
        #expect(try sink.mails(to: to).isEmpty)
    }

    @Test("Nothing is sent to a server whose certificate is not vouched for, or that offers no TLS, or is another's")
    func untrusted() async throws {
        let sink = try SMTPSink.running()
        let mail = try message(to: "fine-untrusted@client.example")
        for (url, authorities) in [
            ("smtp://localhost:\(sink.starttls)", sink.stranger), ("smtps://localhost:\(sink.smtps)", sink.stranger),
            ("smtp://127.0.0.1:\(sink.starttls)", sink.authority), ("smtp://localhost:\(sink.plain)", sink.authority),
        ] {
            await #expect(throws: MailRefusal(.tls), "\(url)") {
                do {
                    try await send(mail, by: transport(url, authorities: authorities))
                } catch let refusal as MailRefusal {
                    throw MailRefusal(refusal.error)  // the greeting's own status is of no interest here
                }
            }
        }
        #expect(try sink.mails(to: mail.to.text).isEmpty)
    }

    @Test("A server that is not there, does not answer, or does not exist is a passing failure")
    func unreachable() async throws {
        let sink = try SMTPSink.running()
        let nobody = try message(to: "fine@client.example")
        // Port 1 is nobody's; a name under .invalid is never given (RFC 6761).
        await #expect(throws: MailRefusal(.connect)) {
            try await send(nobody, by: transport("smtps://localhost:1", authorities: sink.authority))
        }
        await #expect(throws: MailRefusal(.resolve)) {
            try await send(nobody, by: transport("smtps://nowhere.invalid:465", authorities: sink.authority))
        }
        let slow = try message(to: "slow@client.example")
        await #expect(throws: MailError.timeout) {
            do {
                try await send(
                    slow, by: transport("smtp://localhost:\(sink.starttls)", authorities: sink.authority, timeout: 2))
            } catch let refusal as MailRefusal {
                throw refusal.error
            }
        }
        for error in [MailError.connect, .resolve, .timeout] { #expect(!error.isPermanent) }
    }

    @Test("A password opens, a wrong one is the operator's to put right and nobody's address fails for it")
    func login() async throws {
        let sink = try SMTPSink.running()
        let url = "smtp://localhost:\(sink.login)"
        let mail = try message(to: "fine-login@client.example")
        for password in ["guess", nil] {
            do {
                try await send(
                    mail,
                    by: transport(
                        url, authorities: sink.authority, user: password == nil ? nil : "confidant", password: password)
                )
                Issue.record("it was taken")
            } catch let refusal as MailRefusal {
                #expect([.login, .senderRefused].contains(refusal.error))
                #expect(!refusal.error.isPermanent)
            }
        }
        try await send(
            mail, by: transport(url, authorities: sink.authority, user: "confidant", password: "open sesame"))
        #expect(try sink.mails(to: mail.to.text).map { $0.header("x-login") } == ["confidant"])
    }

    @Test("A transport that is closed refuses instead of waiting")
    func closed() async throws {
        let transport = try transport("smtps://localhost:1", authorities: nil)
        transport.close()
        let mail = try message()
        await #expect(throws: MailRefusal(.interrupted)) { try await transport.send(mail) }
    }
}
