// SPDX-License-Identifier: EUPL-1.2

package import Kernel

/// A form as a feature wants it: made from fields, never partly. `init` reads every field so that all errors are found at once;
/// what it makes is used only if the reader found none.
package protocol Form: Sendable {
    /// The most bytes its body may have.
    static var bodyLimit: Int { get }
    init(reading fields: inout FieldReader)
}

extension Form {
    /// Enough to take an over-long text and say so beside its field.
    package static var bodyLimit: Int { 12 << 20 }
}

/// A form without fields.
package struct EmptyForm: Form {
    package init(reading fields: inout FieldReader) {}
}

/// What somebody typed and what is wrong with it, to show a page once more; empty when it is shown for the first time.
package struct FilledForm: Sendable {
    package let fields: FormFields
    package let errors: [FieldError]

    package init(fields: FormFields = FormFields(), errors: [FieldError] = []) {
        self.fields = fields
        self.errors = errors
    }

    /// A form shown for the first time with values already in it.
    package init(values: [String: [String]]) {
        self.init(fields: FormFields(values.flatMap { name, list in list.map { (name, $0) } }))
    }

    package func error(_ field: String) -> FieldError? {
        errors.first { $0.field == field }
    }
}
