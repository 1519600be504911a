// SPDX-License-Identifier: EUPL-1.2

package import Kernel

/// The plural forms of Unicode CLDR: English has two, Welsh six.
package enum PluralForm: String, CaseIterable, Sendable {
    case zero, one, two, few, many, other

    package static func forms(of language: Language) -> [PluralForm] {
        switch language {
        case .english: [.one, .other]
        case .welsh: allCases
        }
    }

    package init(of count: Int, in language: Language) {
        switch (language, count) {
        case (.english, 1): self = .one
        case (.english, _): self = .other
        case (.welsh, 0): self = .zero
        case (.welsh, 1): self = .one
        case (.welsh, 2): self = .two
        case (.welsh, 3): self = .few
        case (.welsh, 6): self = .many
        case (.welsh, _): self = .other
        }
    }
}
