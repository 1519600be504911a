// SPDX-License-Identifier: EUPL-1.2

package import Kernel
import Synchronization

extension Timestamp {
    /// The moment at which every test begins: Monday 2026-03-02, nine o'clock UTC.
    package static let t0 = Timestamp(milliseconds: 1_772_442_000_000)
}

/// A clock that stands still until a test moves it.
package final class TestClock: TimeSource {
    private let moment: Mutex<Timestamp>

    package init(_ start: Timestamp = .t0) {
        moment = Mutex(start)
    }

    package var now: Timestamp { moment.withLock { $0 } }

    /// Moves on; time that has passed does not come back, so negative numbers are for nobody.
    package func advance(days: Int = 0, hours: Int = 0, minutes: Int = 0, seconds: Int = 0) {
        moment.withLock {
            $0 = $0.adding(days: days).adding(hours: hours).adding(minutes: minutes).adding(seconds: seconds)
        }
    }
}
