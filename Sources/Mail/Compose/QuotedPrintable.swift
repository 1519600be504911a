// SPDX-License-Identifier: EUPL-1.2

/// Text as lines of printable ASCII of at most 76 characters (RFC 2045 section 6.7).
enum QuotedPrintable {
    private static let digits = Array("0123456789ABCDEF".utf8)

    /// Each line of the text ends in CRLF; control characters other than tab are encoded, so that what was one line stays one.
    static func encode(_ text: String) -> [UInt8] {
        var out: [UInt8] = []
        var lines = text.replacing("\r\n", with: "\n").utf8.split(
            separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        for line in lines {
            encode(line: Array(line), into: &out)
            out += "\r\n".utf8
        }
        return out
    }

    static func decode(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        var out: [UInt8] = []
        var rest = Array(bytes)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "=") else { out.append(byte); continue }
            if rest.starts(with: [13, 10]) {
                rest = rest.dropFirst(2)
            } else if rest.first == 10 {
                rest = rest.dropFirst()
            } else if rest.count >= 2, let high = hex(rest[rest.startIndex]), let low = hex(rest[rest.startIndex + 1]) {
                out.append(high << 4 | low)
                rest = rest.dropFirst(2)
            } else {
                out.append(byte)
            }
        }
        return out
    }

    private static func encode(line: [UInt8], into out: inout [UInt8]) {
        var width = 0
        var index = 0
        while index < line.count {
            // A character of several bytes is kept on one line.
            var next = index + 1
            while next < line.count, line[next] & 0xC0 == 0x80 { next += 1 }
            var piece: [UInt8] = []
            for position in index..<next {
                if isPlain(line[position], first: position == 0, last: position == line.count - 1) {
                    piece.append(line[position])
                } else {
                    piece += [UInt8(ascii: "="), digits[Int(line[position] >> 4)], digits[Int(line[position] & 15)]]
                }
            }
            if width + piece.count > 75 {
                out += "=\r\n".utf8
                width = 0
            }
            out += piece
            width += piece.count
            index = next
        }
    }

    private static func isPlain(_ byte: UInt8, first: Bool, last: Bool) -> Bool {
        switch byte {
        case UInt8(ascii: "="): false
        case UInt8(ascii: "."), UInt8(ascii: "F"): !first  // what SMTP and old mailboxes take for a mark of their own
        case UInt8(ascii: " "), UInt8(ascii: "\t"): !last
        default: (0x21...0x7E).contains(byte)
        }
    }

    private static func hex(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        default: nil
        }
    }
}
