// SPDX-License-Identifier: EUPL-1.2

import Kernel
import Web

/// A role to give.
struct RoleForm: Form {
    let role: Role?
    let organisation: OrganisationID?

    init(reading fields: inout FieldReader) {
        role = fields.choice("role", Role.self)
        organisation = fields.organisation("organisation")
    }
}

/// Somebody who is to stand in, and when.
struct DeputyForm: Form {
    let deputy: String
    let from: Day?
    let until: Day?

    init(reading fields: inout FieldReader) {
        deputy = fields.line("deputy", most: 254)
        from = fields.day("from")
        until = fields.day("until")
    }
}
