// SPDX-License-Identifier: EUPL-1.2

import Web

/// The name of an organisation.
struct OrganisationForm: Form {
    let name: String

    init(reading fields: inout FieldReader) {
        name = fields.line("name", most: 200)
    }
}
