// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Kernel
import Web

/// Every component of the design on one page, so that a change of the style sheet can be looked at in one place.
enum ComponentsPage {
    static func response(to call: Call<Anyone>) throws -> Response {
        let wrong = FilledForm(
            fields: FormFields([("name", ""), ("topic", "two"), ("words", "")]),
            errors: [FieldError("name", "missing"), FieldError("topic", "choose-one")])
        return try call.page(
            "components", title: call.text("components.title"),
            ["plain": form(call, FilledForm()), "wrong": form(call, wrong)])
    }

    private static func form(_ call: Call<Anyone>, _ filled: FilledForm) -> View {
        var form = FormBuilder(call, filled)
        form.line("name", "components.line", autocomplete: "name")
        form.text("words", "components.text", optional: true)
        form.number("count", "components.number")
        form.day("until", "components.day")
        form.radios("topic", "components.radios", options(call))
        form.ticks("more", "components.ticks", options(call))
        form.file("sheet", "components.file", accept: ".csv,text/csv")
        return form.view(action: "/components", button: "components.button")
    }

    private static func options(_ call: Call<Anyone>) -> [(String, String)] {
        ["one", "two", "three"].map { ($0, call.text("components.option.\($0)")) }
    }
}
