// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// The name that a person without an address signs in by: ASCII letters, digits, dots and hyphens.
package enum UserName {
    private static let most = 40

    /// What somebody typed, in the form in which it is kept; `nil` for one that cannot be a user name.
    package static func read(_ text: String) -> String? {
        let name = Text.trimmed(text).lowercased()
        let isPlain = name.unicodeScalars.allSatisfy { scalar in
            scalar.isASCII
                && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                    || "._-".unicodeScalars.contains(scalar))
        }
        return isPlain && (2...most).contains(name.utf8.count) ? name : nil
    }

    /// The name from which a person's user name is made: `sian.wyn`, `person` where nothing folds to ASCII.
    package static func base(_ details: PersonDetails) -> String {
        let folded = Text.folded(details.givenName + " " + details.familyName).replacing(" ", with: ".")
        return folded.utf8.count < 2 ? "person" : String(folded.prefix(most - 6))
    }

    /// The first of `sian.wyn`, `sian.wyn2`, `sian.wyn3`… that is free: the same people in the same order get the same names.
    package static func free(base: String, taken: Set<String>) -> String {
        if !taken.contains(base) { return base }
        var number = 2
        while taken.contains("\(base)\(number)") { number += 1 }
        return "\(base)\(number)"
    }
}
