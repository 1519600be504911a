// SPDX-License-Identifier: EUPL-1.2

/// A language that every page exists in.
package enum Language: String, CaseIterable, Sendable, Hashable {
    case english = "en"
    case welsh = "cy"

    package var other: Language { self == .english ? .welsh : .english }
}
