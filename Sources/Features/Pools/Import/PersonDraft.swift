// SPDX-License-Identifier: EUPL-1.2

package import Kernel

/// One row of a list of people, each cell checked for itself. A blank cell is empty here and changes nothing.
package struct PersonDraft: Hashable, Sendable {
    package let row: Int
    package var givenName = ""
    package var familyName = ""
    package var email = ""
    package var userName = ""
    package var organisation = ""
    package var roles: [Role] = []
    package var jobTitle = ""
    package var grade = ""
    package var department = ""
    package var managerEmail = ""
    package var detail = ImportDetail()

    init(row: Int) {
        self.row = row
    }

    package var name: String { [givenName, familyName].filter { !$0.isEmpty }.joined(separator: " ") }

    var nameKey: String { NameKey.of(familyName + " " + givenName) }
}

/// What a list says of a practitioner beyond the person: taken up later in a profile of their own, by themselves.
package struct ImportDetail: Hashable, Sendable {
    package var specialisms = ""
    package var languages = ""
    package var region = ""
    package var capacity: Int?

    package init(specialisms: String = "", languages: String = "", region: String = "", capacity: Int? = nil) {
        self.specialisms = specialisms
        self.languages = languages
        self.region = region
        self.capacity = capacity
    }

    package var isEmpty: Bool { self == ImportDetail() }

    /// With what another says laid over it; blanks erase nothing.
    func with(_ newer: ImportDetail) -> ImportDetail {
        ImportDetail(
            specialisms: newer.specialisms.isEmpty ? specialisms : newer.specialisms,
            languages: newer.languages.isEmpty ? languages : newer.languages,
            region: newer.region.isEmpty ? region : newer.region, capacity: newer.capacity ?? capacity)
    }
}
