// SPDX-License-Identifier: EUPL-1.2

/// Words for numbers, from the English list of BIP 39.
package enum Words {
    static let index: [String: Int] = Dictionary(
        EnglishWords.all.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })

    /// The list, in its order.
    package static var all: [String] { EnglishWords.all }

    /// Reads bits as words of eleven bits each, from the first bit on; bits left over are not used.
    package static func from(_ bytes: Bytes, count: Int) -> [String] {
        (0..<count).map { word in
            EnglishWords.all[(word * 11..<word * 11 + 11).reduce(0) { $0 << 1 | bit($1, of: bytes) }]
        }
    }

    /// Up to three words that differ least from what was typed: same first four letters first, then by edits, then by place.
    package static func nearest(to typed: String) -> [String] {
        let typed = Array(typed.unicodeScalars)
        return EnglishWords.all.enumerated()
            .map { at, word in (word: word, at: at, cost: cost(of: Array(word.unicodeScalars), typed)) }
            .filter { $0.cost <= 2 }
            .sorted { ($0.cost, $0.at) < ($1.cost, $1.at) }
            .prefix(3)
            .map(\.word)
    }

    private static func bit(_ at: Int, of bytes: Bytes) -> Int {
        Int(bytes[at / 8] >> UInt8(7 - at % 8)) & 1
    }

    private static func cost(of word: [Unicode.Scalar], _ typed: [Unicode.Scalar]) -> Int {
        word.prefix(4) == typed.prefix(4) ? 0 : edits(Array(typed.prefix(12)), word)
    }

    /// Edits from one word to another: insert, delete, replace, or swap neighbours.
    private static func edits(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Int {
        var before: [Int] = []
        var last = Array(0...second.count)
        for i in 0..<first.count {
            var row = [i + 1]
            for j in 0..<second.count {
                var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (first[i] == second[j] ? 0 : 1))
                if i > 0, j > 0, first[i] == second[j - 1], first[i - 1] == second[j] {
                    cost = min(cost, before[j - 1] + 1)
                }
                row.append(cost)
            }
            (before, last) = (last, row)
        }
        return last[second.count]
    }
}
