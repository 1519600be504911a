// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// Passphrases: made, and judged.
package enum Passphrase {
    /// Why a passphrase is refused.
    package enum Fault: String, Sendable { case short, long, common }

    private static let least = 12
    private static let most = 256
    private static let left = 5

    /// Five words of the list, 55 bits, with single spaces.
    ///
    /// - Throws: `randomness`.
    package static func make(_ randomness: Randomness = .system) throws(SealError) -> String {
        Words.from(try randomness.bytes(7), count: 5).joined(separator: " ")
    }

    /// NFKC, so that the same keys typed on another device give the same bytes.
    package static func normalised(_ text: String) -> String { text.precomposedStringWithCompatibilityMapping }

    /// Why a passphrase is refused, or nil when it is good enough. Words that others know of this person (name, address, pool) are
    /// taken away as common ones are.
    package static func fault(of text: String, known: [String] = []) -> Fault? {
        let text = normalised(text)
        if text.unicodeScalars.count < least { return .short }
        if text.unicodeScalars.count > most { return .long }
        let known = known.map(plain)
        let remainders = [plain(text), folded(text)].map { remainder(of: $0, without: known) }
        return remainders.contains { $0 < left } ? .common : nil
    }

    private static func plain(_ text: String) -> String {
        var kept = String.UnicodeScalarView()
        kept.append(
            contentsOf: text.lowercased().unicodeScalars.filter {
                $0.isLetter || $0.isNumber || "@$!".unicodeScalars.contains($0)
            })
        return String(kept)
    }

    private static func folded(_ text: String) -> String {
        var folded = String.UnicodeScalarView()
        folded.append(contentsOf: plain(text).unicodeScalars.map { lookalikes[$0] ?? $0 })
        return String(folded)
    }

    /// How many signs are left without common parts, runs, and repeats.
    private static func remainder(of form: String, without known: [String]) -> Int {
        var left = Array(form.unicodeScalars)
        for part in known.filter({ $0.utf16.count > 2 }) + CommonParts.all {
            left = removing(Array(part.unicodeScalars), from: left)
        }
        let points = left.filter { $0 != " " }.map { Int($0.value) }
        let steps = points.indices.filter { at in
            guard at >= 2 else { return true }
            let (first, second) = (points[at - 1] - points[at - 2], points[at] - points[at - 1])
            return first != second || abs(second) > 1
        }
        return min(steps.count, Set(points).count)
    }

    /// Puts a space in the place of each occurrence, from the left.
    private static func removing(_ part: [Unicode.Scalar], from text: [Unicode.Scalar]) -> [Unicode.Scalar] {
        guard let first = part.first, text.count >= part.count else { return text }
        var out: [Unicode.Scalar] = []
        var at = 0
        while at < text.count {
            if text[at] == first, text[at...].starts(with: part) {
                out.append(" ")
                at += part.count
            } else {
                out.append(text[at])
                at += 1
            }
        }
        return out
    }

    private static let lookalikes: [Unicode.Scalar: Unicode.Scalar] = [
        "0": "o", "1": "l", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": "i",
    ]
}
