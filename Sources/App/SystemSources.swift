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
        return (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
    }
}
