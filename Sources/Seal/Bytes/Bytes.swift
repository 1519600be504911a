// SPDX-License-Identifier: EUPL-1.2

package typealias Bytes = [UInt8]

/// Whether two byte strings are equal, in a time that depends on their lengths only.
package func equalInConstantTime(_ first: some Collection<UInt8>, _ second: some Collection<UInt8>) -> Bool {
    guard first.count == second.count else { return false }
    return zip(first, second).reduce(0 as UInt8) { $0 | ($1.0 ^ $1.1) } == 0
}

extension UInt32 {
    /// Four bytes, the most significant first.
    var bytes: Bytes { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: self >> $0) } }

    /// Four bytes, the most significant first; nil unless there are four.
    init?(bytes: some Collection<UInt8>) {
        guard bytes.count == 4 else { return nil }
        self = bytes.reduce(0) { $0 << 8 | UInt32($1) }
    }
}

extension Array where Element == UInt8 {
    /// The UTF-8 bytes of a text.
    package init(utf8 text: String) { self = Array(text.utf8) }

    /// Order by the first byte that differs.
    package func precedes(_ other: Bytes) -> Bool { lexicographicallyPrecedes(other) }
}
