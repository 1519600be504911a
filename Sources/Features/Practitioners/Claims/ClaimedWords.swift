// SPDX-License-Identifier: EUPL-1.2

package import Kernel

/// Finds what a text says of its writer that nobody has checked: the name of a body or credential among no verified claim, a title
/// that stands for one, a promise of results. English and Welsh.
///
/// Closed lists, so that it can be said beforehand what is refused; judgement stays with whoever reads. Words are compared folded
/// (no accents, no case), whole, and for stems from their beginning.
///
/// Ethics: global/GLOBAL-1.7, global/GLOBAL-2.10, iicm/IICM-A2, iicm/IICM-B3, icf-confidentiality/ICF-L20
package struct ClaimedWords: Sendable {
    package enum Reason: String, Sendable {
        case body, credential, promise
    }

    /// One place in the text.
    package struct Finding: Sendable, Hashable {
        package let reason: Reason
        package let range: Range<Int>
    }

    /// A piece of the text for a page that marks.
    package struct Piece: Sendable, Hashable {
        package let text: String
        package let isMarked: Bool
    }

    private let verified: [[String]]

    /// - Parameter claims: those that are good today.
    package init(_ claims: [Claim], on day: Day) {
        verified = claims.filter { $0.isGood(on: day) && $0.details.kind.isShown }.map { claim in
            Text.folded([claim.details.title, claim.details.issuer].joined(separator: " ")).split(separator: " ")
                .map(String.init)
        }
    }

    /// What is refused, in order.
    package func findings(in text: String) -> [Finding] {
        let words = Self.words(of: text)
        var found: [Finding] = []
        for start in words.indices {
            if let (reason, length) = match(words[start...].map(\.folded)) {
                let range = words[start].range.lowerBound..<words[start + length - 1].range.upperBound
                if let last = found.last, last.range.upperBound >= range.upperBound { continue }
                found.append(Finding(reason: reason, range: range))
            }
        }
        return found
    }

    /// The text in pieces, those marked that are refused.
    package func marked(_ text: String) -> [Piece] {
        let scalars = Array(text.unicodeScalars)
        var (pieces, at): ([Piece], Int) = ([], 0)
        func cut(_ range: Range<Int>) -> String {
            var out = String.UnicodeScalarView()
            out.append(contentsOf: scalars[range])
            return String(out)
        }
        for finding in findings(in: text) where finding.range.lowerBound >= at {
            if at < finding.range.lowerBound {
                pieces.append(Piece(text: cut(at..<finding.range.lowerBound), isMarked: false))
            }
            pieces.append(Piece(text: cut(finding.range), isMarked: true))
            at = finding.range.upperBound
        }
        if at < scalars.count { pieces.append(Piece(text: cut(at..<scalars.count), isMarked: false)) }
        return pieces
    }

    private func match(_ words: [String]) -> (Reason, Int)? {
        for phrase in Self.promises where Self.begins(words, phrase) { return (.promise, phrase.count) }
        for phrase in Self.bodies where Self.begins(words, phrase) {
            return isVerified(phrase) ? nil : (.body, phrase.count)
        }
        guard let first = words.first, Self.credentials.contains(where: { Self.fits(first, $0) }) else { return nil }
        return isVerified([first]) ? nil : (.credential, 1)
    }

    /// Named by a verified claim; a word that only says that there is a credential, by any.
    private func isVerified(_ phrase: [String]) -> Bool {
        if phrase.count == 1, let word = phrase.first, Self.general.contains(where: { Self.fits(word, $0) }) {
            return !verified.isEmpty
        }
        return verified.contains { claim in
            claim.indices.contains { Self.begins(Array(claim[$0...]), phrase) }
        }
    }

    /// A pattern that ends in a star fits every word that begins so.
    private static func fits(_ word: String, _ pattern: String) -> Bool {
        pattern.hasSuffix("*") ? word.hasPrefix(pattern.dropLast()) : word == pattern
    }

    private static func begins(_ words: [String], _ phrase: [String]) -> Bool {
        words.count >= phrase.count && zip(words, phrase).allSatisfy { fits($0, $1) }
    }

    /// Words by scalars with where they stand; each folded by itself.
    private static func words(of text: String) -> [(folded: String, range: Range<Int>)] {
        var (out, word, start): ([(String, Range<Int>)], String.UnicodeScalarView, Int) = ([], .init(), 0)
        func isInside(_ scalar: Unicode.Scalar) -> Bool {
            scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "'" || scalar == "’"
                || scalar == "&" || scalar == "%" || scalar.properties.canonicalCombiningClass != .notReordered
        }
        let scalars = Array(text.unicodeScalars)
        for index in 0...scalars.count {
            if index < scalars.count, isInside(scalars[index]) {
                if word.isEmpty { start = index }
                word.append(scalars[index])
            } else if !word.isEmpty {
                let text = String(word)
                let folded = Text.folded(text).replacing(" ", with: "")
                out.append((text.contains("%") ? folded + "%" : folded, start..<index))
                word = .init()
            }
        }
        return out
    }
}
