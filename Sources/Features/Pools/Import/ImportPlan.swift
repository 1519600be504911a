// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// What a batch of rows comes to.
struct ImportPlan {
    struct NewPerson {
        let id: PersonID
        let details: PersonDetails
        let roles: [Role]
        let detail: ImportDetail
    }

    struct ChangedPerson {
        let id: PersonID
        let version: Int
        /// `nil` where only roles or what is kept for the practitioner change.
        let details: PersonDetails?
        let roles: [ScopedRole]
        let detail: ImportDetail?
    }

    struct ScopedRole: Hashable {
        let role: Role
        let organisation: OrganisationID?
    }

    var organisations: [(id: OrganisationID, name: String)] = []
    var new: [NewPerson] = []
    var changed: [ChangedPerson] = []
    var unchanged = 0
}

extension PersonDetails {
    /// With a row laid over it: what the row leaves blank stays, and an address that differs only in case is the same address.
    func with(_ draft: PersonDraft, organisation: OrganisationID?) -> PersonDetails {
        var result = self
        if !draft.givenName.isEmpty || !draft.familyName.isEmpty {
            if !draft.givenName.isEmpty { result.givenName = draft.givenName }
            if !draft.familyName.isEmpty { result.familyName = draft.familyName }
        }
        if !draft.email.isEmpty, email.map(Text.emailKey) != Text.emailKey(draft.email) { result.email = draft.email }
        if !draft.userName.isEmpty { result.userName = draft.userName }
        if let organisation { result.organisation = organisation }
        if !draft.jobTitle.isEmpty { result.jobTitle = draft.jobTitle }
        if !draft.grade.isEmpty { result.grade = draft.grade }
        if !draft.department.isEmpty { result.department = draft.department }
        if !draft.managerEmail.isEmpty { result.managerEmail = Text.emailKey(draft.managerEmail) }
        return result
    }
}
