// SPDX-License-Identifier: EUPL-1.2

import Assets
import Foundation
import Testing

/// Contrast of the style sheet's own colours (WCAG 2.2, success criteria 1.4.3 and 1.4.11), computed from the file.
@Suite("Colours")
struct ContrastTests {
    /// Ink on ground, and the least ratio: 4.5 for text, 3 for borders and rings.
    static let pairs: [(String, String, Double)] = {
        var pairs: [(String, String, Double)] = [
            ("on-act", "act", 4.5), ("on-act", "act-strong", 4.5), ("on-bad", "bad", 4.5), ("bad", "surface", 4.5),
            ("ring", "halo", 3),
        ]
        for ground in ["paper", "surface", "sunken"] {
            for ink in ["ink2", "act", "visited"] { pairs.append((ink, ground, 4.5)) }
            for ink in ["line", "ring"] { pairs.append((ink, ground, 3)) }
            pairs.append(("ink", ground, 7))
        }
        for state in ["ok", "warn", "bad", "info", "seal"] {
            pairs.append((state, state + "-ground", 4.5))
            pairs.append(("ink", state + "-ground", 7))
        }
        return pairs
    }()

    @Test("Every pair of colours can be read, light and dark", arguments: [0, 1])
    func contrast(scheme: Int) throws {
        let sheet = try #require(Asset.all(under: "Sources/Web/Styles/quiet.css").first)
        let blocks = sheet.text.components(separatedBy: ":root {").dropFirst().map { String($0.prefix { $0 != "}" }) }
        var colours: [String: Double] = [:]
        for match in blocks[scheme].matches(of: /--([a-z0-9-]+): #([0-9a-f]{3,6});/) {
            colours[String(match.output.1)] = luminance(String(match.output.2))
        }
        for (ink, ground, least) in Self.pairs {
            let (one, two) = (try #require(colours[ink]), try #require(colours[ground]))
            let ratio = (max(one, two) + 0.05) / (min(one, two) + 0.05)
            #expect(ratio >= least, "\(ink) on \(ground): \(ratio)")
        }
    }

    private func luminance(_ hex: String) -> Double {
        let digits = hex.count == 3 ? hex.map { "\($0)\($0)" }.joined() : hex
        let value = Int(digits, radix: 16) ?? 0
        let parts = [value >> 16, value >> 8 & 255, value & 255].map { part -> Double in
            let share = Double(part) / 255
            return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
}
