// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Kernel
import Mail
import TestSupport
import Testing

@Suite struct BounceTests {
    private let id = MailMessageID(pool: TestIDs(seed: 3).id(), item: TestIDs(seed: 4).id())

    /// A notification in the form of RFC 3464, appendix E, with our own words.
    private func report(
        action: String = "failed", status: String = "5.1.1", returned: String = "message/rfc822", line: String = "\r\n",
        original: String? = nil
    ) -> [UInt8] {
        let name = original ?? "<\(id.item.text).\(id.pool.text)@pool.example>"
        let lines = [
            "From: MAILER-DAEMON@mx.example", "Subject: not delivered", "MIME-Version: 1.0",
            "Content-Type: multipart/report; report-type=delivery-status;", "\tboundary=\"mark/1\"", "", "preamble",
            "--mark/1",
            "Content-Type: text/plain", "", "It could not be delivered.", "--mark/1",
            "Content-Type: message/delivery-status", "",
            "Reporting-MTA: dns; mx.example", "", "Final-Recipient: rfc822; client@b.example", "Action: \(action)",
            "Status: \(status)", "Diagnostic-Code: smtp; 550 no such", " mailbox", "", "--mark/1",
            "Content-Type: \(returned)", "",
            "From: <no-reply@pool.example>", "Message-ID: \(name)", "Subject: x", "", "--mark/1--", "",
        ]
        return Array(lines.joined(separator: line).utf8)
    }

    @Test(
        "A failure names the mail and its status", arguments: ["message/rfc822", "text/rfc822-headers"], ["\r\n", "\n"])
    func failure(returned: String, line: String) throws {
        let bounce = try #require(MailBounce(report(returned: returned, line: line)))
        #expect(bounce.message == id)
        #expect(bounce.isPermanent)
        #expect(bounce.status == "5.1.1")
    }

    @Test("A delay is no failure")
    func delay() throws {
        let bounce = try #require(MailBounce(report(action: "delayed", status: "4.4.1 (no answer)")))
        #expect(!bounce.isPermanent)
        #expect(bounce.status == "4.4.1")
    }

    @Test("A report of success, of somebody else's mail or without a status is none of ours")
    func others() {
        #expect(MailBounce(report(action: "delivered", status: "2.0.0")) == nil)
        #expect(MailBounce(report(original: "<abc@else.example>")) == nil)
        #expect(MailBounce(report(status: "five")) == nil)
        #expect(MailBounce(report(status: "5.1.1111")) == nil)
        #expect(MailBounce(Array("Subject: hello\r\n\r\nhello".utf8)) == nil)
    }

    @Test("A report cut off anywhere is read to its end without a fault, and never as another mail's")
    func cutOff() {
        let whole = report()
        for length in whole.indices {
            if let bounce = MailBounce(Array(whole[..<length])) { #expect(bounce.message == id) }
        }
    }

    @Test("Bytes changed at random are read to their end without a fault", arguments: 0..<20)
    func noise(seed: Int) {
        let ids = TestIDs(seed: UInt64(seed + 100))
        for _ in 0..<50 {
            var bytes = report()
            for _ in 0..<8 {
                let place = Int(ids.seed() % UInt64(bytes.count))
                bytes[place] = ids.bytes(1)[0]
            }
            if let bounce = MailBounce(bytes) { #expect(bounce.status.utf8.count <= 11) }
        }
    }

    @Test("Parts within parts, endless headers and a million line ends are read within bounds")
    func bombs() {
        var nested = "Content-Type: multipart/report; boundary=b0\r\n\r\n"
        for depth in 0..<2000 {
            nested += "--b\(depth)\r\nContent-Type: multipart/mixed; boundary=b\(depth + 1)\r\n\r\n"
        }
        let bombs = [
            nested,
            "Content-Type: multipart/report; boundary=b\r\n\r\n" + String(repeating: "--b\r\n\r\n", count: 100_000),
            "Content-Type: multipart/report; boundary=" + String(repeating: "b", count: 1_000_000),
            String(repeating: "X: y\r\n", count: 200_000), "X: y\r\n" + String(repeating: " z\r\n", count: 300_000),
            String(repeating: "\n", count: 1_000_000), String(repeating: "message/rfc822\n\n", count: 60_000),
        ]
        for bomb in bombs { #expect(MailBounce(Array(bomb.utf8)) == nil) }
    }
}
