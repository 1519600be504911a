// SPDX-License-Identifier: EUPL-1.2

import CLibPQ

/// The means to stop what one connection is doing, for use from any thread.
// SAFETY: a PGcancel never changes once PQgetCancel has made it, PQcancel may be called on it from any thread (libpq, "Canceling
// Queries in Progress"), and it is freed when nobody holds it any more.
final class PostgresCanceller: @unchecked Sendable {
    private let handle: OpaquePointer?

    init(_ link: OpaquePointer) {
        handle = PQgetCancel(link)
    }

    deinit {
        PQfreeCancel(handle)
    }

    /// Asks the server to stop; blocks until it has been told. Does nothing if it cannot be reached.
    func cancel() {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { reason in
            _ = PQcancel(handle, reason.baseAddress, Int32(reason.count))
        }
    }
}
