// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// Text that people typed, in the forms that the database can order and search alike on both engines.
package enum Text {
    /// Lower-case ASCII letters and digits with single spaces: accents dropped, so that "Siân Ŵyn" sorts and is found as "sian wyn".
    package static func folded(_ text: String) -> String {
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
    private static func spelled(_ text: String) -> String {
        let letters: [Character: String] = [
            "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i",
        ]
        guard text.contains(where: { letters[$0] != nil }) else { return text }
        return text.map { letters[$0] ?? String($0) }.joined()
    }

    /// The form of an address that decides whether two are the same: trimmed, case-folded.
    package static func emailKey(_ email: String) -> String {
        trimmed(email).precomposedStringWithCanonicalMapping.lowercased()
    }

    /// Without white space at its ends.
    package static func trimmed(_ text: String) -> String {
        text.trimmingCharacters(in: .whitespacesAndNewlines)
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
}
