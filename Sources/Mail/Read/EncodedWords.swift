// SPDX-License-Identifier: EUPL-1.2

import FoundationEssentials

/// Headers with encoded words (RFC 2047) as a person reads them.
package enum EncodedWords {
    /// Decodes UTF-8 words and joins neighbours; leaves what it cannot read as it is.
    package static func decode(_ text: String) -> String {
        var out = ""
        var wasWord = false
        for word in text.split(separator: " ") {
            let decoded = decode(word: word)
            if !out.isEmpty, !(wasWord && decoded != nil) { out += " " }
            out += decoded ?? String(word)
            wasWord = decoded != nil
        }
        return out
    }

    private static func decode(word: Substring) -> String? {
        let parts = word.split(separator: "?", omittingEmptySubsequences: false)
        guard parts.count == 5, parts[0] == "=", parts[4] == "=", parts[1].lowercased() == "utf-8" else { return nil }
        switch parts[2].lowercased() {
        case "b": return Data(base64Encoded: String(parts[3])).map { String(decoding: $0, as: UTF8.self) }
        case "q":
            let spaced = parts[3].replacing("_", with: " ")
            return String(decoding: QuotedPrintable.decode(spaced.utf8), as: UTF8.self)
        default: return nil
        }
    }
}
