// SPDX-License-Identifier: EUPL-1.2

import Mustache

/// Escapes scalar by scalar. swift-mustache walks grapheme clusters, so a quotation mark followed by a combining accent
/// slips through its own escaping and closes an attribute (`docs/adr/0006-templates.md`).
package struct StrictHTML: MustacheContentType {
    package init() {}

    package func escapeText(_ text: String) -> String {
        Self.escape(text)
    }

    package static func escape(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": out.append(contentsOf: "&amp;".unicodeScalars)
            case "<": out.append(contentsOf: "&lt;".unicodeScalars)
            case ">": out.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": out.append(contentsOf: "&quot;".unicodeScalars)
            case "'": out.append(contentsOf: "&#39;".unicodeScalars)
            case "`": out.append(contentsOf: "&#96;".unicodeScalars)
            default: out.append(scalar)
            }
        }
        return String(out)
    }
}
