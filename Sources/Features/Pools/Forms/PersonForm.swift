// SPDX-License-Identifier: EUPL-1.2

import Kernel
import Web

/// What a pool may know of somebody, as typed.
struct PersonForm: Form {
    let details: PersonDetails
    /// Of the person as the form showed them; `nil` for somebody new.
    let version: Int?

    init(reading fields: inout FieldReader) {
        var details = PersonDetails(
            givenName: fields.line("given_name", most: 100, optional: true),
            familyName: fields.line("family_name", most: 100))
        details.email = fields.email("email", optional: true).orNil
        let userName = fields.line("user_name", most: 40, optional: true)
        if !userName.isEmpty {
            details.userName = UserName.read(userName)
            if details.userName == nil { fields.fail("user_name", "not-a-user-name") }
        }
        details.organisation = fields.organisation("organisation")
        details.jobTitle = fields.line("job_title", optional: true)
        details.grade = fields.line("grade", most: 100, optional: true)
        details.department = fields.line("department", optional: true)
        details.managerEmail = fields.email("manager_email", optional: true).orNil.map(Text.emailKey)
        details.language = fields.choice("language", Language.self, optional: true)
        self.details = details
        version = Int(fields.fields.first("version") ?? "")
    }

    static func filled(_ person: Person) -> FilledForm {
        let details = person.details
        let values = [
            "given_name": details.givenName, "family_name": details.familyName, "email": details.email,
            "user_name": details.userName, "organisation": details.organisation?.text, "job_title": details.jobTitle,
            "grade": details.grade, "department": details.department, "manager_email": details.managerEmail,
            "language": details.language?.rawValue, "version": String(person.version),
        ]
        return FilledForm(values: values.compactMapValues { $0.map { [$0] } })
    }
}

/// Somebody new, with their first role.
struct NewPersonForm: Form {
    let person: PersonForm
    let role: Role?

    init(reading fields: inout FieldReader) {
        person = PersonForm(reading: &fields)
        role = fields.choice("role", Role.self)
    }
}

/// What is looked for. It comes by POST alone, so that no name or address stands in an address or a log.
struct SearchForm: Form {
    let words: String
    let after: PersonID?

    init(reading fields: inout FieldReader) {
        words = fields.line("words", most: 254)
        if !words.isEmpty, NameKey.of(words).count < 2 { fields.fail("words", "at-least-two") }
        after = PersonID(fields.fields.first("after") ?? "")
    }
}

extension FieldReader {
    /// One of the organisations that the page offered; the command asks whether it is the viewer's.
    mutating func organisation(_ name: String) -> OrganisationID? {
        let text = fields.first(name) ?? ""
        if text.isEmpty { return nil }
        let id = OrganisationID(text)
        if id == nil { fail(name, "not-a-choice") }
        return id
    }
}

extension String {
    fileprivate var orNil: String? { isEmpty ? nil : self }
}
