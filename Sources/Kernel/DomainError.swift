// SPDX-License-Identifier: EUPL-1.2

/// What kind of refusal an error is; `Web` alone turns it into a status and a page.
package enum ErrorKind: Sendable, Hashable {
    /// Not there, or not for this person: the two look the same.
    case notFound
    case forbidden
    /// Somebody else was first, or the thing has moved on.
    case conflict
    /// What was typed cannot be taken; says which field and why.
    case invalid([FieldError])
    case unavailable
}

/// An error of a feature: a closed code, never free text, never personal data.
///
/// The code is `<area>.<word-word>`, for example `matching.practitioner-full`, and is the key of its message in the
/// catalogue as `error.<code>`. All codes stand in `docs/errors.md`.
package protocol DomainError: Error, Sendable, Hashable {
    var code: String { get }
    var kind: ErrorKind { get }
}

/// One thing that is wrong with one field of a form or one cell of a file.
package struct FieldError: Error, Sendable, Hashable {
    /// The field's name as it stands in the form.
    package let field: String
    /// The reason, key of its message as `field.<code>`.
    package let code: String
    /// Values that its message names, such as a limit; never what was typed.
    package let values: [String: String]

    package init(_ field: String, _ code: String, _ values: [String: String] = [:]) {
        self.field = field
        self.code = code
        self.values = values
    }
}

/// An error of the platform that has a code for the log, free of values.
package protocol CodedError: Error {
    var logCode: String { get }
}
