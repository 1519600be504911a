// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Kernel
import Mail
import TestSupport
import Testing

@Suite struct ComposeTests {
    static let hostile = [
        "Hello\r\nBcc: everybody@world.example", "Hello\nX-Evil: 1", "Hello\rX-Evil: 1", "a\u{2028}X-Evil: 1",
        "a\u{85}X-Evil: 1",
        "a\u{0}b", "\u{202E}gpj.exe", "=?utf-8?B?SGk=?=", "\r\n\r\nbody", " ", "", "\"><script>",
        "e\u{301}\u{301}\u{301}",
    ]

    @Test("A subject is one header, whatever is in it", arguments: hostile)
    func subject(text: String) throws {
        let lines = try composedLines(message(subject: text))
        let head = lines.prefix { !$0.isEmpty }
        let names = head.filter { !$0.hasPrefix(" ") }.map { $0.prefix { $0 != ":" } }
        #expect(
            names == [
                "From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type",
                "Content-Transfer-Encoding", "Content-Language", "Auto-Submitted",
            ])
        #expect(lines.allSatisfy { $0.utf8.allSatisfy { (0x20...0x7E).contains($0) } })
    }

    @Test("A sender's name is one header, whatever is in it", arguments: hostile + ["a\"b\\c"])
    func name(text: String) throws {
        let made = try MailSender(name: HeaderText(text), address: address("no-reply@pool.example"))
        let composed = String(decoding: try message().composed(from: made), as: UTF8.self)
        let head = composed.components(separatedBy: "\r\n\r\n")[0].components(separatedBy: "\r\n")
        #expect(head.count { $0.hasPrefix("From: ") } == 1)
        #expect(!head.contains { $0.hasPrefix("X-Evil") || $0.hasPrefix("Bcc") })
    }

    @Test(
        "Subjects come back as they were, however long and in whatever letters",
        arguments: [
            "Hello", "Cyfarfod nesaf: dŵr, tŷ, llwyn, ŵyn, sŵn a chân", String(repeating: "ŷŵ", count: 200),
            String(repeating: "abc ", count: 60) + "end", String(repeating: "x", count: 300), "👩‍👩‍👧‍👦 👋🏽", "a =?b",
        ])
    func roundTrip(text: String) throws {
        let bytes = try message(subject: text).composed(from: sender())
        let part = MailPart(bytes)
        let read = EncodedWords.decode(try #require(part.header("subject")))
        #expect(read == HeaderText(text).text)
    }

    @Test(
        "Bodies come back as they were, in lines that every server takes",
        arguments: [
            "Hello\n", "Mae’r dŵr yn y tŷ.\n\nLlythrennau: âêîôûŵŷ\n", String(repeating: "w", count: 5000) + "\n",
            String(repeating: "ŵ", count: 5000) + "\n", ".\n..\n.hidden\n", "From here\nFrom there\n",
            "ends in a blank \n\tand a tab\t\n",
            "a=b\n=\n==20\n", "\n\n\n", "tab\there\n", "\u{0}\u{7F}\u{1}\n",
        ])
    func body(text: String) throws {
        let written = try message(body: text)
        let lines = try composedLines(written)
        #expect(lines.allSatisfy { $0.utf8.count <= 78 })
        #expect(!lines.contains("."))
        #expect(MailPart(try written.composed(from: sender())).text == text)
    }

    @Test("A line end in the body is CRLF and nothing else is a line end")
    func lineEnds() throws {
        let bytes = try message(body: "one\ntwo\r\nthree\rfour\n").composed(from: sender())
        for index in bytes.indices where bytes[index] == 10 || bytes[index] == 13 {
            let pair = bytes[index] == 13 ? (bytes[index], bytes[index + 1]) : (bytes[index - 1], bytes[index])
            #expect(pair == (13, 10))
        }
    }

    @Test(
        "An address that could carry a second one, a header or a command is refused",
        arguments: [
            "", "a", "@", "a@", "@b", "a@b@c", "a b@c.example", "a@c.example\r\nRCPT TO:<x@y.example>", "a@c.example>",
            "<a@c.example>", "a@c.example,b@c.example", "\"a\"@c.example", ".a@c.example", "a..b@c.example",
            "a@-c.example",
            "a@c..example", "a@[127.0.0.1]", "siân@c.example", "a@tŷ.example", "a\u{0}@c.example",
            "a@c.example\u{202E}",
            String(repeating: "a", count: 65) + "@c.example", "a@" + String(repeating: "b", count: 64) + ".example",
        ])
    func refusedAddress(text: String) {
        #expect(throws: MailError.address) { try MailAddress(text) }
    }

    @Test("Usual addresses are taken", arguments: ["a@b.example", "sian.o'neill+pool@x-y.example", "A_1@localhost"])
    func takenAddress(text: String) throws {
        #expect(try MailAddress(text).text == text)
    }

    @Test("A mail is named after its outbox item and can be found by its name")
    func messageID() throws {
        let ids = TestIDs()
        let id = MailMessageID(pool: ids.id(), item: ids.id())
        let made = MailMessage(
            to: try address("a@b.example"), subject: HeaderText("x"), body: "", languages: [.english], id: id, date: .t0
        )
        let header = try #require(MailPart(try made.composed(from: sender())).header("message-id"))
        #expect(header.hasSuffix("@pool.example>"))
        #expect(MailMessageID(header) == id)
    }

    @Test("Dates are written as RFC 5322 has them")
    func date() throws {
        // The second is the example that RFC 5322 itself writes, in UTC.
        let moments = [
            Timestamp.t0: "Mon, 2 Mar 2026 09:00:00 +0000",
            Timestamp("1997-11-21T15:55:06.000Z"): "Fri, 21 Nov 1997 15:55:06 +0000",
        ]
        for (moment, text) in moments {
            let ids = TestIDs()
            let made = MailMessage(
                to: try address("a@b.example"), subject: HeaderText("x"), body: "", languages: [.english],
                id: MailMessageID(pool: ids.id(), item: ids.id()), date: try #require(moment))
            #expect(MailPart(try made.composed(from: sender())).header("date") == text)
        }
    }

    private func composedLines(_ message: MailMessage) throws -> [String] {
        String(decoding: try message.composed(from: sender()), as: UTF8.self).components(separatedBy: "\r\n")
    }
}
