// SPDX-License-Identifier: EUPL-1.2

package import Kernel
package import PolicyPacks
package import SQL

/// What can be done with codes of ethics in a pool and asked about them: each command and each query is an extension in a file
/// of its own.
package struct CodesDesk: Sendable {
    package let library: PackLibrary
    package let tests: TestIndex
    package let database: any Database
    let time: any TimeSource
    let ids: any IDSource

    package init(_ folder: PackFolder, database: any Database, time: any TimeSource, ids: any IDSource) {
        library = folder.library
        tests = folder.tests
        self.database = database
        self.time = time
        self.ids = ids
    }
}
