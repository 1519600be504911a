// SPDX-License-Identifier: EUPL-1.2

package import Kernel

package enum RoleGrantKind {}
package enum DeputyKind {}
package enum ImportKind {}
package enum UploadKind {}

package typealias RoleGrantID = ID<RoleGrantKind>
package typealias DeputyID = ID<DeputyKind>
package typealias ImportID = ID<ImportKind>
package typealias UploadID = ID<UploadKind>

/// Keys by which names are ordered, found and compared.
package enum NameKey {
    /// Words folded one by one. A word in letters that do not fold to ASCII (Дмитрий) keeps them in lower case: it still
    /// orders and is found alike on both engines, by its code points.
    package static func of(_ text: String) -> String {
        text.unicodeScalars.split(whereSeparator: isSpace).map { scalars in
            let word = String(scalars)
            let folded = Text.folded(word)
            return folded.isEmpty ? word.lowercased() : folded
        }
        .joined(separator: " ")
    }

    /// The first key that no text beginning with `key` reaches.
    package static func end(of key: String) -> String {
        key + "\u{10FFFF}"
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x80 ? scalar == " " || (0x09...0x0D).contains(scalar.value) : scalar.properties.isWhitespace
    }
}
