// SPDX-License-Identifier: EUPL-1.2

import Kernel
import Pools
import SQL

/// The numbers of a pool that bind requests.
struct RequestRules: Sendable {
    /// Days to answer.
    let answerDays: Int
    /// Requests that one client may have open.
    let mostOpen: Int
    /// Days for which a place is held while the client chooses.
    let holdDays: Int

    static func read(in reader: Reader, pool: PoolID) throws -> RequestRules {
        let settings = try PoolSettings.read(in: reader, pool: pool)
        return RequestRules(
            answerDays: settings.number(.requestDays), mostOpen: settings.number(.requestsOpen),
            holdDays: settings.number(.acceptHoldDays))
    }
}
