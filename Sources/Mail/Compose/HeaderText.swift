// SPDX-License-Identifier: EUPL-1.2

import FoundationEssentials

/// Text of a header: one line whatever was put in, so that no header can be smuggled in by its contents.
///
/// Line ends, other control characters and marks that turn the direction of writing become spaces; runs of white space become
/// one space.
package struct HeaderText: Hashable, Sendable {
    package let text: String

    package init(_ text: String) {
        let spaced = text.unicodeScalars.map { Self.isHarmless($0) ? Character($0) : " " }
        self.text = String(spaced).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Its form in a message after a header name of the given length: printable ASCII, folded where it must be, other
    /// characters as encoded words (RFC 2047) that never cut one.
    func encoded(after name: Int, asPhrase: Bool = false) -> String {
        let isPlain = text.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !text.contains("=?")
        if isPlain, name + text.utf8.count <= 76 {
            if !asPhrase { return text }
            return "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
        }
        return words().joined(separator: "\r\n ")
    }

    /// 42 bytes give an encoded word of 68 characters, under the 75 that RFC 2047 allows, the rest for the header's name.
    private func words() -> [String] {
        var words: [String] = []
        var chunk: [UInt8] = []
        for scalar in text.unicodeScalars {
            let bytes = Array(String(scalar).utf8)
            if chunk.count + bytes.count > 42 {
                words.append(Self.word(chunk))
                chunk = []
            }
            chunk += bytes
        }
        if !chunk.isEmpty { words.append(Self.word(chunk)) }
        return words
    }

    private static func word(_ bytes: [UInt8]) -> String {
        "=?utf-8?B?" + Data(bytes).base64EncodedString() + "?="
    }

    private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: false
        default: true
        }
    }
}
