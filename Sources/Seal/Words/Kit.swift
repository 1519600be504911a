// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// The kit: 16 bytes as twelve words of BIP 39, the last one holding four bits of checksum. A receipt is written the same way.
package struct Kit: Equatable, Sendable {
    package let secret: Bytes

    private static let wordCount = 12

    /// - Throws: `kit` unless there are 16 bytes.
    package init(secret: Bytes) throws(SealError) {
        try demand(secret.count == 16, .kit)
        self.secret = secret
    }

    package var words: [String] { Words.from(secret + sha256(secret), count: Self.wordCount) }

    /// What reading the words came to; a fault is found before anything is sent (attack test 29).
    package enum Reading: Equatable, Sendable {
        case kit(Kit)
        case count
        /// The place of a word that is not in the list, and what may have been meant.
        case unknown(at: Int, near: [String])
        case checksum
    }

    /// Reads twelve words as they were typed, pasted or taken from a sheet: case, numbering and signs between words do not count.
    package static func read(_ text: String) -> Reading {
        let words = letters(of: text)
        if let at = words.firstIndex(where: { Words.index[$0] == nil }) {
            return .unknown(at: at, near: Words.nearest(to: words[at]))
        }
        guard words.count == wordCount else { return .count }
        var bits: [UInt8] = []
        for place in words.compactMap({ Words.index[$0] }) {
            bits += (0..<11).map { UInt8(place >> (10 - $0) & 1) }
        }
        let secret = stride(from: 0, to: 128, by: 8).map { bits[$0..<$0 + 8].reduce(0) { $0 << 1 | $1 } }
        guard let kit = try? Kit(secret: secret), kit.words == words else { return .checksum }  // always 16 bytes here
        return .kit(kit)
    }

    private static func letters(of text: String) -> [String] {
        let folded = text.precomposedStringWithCompatibilityMapping.lowercased()
        return folded.unicodeScalars.split { !$0.isLetter }.map { String(String.UnicodeScalarView($0)) }
    }
}

extension Unicode.Scalar {
    /// Whether the scalar is of a letter category (`\p{L}`).
    var isLetter: Bool {
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
        default: false
        }
    }

    /// Whether the scalar is of a number category (`\p{N}`).
    var isNumber: Bool {
        switch properties.generalCategory {
        case .decimalNumber, .letterNumber, .otherNumber: true
        default: false
        }
    }
}
