// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Kernel
import Web

/// The organisations of a pool.
enum OrganisationsPages {
    static func list(_ call: Call<AsSteward>, _ organisations: [Organisation]) throws -> Response {
        var done = ""
        if call.visit.path.contains("/done/") {
            let what = try call.word("what")
            guard ["added", "renamed"].contains(what) else { throw Refusal.notFound }
            done = call.text("organisations.done.\(what)")
        }
        let isAdministrator = call.who.viewer.has(.administrator)
        return try call.page(
            "organisations", title: call.text("organisations.title"),
            [
                "has_done": !done.isEmpty, "done": done, "is_administrator": isAdministrator,
                "is_empty": organisations.isEmpty,
                "is_listed": !organisations.isEmpty,
                "organisations": organisations.map { organisation -> View in
                    [
                        "organisation_id": organisation.id.text, "name": organisation.name,
                        "can_rename": isAdministrator,
                        "people": call.text("organisations.people", count: organisation.people),
                    ]
                },
            ])
    }

    static func new(_ call: Call<AsAdministrator>, _ filled: FilledForm) throws -> Response {
        try page(
            call, filled, title: call.text("organisations.new.title"), "/organisations/new", "organisations.new.button")
    }

    static func rename(_ call: Call<AsAdministrator>, _ organisation: Organisation, _ filled: FilledForm) throws
        -> Response
    {
        try page(
            call, filled, title: call.text("organisations.rename.title", ["name": organisation.name]),
            "/organisations/\(organisation.id)/name", "organisations.rename.button")
    }

    private static func page(
        _ call: Call<AsAdministrator>, _ filled: FilledForm, title: String, _ action: String, _ button: String
    ) throws -> Response {
        var form = FormBuilder(call, filled)
        form.line("name", "organisations.name", autocomplete: "organization")
        return try FormPage.response(
            to: call, title: title, back: ("/organisations", call.text("organisations.title")),
            form: form.view(action: action, button: button))
    }
}
