// SPDX-License-Identifier: EUPL-1.2

package import Kernel
package import SQL

/// What can be done with engagements and asked about them: each command and each query is an extension in a file of its own.
package struct EngagementDesk: Sendable {
    let database: any Database
    let time: any TimeSource
    let ids: any IDSource

    package init(database: any Database, time: any TimeSource, ids: any IDSource) {
        self.database = database
        self.time = time
        self.ids = ids
    }
}
