// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Kernel
import SQL
import Web

/// One person's way in, for stewards: invite, invite again, take back, make a code for a letter.
struct InviteeRoutes: Sendable {
    let needs: AccountsNeeds

    func add(to routes: Routes) {
        routes.get("/invitations/people/:person", for: AsSteward.self) { call in try await page(call) }
        routes.post("/invitations/people/:person/mail", for: AsSteward.self) { call in
            let person: PersonID = try call.id("person")
            try await InvitePerson(call.who.viewer, person, now: call.visit.now, ids: needs.ids).run(in: needs.database)
            return call.see("/invitations/people/\(person)")
        }
        routes.post("/invitations/people/:person/cancel", for: AsSteward.self) { call in
            let person: PersonID = try call.id("person")
            try await CancelInvitation(call.who.viewer, person, now: call.visit.now, ids: needs.ids).run(
                in: needs.database)
            return call.see("/invitations/people/\(person)")
        }
        routes.post("/invitations/people/:person/address", for: AsSteward.self) { call in
            let person: PersonID = try call.id("person")
            try await TrustAddress(call.who.viewer, person, now: call.visit.now, ids: needs.ids).run(in: needs.database)
            return call.see("/invitations/people/\(person)")
        }
        routes.post("/invitations/people/:person/code", for: AsSteward.self) { call in
            let person: PersonID = try call.id("person")
            let made = try await MakeCode(call.who.viewer, person, now: call.visit.now, ids: needs.ids)
                .run(in: needs.database)
            return try letter(call, made)
        }
    }

    private func page(_ call: Call<AsSteward>) async throws -> Response {
        let person: PersonID = try call.id("person")
        let (viewer, now) = (call.who.viewer, call.visit.now)
        let invitee = try await needs.database.read { try InviteeDetails.of(person, for: viewer, now: now, in: $0) }
        let history: [View] = invitee.history.map { ["words": InviteeWords.line($0, call)] }
        return try call.page(
            "invitee", title: invitee.name,
            [
                "id": person.text, "organisation": invitee.organisation ?? "",
                "has_organisation": invitee.organisation != nil,
                "email": invitee.email ?? "", "has_email": invitee.email != nil, "user_name": invitee.userName ?? "",
                "has_user_name": invitee.userName != nil, "has_come": invitee.came != nil,
                "came": invitee.came.map { call.words(for: $0.day) } ?? "", "is_bounced": invitee.bounced != nil,
                "bounced": invitee.bounced.map { call.words(for: $0.day) } ?? "",
                "is_invited": invitee.hasOpenInvitation,
                "can_mail": invitee.email != nil && invitee.came == nil, "history": history,
                "has_history": !history.isEmpty,
            ])
    }

    /// The code stands on this page and nowhere else, on a sheet to print in both languages or to read out.
    private func letter(_ call: Call<AsSteward>, _ made: MakeCode.Made) throws -> Response {
        try call.page(
            "letter", title: call.text("letter.title"),
            [
                "name": made.name, "organisation": made.organisation ?? "",
                "has_organisation": made.organisation != nil,
                "user_name": made.userName, "code": made.code,
                "sheets": [Language.english, .welsh].map {
                    ["lang": $0.rawValue, "lines": lines($0, made, call)] as View
                },
            ])
    }

    private func lines(_ language: Language, _ made: MakeCode.Made, _ call: Call<AsSteward>) -> [View] {
        let catalogue = call.pages.catalogue
        let path = language == .english ? "/sign-in/code" : "/cy/sign-in/code"
        let values = [
            "address": needs.address.shown(host: made.host) + path, "user_name": made.userName, "code": made.code,
            "day": catalogue.words(for: made.expires.day, language),
        ]
        return ["open", "name", "code", "until", "keep"].map {
            ["words": catalogue.text("letter.\($0)", language, values)]
        }
    }
}
