// SPDX-License-Identifier: EUPL-1.2

package import Kernel
package import PolicyPacks
package import SQL
package import Web

/// What can be done with practitioners and asked about them: each command and each query is an extension in a file of its own.
package struct PractitionerDesk: Sendable {
    let database: any Database
    let time: any TimeSource
    let ids: any IDSource
    let catalogue: Catalogue?
    /// The packs of the program, for the page on which members read the code.
    let codes: PackLibrary?

    /// - Parameter catalogue: by whose words imported lists are understood; without one only codes are.
    package init(
        database: any Database, time: any TimeSource, ids: any IDSource, catalogue: Catalogue? = nil,
        codes: PackLibrary? = nil
    ) {
        self.database = database
        self.time = time
        self.ids = ids
        self.catalogue = catalogue
        self.codes = codes
    }

    /// The place that chance gives somebody in the order of the directory; 62 bits, so that neighbours hardly ever meet.
    var shuffleKey: Int64 { Int64(truncatingIfNeeded: ids.seed() >> 2) }
}
