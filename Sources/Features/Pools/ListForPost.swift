// SPDX-License-Identifier: EUPL-1.2

package import Kernel
package import SQL

/// Somebody without an address.
package struct PersonForPost: Hashable, Sendable {
    package let id: PersonID
    package let name: String
    package let userName: String
    package let organisation: String?
}

/// The people who get their codes by post or from the lead, for whoever makes the letters.
package enum ListForPost {
    package static func page(in reader: Reader, pool: PoolID, after: PersonID?, limit: Int) throws -> Page<
        PersonForPost
    > {
        var key = ""
        if let after, let row = try reader.first(PersonSQL.position, pool, after) { key = try row.text("name_key") }
        let people = try reader.rows(PersonSQL.forPost, pool, key, after?.text ?? "", limit + 1).map { row in
            PersonForPost(
                id: try row.id("id"),
                name: PersonDetails(givenName: try row.text("given_name"), familyName: try row.text("family_name"))
                    .name,
                userName: try row.text("user_name"), organisation: try row.optionalText("organisation_name"))
        }
        return Page(overRead: people, limit: limit) { $0.id.text }
    }
}
