// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Kernel
import SQL
import Web

/// Giving and ending a role, naming a deputy, and somebody's own roles.
enum RolesPages {
    /// One role with who stands in for it, for the template `role_row`.
    static func view<Who>(_ held: RoleWithDeputies, _ call: Call<Who>, viewer: Viewer) -> View {
        let grant = held.grant
        let mayName = grant.person == viewer.person || viewer.has(.administrator)
        return [
            "role_id": grant.id.text, "role": words(grant, call),
            "can_end": RoleRules.mayGive(viewer).contains(grant.role),
            "can_name": grant.role.canHaveDeputy && mayName,
            "deputies": held.deputies.map { deputy -> View in
                [
                    "deputy_id": deputy.id.text, "can_end_deputy": mayName,
                    "words": call.text(
                        "roles.deputy.line",
                        ["name": deputy.deputyName, "from": deputy.from.text, "until": deputy.until.text]),
                ]
            },
        ]
    }

    static func own(_ call: Call<SignedIn>, _ roles: [RoleWithDeputies]) throws -> Response {
        var done = ""
        if call.visit.path.contains("/done/") {
            let what = try call.word("what")
            guard ["deputy-named", "deputy-ended"].contains(what) else { throw Refusal.notFound }
            done = call.text("person.done.\(what)", ["name": call.who.viewer.name])
        }
        let viewer = call.who.viewer
        return try call.page(
            "roles", title: call.text("roles.title"),
            [
                "has_done": !done.isEmpty, "done": done, "has_roles": !roles.isEmpty,
                "roles": roles.map { role -> View in
                    view(role, call, viewer: viewer).merging(["can_end": false]) { _, new in new }
                },
            ])
    }

    static func give(_ call: Call<AsSteward>, _ database: any Database, _ filled: FilledForm) async throws -> Response {
        let viewer = call.who.viewer
        let found = try await ShowPerson(database: database)(try call.id("id"), for: viewer, on: call.visit.now.day)
        let mayGive = RoleRules.mayGive(viewer)
        var form = FormBuilder(call, filled)
        form.radios(
            "role", "roles.give.role",
            Role.allCases.filter(mayGive.contains).map { ($0.rawValue, call.text("role.\($0.rawValue)")) })
        if mayGive.contains(.lead) {
            let organisations = try await ListOrganisations(database: database)(for: viewer, on: call.visit.now.day)
            form.radios(
                "organisation", "roles.give.organisation", organisations.map { ($0.id.text, $0.name) }, optional: true)
        }
        let person = found.person
        return try FormPage.response(
            to: call, title: call.text("roles.give.title", ["name": person.name]),
            back: ("/people/\(person.id)", person.name),
            form: form.view(action: "/people/\(person.id)/roles", button: "roles.give.button"))
    }

    static func end(_ call: Call<AsSteward>, _ grant: RoleGrant) throws -> Response {
        let form = FormBuilder(call).view(action: "/roles/\(grant.id)/ending", button: "roles.end.button")
        return try FormPage.response(
            to: call, title: call.text("roles.end.title", ["name": grant.personName, "role": words(grant, call)]),
            back: ("/people/\(grant.person)", grant.personName), lead: call.text("roles.end.lead"), form: form)
    }

    static func deputy(_ call: Call<SignedIn>, _ database: any Database, _ filled: FilledForm) async throws -> Response
    {
        let viewer = call.who.viewer
        let grant = try await ShowPerson(database: database).role(
            try call.id("id"), for: viewer, on: call.visit.now.day)
        guard grant.role.canHaveDeputy, grant.person == viewer.person || viewer.has(.administrator) else {
            throw Refusal.notFound
        }
        var form = FormBuilder(call, filled)
        form.line("deputy", "roles.deputy.who")
        form.day("from", "roles.deputy.from")
        form.day("until", "roles.deputy.until")
        let isOwn = grant.person == viewer.person
        return try FormPage.response(
            to: call, title: call.text("roles.deputy.title", ["name": grant.personName, "role": words(grant, call)]),
            back: isOwn ? ("/roles", call.text("roles.title")) : ("/people/\(grant.person)", grant.personName),
            lead: call.text("roles.deputy.lead"),
            form: form.view(action: "/roles/\(grant.id)/deputies", button: "roles.deputy.button"))
    }

    private static func words<Who>(_ grant: RoleGrant, _ call: Call<Who>) -> String {
        let role = call.text("role.\(grant.role.rawValue)")
        guard let organisation = grant.organisationName else { return role }
        return call.text("role.of", ["role": role, "organisation": organisation])
    }
}
