// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Kernel
import SQL
import Web

/// Who has come and who has not, for stewards; and inviting all of a list. Filters are closed codes and ids: no name
/// stands in an address.
struct InvitationRoutes: Sendable {
    static let all = "all"

    let needs: AccountsNeeds

    func add(to routes: Routes) {
        routes.get("/invitations", for: AsSteward.self) { call in try await page(call, .notCome, nil, nil) }
        routes.get("/invitations/list/:state/:organisation", for: AsSteward.self) { call in
            try await page(call, try state(call), try organisation(call), nil)
        }
        routes.get("/invitations/list/:state/:organisation/after/:person", for: AsSteward.self) { call in
            try await page(call, try state(call), try organisation(call), try call.id("person"))
        }
        routes.post(
            "/invitations/filter", for: AsSteward.self, form: FilterForm.self,
            again: { _, _ in throw Refusal.unreadable }
        ) { call, form in
            call.see(Self.path(form.state, form.organisation))
        }
        routes.post(
            "/invitations/many", for: AsSteward.self, form: ManyForm.self, again: { _, _ in throw Refusal.unreadable }
        ) { call, form in
            let invite = InviteMany(
                viewer: call.who.viewer, organisation: form.organisation, now: call.visit.now, ids: needs.ids)
            let invited = try await invite.run(in: needs.database)
            return call.see("/invitations/made/\(invited)")
        }
        routes.get("/invitations/made/:count", for: AsSteward.self) { call in
            guard let count = Int(try call.word("count")), count >= 0 else { throw AccountsError.notFound }
            return try call.page("invitations_made", title: call.text("invitations.made.title", count: count))
        }
    }

    static func path(_ state: InviteeState, _ organisation: OrganisationID?) -> String {
        "/invitations/list/\(state.rawValue)/\(organisation?.text ?? all)"
    }

    private func page(
        _ call: Call<AsSteward>, _ state: InviteeState, _ organisation: OrganisationID?, _ after: PersonID?
    ) async throws -> Response {
        let viewer = call.who.viewer
        let list = ListInvitees(
            viewer: viewer, state: state, organisation: organisation, after: after, now: call.visit.now)
        let (found, organisations) = try await needs.database.read { reader in
            (try list.run(in: reader), try StewardOrganisation.list(for: viewer, now: list.now, in: reader))
        }
        return try InvitationsPage(call: call, list: list).response(found, organisations)
    }

    private func state(_ call: Call<AsSteward>) throws -> InviteeState {
        guard let state = InviteeState(rawValue: try call.word("state")) else { throw AccountsError.notFound }
        return state
    }

    private func organisation(_ call: Call<AsSteward>) throws -> OrganisationID? {
        try call.word("organisation") == Self.all ? nil : try call.id("organisation")
    }
}

/// An organisation whose people a steward may invite.
struct StewardOrganisation: Sendable {
    let id: OrganisationID
    let name: String

    static func list(for viewer: Viewer, now: Timestamp, in reader: Reader) throws -> [StewardOrganisation] {
        try reader.rows(InvitationSQL.organisations, viewer.pool, viewer.person, now.day).map { row in
            StewardOrganisation(id: try row.id("id"), name: try row.text("name"))
        }
    }
}

struct FilterForm: Form {
    let state: InviteeState
    let organisation: OrganisationID?

    init(reading fields: inout FieldReader) {
        state = fields.choice("state", InviteeState.self) ?? .notCome
        organisation = OrganisationID(fields.fields.first("organisation") ?? "")
    }
}

struct ManyForm: Form {
    let organisation: OrganisationID?

    init(reading fields: inout FieldReader) {
        organisation = OrganisationID(fields.fields.first("organisation") ?? "")
    }
}
