// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// Text that people typed, in the forms that the database can order and search alike on both engines.
package enum Text {
    /// Lower-case ASCII letters and digits with single spaces: accents dropped, so that "Siân Ŵyn" sorts and is found as "sian wyn".
    package static func folded(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return foldedASCII(text) }
        var out = ""
        var pendingSpace = false
        for scalar in spelled(text.decomposedStringWithCompatibilityMapping.lowercased()).unicodeScalars {
            if scalar.isASCII, scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                if pendingSpace, !out.isEmpty { out.append(" ") }
                pendingSpace = false
                out.unicodeScalars.append(scalar)
            } else if !scalar.properties.isDiacritic, scalar.properties.canonicalCombiningClass == .notReordered,
                scalar != "'", scalar != "\u{2019}"
            {
                pendingSpace = true
            }
        }
        return out
    }

    /// Letters that Unicode does not take apart, spelled in ASCII.
    private static let letters: [Character: String] = [
        "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i",
    ]

    private static func spelled(_ text: String) -> String {
        guard text.contains(where: { letters[$0] != nil }) else { return text }
        return text.map { letters[$0] ?? String($0) }.joined()
    }

    /// The form of an address that decides whether two are the same: trimmed, case-folded.
    package static func emailKey(_ email: String) -> String {
        let text = trimmed(email)
        return text.utf8.allSatisfy { $0 < 0x80 }
            ? text.lowercased() : text.precomposedStringWithCanonicalMapping.lowercased()
    }

    /// Without white space at its ends.
    package static func trimmed(_ text: String) -> String {
        let (first, last) = (text.utf8.first ?? 0x20, text.utf8.last ?? 0x20)
        if (0x21..<0x7F).contains(first), (0x21..<0x7F).contains(last) { return text }
        return text.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// Whether mail can be sent there: one @, something on both sides, a dot in the host, no white space or marks.
    package static func isEmail(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".") && !parts[1].hasPrefix(".")
            && !parts[1].hasSuffix(".")
            && text.unicodeScalars.allSatisfy {
                $0.value > 32 && $0.value != 127 && !"<>()[],;:\\\"".unicodeScalars.contains($0)
            }
    }

    /// What `folded` makes of text that needs no decomposition: most of it, and an import folds hundreds of thousands of texts.
    private static func foldedASCII(_ text: String) -> String {
        var out: [UInt8] = []
        out.reserveCapacity(text.utf8.count)
        var pendingSpace = false
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "A")...UInt8(ascii: "Z"):
                if pendingSpace, !out.isEmpty { out.append(UInt8(ascii: " ")) }
                pendingSpace = false
                out.append(byte < UInt8(ascii: "A") || byte >= UInt8(ascii: "a") ? byte : byte + 0x20)
            case UInt8(ascii: "'"), UInt8(ascii: "^"), UInt8(ascii: "`"): break  // marks on letters
            default: pendingSpace = true
            }
        }
        return String(decoding: out, as: UTF8.self)
    }
}
