// SPDX-License-Identifier: EUPL-1.2

package import Kernel

/// A value as a database holds it.
package enum SQLValue: Hashable, Sendable {
    case null
    case text(String)
    case integer(Int64)
    case real(Double)
    case boolean(Bool)
    case bytes([UInt8])
}

/// A value that can be bound to `$1…$n`.
package protocol SQLConvertible {
    var sqlValue: SQLValue { get }
}

extension SQLValue: SQLConvertible {
    package var sqlValue: SQLValue { self }
}
extension String: SQLConvertible {
    package var sqlValue: SQLValue { .text(self) }
}
extension Int: SQLConvertible {
    package var sqlValue: SQLValue { .integer(Int64(self)) }
}
extension Int64: SQLConvertible {
    package var sqlValue: SQLValue { .integer(self) }
}
extension Double: SQLConvertible {
    package var sqlValue: SQLValue { .real(self) }
}
extension Bool: SQLConvertible {
    package var sqlValue: SQLValue { .boolean(self) }
}
extension [UInt8]: SQLConvertible {
    package var sqlValue: SQLValue { .bytes(self) }
}
extension ID: SQLConvertible {
    package var sqlValue: SQLValue { .text(text) }
}
extension Timestamp: SQLConvertible {
    package var sqlValue: SQLValue { .text(text) }
}
extension Day: SQLConvertible {
    package var sqlValue: SQLValue { .text(text) }
}
extension Optional: SQLConvertible where Wrapped: SQLConvertible {
    package var sqlValue: SQLValue { self?.sqlValue ?? .null }
}
