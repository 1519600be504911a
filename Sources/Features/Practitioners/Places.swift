// SPDX-License-Identifier: EUPL-1.2

package import Kernel
package import SQL

/// Places with practitioners, taken and given back in the transaction of whatever needs them. A constraint keeps what is taken
/// between nothing and what there is, whoever forgets to ask.
///
/// A practitioner takes no more clients than they can serve.
package enum Places {
    /// Takes one.
    ///
    /// - Throws: `PractitionersError.full` where none is free or the practitioner may take nobody.
    package static func take(in tx: Transaction, pool: PoolID, with practitioner: PersonID) throws {
        guard let row = try tx.first(PractitionersSQL.takePlace, pool, practitioner) else {
            throw PractitionersError.full
        }
        if try row.int("taken") == row.int("places") { try DirectoryIndex.refresh(in: tx, pool: pool, practitioner) }
    }

    /// Gives one back, so that the practitioner can be found again.
    package static func giveBack(in tx: Transaction, pool: PoolID, with practitioner: PersonID) throws {
        guard let row = try tx.first(PractitionersSQL.giveBackPlace, pool, practitioner) else {
            throw PractitionersError.notFound
        }
        if try row.int("taken") == row.int("places") - 1 {
            try DirectoryIndex.refresh(in: tx, pool: pool, practitioner)
        }
    }

    /// How many are free.
    package static func free(in reader: Reader, pool: PoolID, with practitioner: PersonID) throws -> Int {
        guard let row = try reader.first(PractitionersSQL.places, pool, practitioner) else { return 0 }
        return try row.int("places") - row.int("taken")
    }
}
