// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Kernel
import SQL
import Web

/// The list of people, what a search found, the forms for somebody new and somebody known.
enum PeoplePages {
    static func list(_ call: Call<AsSteward>, _ page: Page<Member>, _ filled: FilledForm = FilledForm()) throws
        -> Response
    {
        try respond(call, page, filled, found: nil)
    }

    static func found(_ call: Call<AsSteward>, _ page: Page<Member>, words: String) throws -> Response {
        try respond(call, page, FilledForm(values: ["words": [words]]), found: words)
    }

    static func new(_ call: Call<AsSteward>, _ database: any Database, _ filled: FilledForm) async throws -> Response {
        var form = FormBuilder(call, filled)
        try await fields(&form, call, database)
        let roles = Role.allCases.filter(RoleRules.mayGive(call.who.viewer).contains)
        form.radios("role", "people.role", roles.map { ($0.rawValue, call.text("role.\($0.rawValue)")) })
        return try FormPage.response(
            to: call, title: call.text("people.new.title"), back: ("/people", call.text("people.title")),
            lead: call.text("people.new.lead"), form: form.view(action: "/people/new", button: "people.new.button"))
    }

    static func edit(
        _ call: Call<AsSteward>, _ database: any Database, _ person: Person, _ filled: FilledForm
    ) async throws -> Response {
        var form = FormBuilder(call, filled)
        try await fields(&form, call, database, hasUserName: true)
        form.hidden("version", filled.fields.first("version") ?? "")
        return try FormPage.response(
            to: call, title: call.text("people.edit.title", ["name": person.name]),
            back: ("/people/\(person.id)", person.name),
            form: form.view(action: "/people/\(person.id)/details", button: "people.edit.button"))
    }

    private static func fields(
        _ form: inout FormBuilder, _ call: Call<AsSteward>, _ database: any Database, hasUserName: Bool = false
    ) async throws {
        form.line("given_name", "people.given_name", optional: true)
        form.line("family_name", "people.family_name")
        form.line("email", "people.email", optional: true, type: "email")
        if hasUserName { form.line("user_name", "people.user_name", optional: true) }
        let organisations = try await ListOrganisations(database: database)(
            for: call.who.viewer, on: call.visit.now.day)
        var choices = organisations.map { ($0.id.text, $0.name) }
        if call.who.viewer.has(.administrator) { choices.append(("", call.text("people.no_organisation"))) }
        form.radios("organisation", "people.organisation", choices)
        form.line("job_title", "people.job_title", optional: true)
        form.line("grade", "people.grade", optional: true)
        form.line("department", "people.department", optional: true)
        form.line("manager_email", "people.manager_email", optional: true, type: "email")
        let languages = Language.allCases.map { ($0.rawValue, call.text("people.language.\($0.rawValue)")) }
        form.radios("language", "people.language", languages, optional: true)
    }

    private static func respond(
        _ call: Call<AsSteward>, _ page: Page<Member>, _ filled: FilledForm, found words: String?
    ) throws -> Response {
        var search = FormBuilder(call, filled)
        search.line("words", "people.search", type: "search")
        let form = search.view(action: "/people", button: "people.search.button", quietButton: true)
        var more = FormBuilder(call)
        more.hidden("words", words ?? "")
        more.hidden("after", page.next ?? "")
        let isFirst = words == nil && filled.errors.isEmpty && !call.visit.path.hasPrefix("/people/after/")
        return try call.page(
            "people", title: call.text("people.title"),
            [
                "search": form, "has_errors": form["has_errors"] as? Bool ?? false,
                "people": page.items.map { line($0, call) },
                "is_administrator": call.who.viewer.has(.administrator), "is_found": words != nil,
                "is_nothing_found": words != nil && page.items.isEmpty, "is_empty": isFirst && page.items.isEmpty,
                "is_listed": !page.items.isEmpty, "has_next": words == nil && page.next != nil, "next": page.next ?? "",
                "has_more": words != nil && page.next != nil,
                "more": more.view(action: "/people", button: "people.more", quietButton: true),
            ])
    }

    private static func line(_ member: Member, _ call: Call<AsSteward>) -> View {
        let parts = [member.jobTitle, member.organisation ?? "", member.email ?? member.userName ?? ""]
        return [
            "person_id": member.id.text, "name": member.name,
            "line": parts.filter { !$0.isEmpty }.joined(separator: " · "),
            "roles": member.roles.map { ["words": call.text("role.\($0.rawValue)")] as View },
        ]
    }
}
