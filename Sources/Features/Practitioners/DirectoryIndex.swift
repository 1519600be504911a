// SPDX-License-Identifier: EUPL-1.2

import Kernel
import SQL

/// Who can be found, kept in the transaction of whatever changes it: `directory_entry` has rows for those, and only those, who
/// are listed, neither paused nor hidden, and have a place free. A search therefore never meets one it must leave out for that.
package enum DirectoryIndex {
    /// The code under which everybody stands who can be found.
    package static let everybody = "any"

    static func refresh(in tx: Transaction, pool: PoolID, _ person: PersonID) throws {
        try tx.run(PractitionersSQL.removeEntries, pool, person)
        guard let row = try tx.first(PractitionersSQL.entry, pool, person),
            case .integer(let key) = try row.value("shuffle_key")
        else { return }
        let codes = Choices(stored: try row.text("choices")).codes.sorted() + [everybody]
        try tx.each(PractitionersSQL.addEntry, codes.map { [pool, $0, key, person] })
    }
}
