// SPDX-License-Identifier: EUPL-1.2

package import Kernel
package import SQL
import Seal
package import Web

/// What the feature works with.
package struct KeysDesk: Sendable {
    let database: any Database
    let time: any TimeSource
    let ids: any IDSource
    let unknown: UnknownPerson
    let place: RoomPlace

    /// - Parameter unknownKey: the secret behind what is answered about people whom nobody knows.
    /// - Throws: `SealError.key` unless it has 32 bytes.
    package init(
        database: any Database, time: any TimeSource, ids: any IDSource, unknownKey: [UInt8], place: RoomPlace
    ) throws {
        self.place = place
        self.database = database
        self.time = time
        self.ids = ids
        unknown = try UnknownPerson(secret: unknownKey)
    }
}
