// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// One field of a form as the template `field` shows it. Made by a `FormBuilder`, so that label, hint, typed value and error
/// always stand together.
package typealias FieldView = View

/// Puts a form together: fields in order, each with what was typed and what is wrong with it.
///
/// Messages: `<label key>` for the label, `<label key>.hint` for the hint where there is one, `<label key>.<code>` for an error where the
/// common words `field.<code>` are not enough.
package struct FormBuilder {
    private let catalogue: Catalogue
    private let language: Language
    private let filled: FilledForm
    private var fields: [FieldView] = []
    private var labels: [String: String] = [:]

    package init<Who>(_ call: Call<Who>, _ filled: FilledForm = FilledForm()) {
        catalogue = call.pages.catalogue
        language = call.visit.language
        self.filled = filled
    }

    /// How a text field is to be filled by a browser or password manager: the values of HTML's `autocomplete`.
    package mutating func line(
        _ name: String, _ label: String, optional: Bool = false, autocomplete: String = "off", type: String = "text"
    ) {
        var view = base(name, label, optional)
        view["is_line"] = true
        view["value"] = filled.fields.first(name) ?? ""
        view["type"] = type
        view["autocomplete"] = autocomplete
        fields.append(view)
    }

    package mutating func text(_ name: String, _ label: String, optional: Bool = false, rows: Int = 5) {
        var view = base(name, label, optional)
        view["is_text"] = true
        view["value"] = filled.fields.first(name) ?? ""
        view["rows"] = String(rows)
        fields.append(view)
    }

    package mutating func number(_ name: String, _ label: String, optional: Bool = false) {
        var view = base(name, label, optional)
        view["is_number"] = true
        view["value"] = filled.fields.first(name) ?? ""
        fields.append(view)
    }

    package mutating func file(_ name: String, _ label: String, accept: String) {
        var view = base(name, label, false)
        view["is_file"] = true
        view["accept"] = accept
        fields.append(view)
    }

    /// Three fields for a day.
    package mutating func day(_ name: String, _ label: String, optional: Bool = false) {
        var view = base(name, label, optional)
        view["is_day"] = true
        for part in ["day", "month", "year"] { view[part] = filled.fields.first("\(name)_\(part)") ?? "" }
        fields.append(view)
    }

    /// One of several: radio buttons. Options are value and words.
    package mutating func radios(_ name: String, _ label: String, _ options: [(String, String)], optional: Bool = false)
    {
        fields.append(choices(name, label, options, "radio", optional))
    }

    /// Any of several: tick boxes.
    package mutating func ticks(_ name: String, _ label: String, _ options: [(String, String)], optional: Bool = true) {
        fields.append(choices(name, label, options, "checkbox", optional))
    }

    package mutating func hidden(_ name: String, _ value: String) {
        fields.append(kinds.merging(["is_hidden": true, "name": name, "value": value]) { _, new in new })
    }

    /// The view for the template `form`.
    ///
    /// - Parameters:
    ///   - action: the path it is sent to, without the language's prefix.
    ///   - button: key of the words on its button.
    package func view(action: String, button: String, quietButton: Bool = false) -> View {
        let errors: [View] = filled.errors.map { error in
            ["message": summary(of: error), "target": target(of: error.field)]
        }
        return [
            "action": action, "button": catalogue.text(button, language), "fields": fields, "errors": errors,
            "has_errors": !errors.isEmpty, "has_file": fields.contains { $0["is_file"] as? Bool == true },
            "is_quiet": quietButton,
        ]
    }

    private mutating func choices(
        _ name: String, _ label: String, _ options: [(String, String)], _ type: String, _ optional: Bool
    ) -> FieldView {
        let chosen = Set(filled.fields.all(name).map(\.text))
        var view = base(name, label, optional)
        view["is_choices"] = true
        view["is_many"] = options.count > 8
        view["type"] = type
        view["options"] = options.enumerated().map { index, option -> View in
            [
                "option_id": index == 0 ? name : "\(name)-\(index)", "option_value": option.0, "words": option.1,
                "is_chosen": chosen.contains(option.0),
            ]
        }
        return view
    }

    private mutating func base(_ name: String, _ label: String, _ optional: Bool) -> FieldView {
        labels[name] = label
        let hint = catalogue.has(label + ".hint") ? catalogue.text(label + ".hint", language) : ""
        let error = filled.error(name).map { message(of: $0) } ?? ""
        let described = [hint.isEmpty ? nil : "\(name)-hint", error.isEmpty ? nil : "\(name)-error"].compactMap { $0 }
        return kinds.merging([
            "name": name, "label": catalogue.text(label, language), "hint": hint, "has_hint": !hint.isEmpty,
            "error": error,
            "has_error": !error.isEmpty, "is_optional": optional, "described_by": described.joined(separator: " "),
            "is_described": !described.isEmpty,
        ]) { _, new in new }
    }

    private var kinds: View {
        [
            "is_line": false, "is_text": false, "is_number": false, "is_file": false, "is_day": false,
            "is_choices": false,
            "is_hidden": false,
        ]
    }

    private func message(of error: FieldError) -> String {
        let own = (labels[error.field] ?? "") + "." + error.code
        return catalogue.text(catalogue.has(own) ? own : "field." + error.code, language, error.values)
    }

    /// In the summary the common words need the label before them: "Name: fill in this field".
    private func summary(of error: FieldError) -> String {
        guard let label = labels[error.field], !catalogue.has(label + "." + error.code) else {
            return message(of: error)
        }
        return catalogue.text(label, language) + ": " + message(of: error)
    }

    private func target(of field: String) -> String {
        fields.contains { $0["name"] as? String == field && $0["is_day"] as? Bool == true } ? field + "_day" : field
    }
}
