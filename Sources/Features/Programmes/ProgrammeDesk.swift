// SPDX-License-Identifier: EUPL-1.2

package import Kernel
package import SQL

/// What can be done with programmes and asked about them: each command and each query is an extension in a file of its own.
package struct ProgrammeDesk: Sendable {
    package let database: any Database
    package let time: any TimeSource
    package let ids: any IDSource
    /// Where rounds are solved, one at a time, away from requests.
    let bench = RoundBench()

    package init(database: any Database, time: any TimeSource, ids: any IDSource) {
        self.database = database
        self.time = time
        self.ids = ids
    }
}
