// SPDX-License-Identifier: EUPL-1.2

package import Kernel

/// One thing said twice, in English and in Welsh; neither is ever empty in a loaded pack.
package struct Bilingual: Hashable, Sendable {
    package let en: String
    package let cy: String

    package init(en: String, cy: String) {
        self.en = en
        self.cy = cy
    }

    package subscript(language: Language) -> String {
        switch language {
        case .english: en
        case .welsh: cy
        }
    }
}

/// Whether a reader of Welsh has gone over the Welsh of a pack; a page marks drafts as such.
package enum WelshState: String, CaseIterable, Sendable {
    case draft
    case reviewed
}
