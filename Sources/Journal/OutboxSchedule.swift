// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// When to look at which pool. Kept in memory: it only says where to look, the truth is in the table.
struct OutboxSchedule {
    private var later: [PoolID: Timestamp] = [:]
    private var ready: [PoolID] = []

    /// Takes the list of all pools: each has a turn, those that are gone have none.
    mutating func include(_ pools: [PoolID], at now: Timestamp) {
        let known = Set(pools)
        later = later.filter { known.contains($0.key) }
        for pool in pools where later[pool] == nil { later[pool] = now }
    }

    mutating func look(at pool: PoolID, _ at: Timestamp) {
        later[pool] = at
    }

    /// The pools that are due, in turn; each is handed out once until `look` is called for it again.
    mutating func next(at now: Timestamp) -> PoolID? {
        if ready.isEmpty {
            // Filled a round at a time, so that one busy pool cannot take every turn.
            ready = later.filter { $0.value <= now }.sorted { ($0.value, $0.key.text) > ($1.value, $1.key.text) }.map(
                \.key)
        }
        guard let pool = ready.popLast() else { return nil }
        later[pool] = now.adding(days: 1)
        return pool
    }

    var earliest: Timestamp? { later.values.min() }
}
