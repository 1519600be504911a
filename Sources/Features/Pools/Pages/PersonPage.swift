// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Kernel
import Web

/// One person, for those who answer for them.
enum PersonPage {
    /// What can have been done just before, as the address says.
    private enum Done: String {
        case added, changed
        case roleGiven = "role-given"
        case roleEnded = "role-ended"
        case deputyNamed = "deputy-named"
        case deputyEnded = "deputy-ended"
    }

    static func response(to call: Call<AsSteward>, _ found: PersonWithRoles) throws -> Response {
        let person = found.person
        let done = try doneWords(call, person)
        return try call.page(
            "person", title: person.name,
            [
                "person_id": person.id.text, "has_done": !done.isEmpty, "done": done, "summary": summary(person, call),
                "by_post": person.getsCodesByPost,
                "roles": found.roles.map { RolesPages.view($0, call, viewer: call.who.viewer) },
                "has_roles": !found.roles.isEmpty,
                "can_reset": call.who.viewer.has(.administrator) && call.who.viewer.person != person.id,
            ])
    }

    private static func doneWords(_ call: Call<AsSteward>, _ person: Person) throws -> String {
        guard call.visit.path.contains("/done/") else { return "" }
        guard let done = Done(rawValue: try call.word("what")) else { throw Refusal.notFound }
        return call.text("person.done.\(done.rawValue)", ["name": person.name])
    }

    private static func summary(_ person: Person, _ call: Call<AsSteward>) -> [View] {
        let details = person.details
        let rows: [(String, String?)] = [
            ("people.email", details.email), ("people.user_name", details.userName),
            ("people.organisation", person.organisationName),
            ("people.job_title", details.jobTitle), ("people.grade", details.grade),
            ("people.department", details.department),
            ("people.manager_email", details.managerEmail),
            ("people.language", details.language.map { call.text("people.language.\($0.rawValue)") }),
        ]
        return rows.compactMap { label, value in
            guard let value, !value.isEmpty else { return nil }
            return ["label": call.text(label), "value": value]
        }
    }
}
