// SPDX-License-Identifier: EUPL-1.2

import Foundation
package import Kernel

/// The machine's clock.
package struct SystemTime: TimeSource {
    package init() {}

    package var now: Timestamp {
        Timestamp(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down)))
    }
}

/// The operating system's randomness.
package struct SystemIDs: IDSource {
    package init() {}

    package func bytes(_ count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count + 8)
        while bytes.count < count {
            // Eight bytes a call: an import draws hundreds of thousands of ids at once.
            withUnsafeBytes(of: generator.next()) { bytes.append(contentsOf: $0) }
        }
        return Array(bytes.prefix(count))
    }
}
