// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// A value of canonical JSON (CJ): RFC 8785 narrowed to lower_snake keys, NFC strings, integers from 0 to 2^53 - 1, booleans, arrays
/// and objects. Each value has exactly one text.
package enum CanonicalValue: Equatable, Sendable {
    case object([String: CanonicalValue])
    case array([CanonicalValue])
    case string(String)
    case integer(Int)
    case boolean(Bool)
}

/// What every canonical text keeps to.
package enum CanonicalLimit {
    /// Most bytes of a statement as it travels.
    package static let statement = 61_440
    /// Most bytes of an entry of the log.
    package static let leaf = 65_536
    static let depth = 16
    static let key = 64
    static let integer = 9_007_199_254_740_991
}

extension CanonicalValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
    package init(stringLiteral value: String) { self = .string(value) }
    package init(integerLiteral value: Int) { self = .integer(value) }
    package init(booleanLiteral value: Bool) { self = .boolean(value) }

    /// Bytes as their base64url text.
    package init(_ bytes: Bytes) { self = .string(Base64URL.text(bytes)) }
}

extension String {
    /// Whether the text is in Normalization Form C, scalar by scalar: Swift's own `==` would call other forms equal.
    var isNFC: Bool {
        utf8.allSatisfy { $0 < 0x80 } || utf8.elementsEqual(precomposedStringWithCanonicalMapping.utf8)
    }

    /// Whether the text may be the key of an object.
    var isCanonicalKey: Bool {
        guard let first = utf8.first, utf8.count <= CanonicalLimit.key, (0x61...0x7a).contains(first) else {
            return false
        }
        return utf8.allSatisfy { (0x61...0x7a).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5f }
    }
}
