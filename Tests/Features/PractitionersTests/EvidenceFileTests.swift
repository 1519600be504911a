// SPDX-License-Identifier: EUPL-1.2

import Practitioners
import TestSupport
import Testing

@Suite("Evidence files")
struct EvidenceFileTests {
    private static let pdf = Array("%PDF-1.7\n".utf8)

    private static func png(width: Int, height: Int) -> [UInt8] {
        func four(_ number: Int) -> [UInt8] { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) } }
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8) + four(width)
            + four(height) + [8, 6, 0, 0, 0]
    }

    private static func jpeg(width: Int, height: Int) -> [UInt8] {
        func two(_ number: Int) -> [UInt8] { [UInt8(number >> 8 & 255), UInt8(number & 255)] }
        return [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC0, 0, 11, 8] + two(height) + two(width) + [1, 1, 0x11, 0]
    }

    @Test(
        "A file is what its bytes say",
        arguments: [
            ("a.pdf", pdf, "pdf"), ("b.PNG", png(width: 10, height: 10), "png"),
            ("c.jpeg", jpeg(width: 10, height: 10), "jpeg"),
        ])
    func kinds(name: String, bytes: [UInt8], kind: String) throws {
        #expect(try EvidenceFile(name: name, bytes: bytes).kind.rawValue == kind)
    }

    @Test(
        "What can unpack or run, under whatever name, is none of them",
        arguments: [
            "PK\u{3}\u{4}", "<!DOCTYPE html><script>", "<svg onload=alert(1)>", "GIF89a", "MZ", "\u{1F}\u{8B}", "",
            "{\\rtf1",
            " %PDF-1.7",
        ])
    func others(bytes: String) {
        #expect(throws: EvidenceFile.Fault.notAKind) { try EvidenceFile(name: "a.pdf", bytes: Array(bytes.utf8)) }
    }

    @Test("A name that says something else is refused", arguments: ["a.png", "a.pdf.exe", "a", "a.html"])
    func wrongName(name: String) {
        #expect(throws: EvidenceFile.Fault.notWhatItSays) { try EvidenceFile(name: name, bytes: Self.pdf) }
    }

    @Test(
        "A name with parts of a path or something hidden in it is refused",
        arguments: [
            "../a.pdf", "/etc/a.pdf", "a\\b.pdf", ".pdf", "a..pdf", "a\u{202E}fdp.pdf", "a\0.pdf", "a\n.pdf", "",
        ])
    func path(name: String) {
        #expect(throws: EvidenceFile.Fault.pathInName) { try EvidenceFile(name: name, bytes: Self.pdf) }
    }

    @Test("A large file, and a small one that opens to a huge picture, are refused")
    func size() {
        #expect(throws: EvidenceFile.Fault.tooLarge) {
            try EvidenceFile(name: "a.pdf", bytes: Self.pdf + Array(repeating: 0, count: EvidenceFile.most))
        }
        #expect(throws: EvidenceFile.Fault.picture) {
            try EvidenceFile(name: "a.png", bytes: Self.png(width: 60_000, height: 60_000))
        }
        #expect(throws: EvidenceFile.Fault.picture) {
            try EvidenceFile(name: "a.png", bytes: Self.png(width: Int(UInt32.max), height: Int(UInt32.max)))
        }
        #expect(throws: EvidenceFile.Fault.picture) {
            try EvidenceFile(name: "a.jpg", bytes: Self.jpeg(width: 65_535, height: 65_535))
        }
    }
}
