// SPDX-License-Identifier: EUPL-1.2

import Dispatch
import Synchronization

/// Rings once; lets a test and the inside of a transaction wait for each other.
final class Signal: Sendable {
    private let bell = DispatchSemaphore(value: 0)

    func ring() {
        bell.signal()
    }

    /// Holds up the calling thread: for the inside of a transaction, which has a thread of its own.
    func block() {
        bell.wait()
        bell.signal()
    }

    /// Waits without holding up a thread of the cooperative pool.
    func wait() async {
        await withCheckedContinuation { continuation in
            DispatchQueue(label: "signal").async {
                self.block()
                continuation.resume()
            }
        }
    }
}

/// Counts how often something ran.
final class Counter: Sendable {
    private let count = Atomic<Int>(0)

    var value: Int { count.load(ordering: .acquiring) }

    func add() {
        count.add(1, ordering: .acquiringAndReleasing)
    }
}
