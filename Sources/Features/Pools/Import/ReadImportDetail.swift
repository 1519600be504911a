// SPDX-License-Identifier: EUPL-1.2

package import Kernel
package import SQL

extension ImportDetail {
    /// What a list said of somebody, for the draft of their profile; `nil` where no list did.
    package static func kept(for person: PersonID, in reader: Reader, pool: PoolID) throws -> ImportDetail? {
        try reader.first(ImportSQL.detailOf, pool, person).map(ImportDetail.init(row:))
    }

    init(row: Row) throws {
        self.init(
            specialisms: try row.text("specialisms"), languages: try row.text("languages"),
            region: try row.text("region"),
            capacity: try row.optionalInt("capacity"))
    }
}
