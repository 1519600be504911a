// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// Text that people typed, in the forms that the database can order and search alike on both engines.
package enum Text {
    /// Lower-case ASCII letters and digits with single spaces: accents dropped, so that "Siân Ŵyn" sorts and is found as "sian wyn".
    package static func folded(_ text: String) -> String {
        var out = ""
        var pendingSpace = false
        for scalar in text.decomposedStringWithCompatibilityMapping.lowercased().unicodeScalars {
            if scalar.isASCII, scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                if pendingSpace, !out.isEmpty { out.append(" ") }
                pendingSpace = false
                out.unicodeScalars.append(scalar)
            } else if !scalar.properties.isDiacritic, scalar.properties.canonicalCombiningClass == .notReordered,
                scalar != "'"
            {
                pendingSpace = true
            }
        }
        return out
    }

    /// The form of an address that decides whether two are the same: trimmed, case-folded.
    package static func emailKey(_ email: String) -> String {
        trimmed(email).precomposedStringWithCanonicalMapping.lowercased()
    }

    /// Without white space at its ends.
    package static func trimmed(_ text: String) -> String {
        text.trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
