// SPDX-License-Identifier: EUPL-1.2

import Journal
package import Kernel
package import SQL

/// Sets what a pool decides for itself. For administrators: the caller's audience has checked that.
package struct SaveSettings: Sendable {
    private let database: any Database
    private let ids: any IDSource

    package init(database: any Database, ids: any IDSource) {
        self.database = database
        self.ids = ids
    }

    /// Only what differs is written, so that each row says who decided last.
    package func callAsFunction(_ values: [PoolSetting: String], by viewer: Viewer, at: Timestamp) async throws {
        let entry = ids.id(JournalKind.self)
        try await database.write { transaction in
            let before = try PoolSettings.read(in: transaction, pool: viewer.pool)
            let changed = values.filter { $0.key.takes($0.value) && before.text($0.key) != $0.value }
            if changed.isEmpty { return }
            try transaction.each(
                PoolsSQL.setSetting,
                changed.sorted { $0.key.rawValue < $1.key.rawValue }.map {
                    [viewer.pool, $0.key.rawValue, $0.value, at, viewer.person]
                })
            try Journal.record(
                in: transaction, pool: viewer.pool, at: at, id: entry, actor: JournalActor(viewer, as: .administrator),
                PoolsAction.settingsChanged, on: viewer.pool)
        }
    }
}
