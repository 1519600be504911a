// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Hummingbird
import Kernel
import SQL
import Web

/// One's own page: name, ways to write, languages, sign-ins; and signing out.
struct MeRoutes: Sendable {
    let needs: AccountsNeeds

    func add(to routes: Routes) {
        routes.get("/me", for: SignedIn.self) { call in
            let (viewer, now) = (call.who.viewer, call.visit.now)
            let (contact, signIns) = try await needs.database.read { reader in
                (
                    try ContactDetails.of(viewer, now: now, in: reader),
                    try OpenSignIn.list(of: viewer, now: now, in: reader)
                )
            }
            return try MePage.response(to: call, contact, signIns)
        }
        routes.post("/me/sign-ins/:id/end", for: SignedIn.self) { call in
            let signIn: SignInID = try call.id("id")
            try await SignOut(call.who.viewer, signIn, now: call.visit.now, ids: needs.ids).run(in: needs.database)
            return signIn == call.who.viewer.signIn ? out(call) : call.see("/me")
        }
        routes.post("/me/sign-ins/end", for: SignedIn.self) { call in
            try await SignOutEverywhere(call.who.viewer, now: call.visit.now, ids: needs.ids).run(in: needs.database)
            return out(call)
        }
        routes.post("/sign-out", for: SignedIn.self) { call in
            let viewer = call.who.viewer
            try await SignOut(viewer, viewer.signIn, now: call.visit.now, ids: needs.ids).run(in: needs.database)
            return out(call)
        }
        routes.get("/signed-out", for: Anyone.self) { call in
            try call.page("signed_out", title: call.text("signed-out.title"))
        }
    }

    private func out(_ call: Call<SignedIn>) -> Response {
        var response = call.see("/signed-out")
        SignInCookie.clear(&response, isSecure: call.visit.isSecure)
        return response
    }
}

/// What a person sees about themselves.
enum MePage {
    static func response(to call: Call<SignedIn>, _ contact: ContactDetails, _ signIns: [OpenSignIn]) throws -> Response
    {
        let signInViews: [View] = signIns.map { signIn in
            [
                "id": signIn.id.text, "device": words(for: signIn.device, call),
                "started": call.words(for: signIn.started),
                "seen": call.words(for: signIn.seen), "is_this": signIn.id == call.who.viewer.signIn,
                "is_shared": signIn.isShared,
            ]
        }
        return try call.page(
            "me", title: call.text("me.title"),
            [
                "name": contact.name, "email": contact.email ?? "", "has_email": contact.email != nil,
                "user_name": contact.userName ?? "", "has_user_name": contact.userName != nil,
                "waiting_email": contact.waitingEmail ?? "", "has_waiting": contact.waitingEmail != nil,
                "service_language": words(for: contact.choice?.service, call),
                "letter_language": words(for: contact.choice?.letters, call), "sign_ins": signInViews,
            ])
    }

    private static func words(for language: Language?, _ call: Call<SignedIn>) -> String {
        call.text("letters." + (language?.rawValue ?? "none"))
    }

    private static func words(for device: Device, _ call: Call<SignedIn>) -> String {
        call.text(
            "device.words",
            [
                "browser": call.text("device.browser.\(device.browser.rawValue)"),
                "system": call.text("device.system.\(device.system.rawValue)"),
            ])
    }
}
