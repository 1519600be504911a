// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Kernel
import Web

/// The list of people by what has become of their invitation.
struct InvitationsPage {
    let call: Call<AsSteward>
    let list: ListInvitees

    func response(_ found: Page<Invitee>, _ organisations: [StewardOrganisation]) throws -> Response {
        try call.page(
            "invitations", title: call.text("invitations.title"),
            [
                "states": InviteeState.allCases.map(state), "state": list.state.rawValue,
                "state_words": call.text("invitations.state.\(list.state.rawValue)"), "people": found.items.map(row),
                "has_people": !found.items.isEmpty, "organisations": options(organisations),
                "has_organisations": organisations.count > 1,
                "next": found.next.map { InvitationRoutes.path(list.state, list.organisation) + "/after/\($0)" } ?? "",
                "has_next": found.next != nil,
                "can_invite": list.state == .notInvited && found.items.contains { $0.email != nil },
                "form": many(),
            ])
    }

    private func state(_ state: InviteeState) -> View {
        [
            "href": InvitationRoutes.path(state, list.organisation),
            "words": call.text("invitations.state.\(state.rawValue)"),
            "is_current": state == list.state,
        ]
    }

    private func options(_ organisations: [StewardOrganisation]) -> [View] {
        [["id": InvitationRoutes.all, "name": call.text("invitations.all"), "is_chosen": list.organisation == nil]]
            + organisations.map { ["id": $0.id.text, "name": $0.name, "is_chosen": $0.id == list.organisation] }
    }

    private func row(_ invitee: Invitee) -> View {
        [
            "id": invitee.id.text, "name": invitee.name, "organisation": invitee.organisation ?? "",
            "has_organisation": invitee.organisation != nil, "standing": InviteeWords.standing(of: invitee, call),
            "is_bounced": invitee.isBounced,
        ]
    }

    private func many() -> View {
        var form = FormBuilder(call)
        form.hidden("organisation", list.organisation?.text ?? InvitationRoutes.all)
        return form.view(action: "/invitations/many", button: "invitations.many")
    }
}

enum InviteeWords {
    /// Where somebody stands, in a few words.
    static func standing(of invitee: Invitee, _ call: Call<AsSteward>) -> String {
        if let came = invitee.came { return call.text("invitee.came", ["day": call.words(for: came.day)]) }
        switch (invitee.way, invitee.sendAt) {
        case (.letter, let at?): return call.text("invitee.letter", ["day": call.words(for: at.day)])
        case (_, let at?) where at > call.visit.now: return call.text("invitee.waits", ["moment": call.words(for: at)])
        case (_, let at?): return call.text("invitee.invited", ["day": call.words(for: at.day)])
        default: return call.text(invitee.email == nil ? "invitee.no-address" : "invitee.not-invited")
        }
    }

    static func line(_ line: InvitationLine, _ call: Call<AsSteward>) -> String {
        let day = call.words(for: line.sendAt.day)
        if let end = line.end {
            return call.text("invitee.line.\(end.reason.rawValue)", ["day": day, "end": call.words(for: end.at.day)])
        }
        if line.way == .letter { return call.text("invitee.letter", ["day": day]) }
        guard let sent = line.sent else { return call.text("invitee.waits", ["moment": call.words(for: line.sendAt)]) }
        return call.text(
            "invitee.line.sent", ["day": call.words(for: sent.day), "end": call.words(for: line.expires.day)])
    }
}
