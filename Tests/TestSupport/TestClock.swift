// SPDX-License-Identifier: EUPL-1.2

package import Kernel
import Synchronization

extension Timestamp {
    /// The moment at which every test begins.
    package static let t0 =
        Day(year: 2026, month: 3, day: 2).map { $0.start.adding(hours: 9) } ?? Timestamp(milliseconds: 0)
}

/// A clock that stands still until a test moves it.
package final class TestClock: TimeSource {
    private let moment: Mutex<Timestamp>

    package init(_ start: Timestamp = .t0) {
        moment = Mutex(start)
    }

    package var now: Timestamp { moment.withLock { $0 } }

    package func advance(seconds: Int) {
        moment.withLock { $0 = $0.adding(seconds: seconds) }
    }

    package func advance(days: Int) {
        advance(seconds: days * 86_400)
    }
}

/// Bytes that look random and are the same in every run of a test (SplitMix64, Steele, Lea and Flood 2014).
package final class TestIDs: IDSource {
    private let state: Mutex<UInt64>

    package init(seed: UInt64 = 1) {
        state = Mutex(seed)
    }

    package func bytes(_ count: Int) -> [UInt8] {
        state.withLock { state in
            (0..<count).map { _ in
                state &+= 0x9E37_79B9_7F4A_7C15
                var z = state
                z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
                z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
                return UInt8(truncatingIfNeeded: z ^ (z >> 31))
            }
        }
    }
}
