// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Kernel
import Web

/// Asking for a link at the door.
struct AskRoutes: Sendable {
    /// Links that one network may ask for under one name: a bucket of three that fills up in six minutes. By network,
    /// so that nobody can use up what somebody else needs.
    private static let byName = RateLimits.Rule(burst: 3, perMinute: 0.5)
    /// And under any name: an office comes from one network.
    private static let byNetwork = RateLimits.Rule(burst: 60, perMinute: 30)

    let needs: AccountsNeeds

    func add(to routes: Routes) {
        routes.get("/sign-in", for: Anyone.self) { call in try page(call, FilledForm()) }
        routes.post("/sign-in", for: Anyone.self, form: AskForm.self, again: { try page($0, $1) }) { call, form in
            let (network, now) = (call.visit.network, call.visit.now)
            let ask = AskForLink(pool: call.visit.site.id, typed: form.name, now: now, ids: needs.ids)
            try await needs.limits.take("ask|\(network)", Self.byNetwork, now)
            try await needs.limits.take("ask|\(network)|\(call.visit.site.id)|\(ask.typed)", Self.byName, now)
            try await ask.run(in: needs.database)
            return call.see("/sign-in/sent")
        }
        routes.get("/sign-in/sent", for: Anyone.self) { call in
            try call.page("sign_in_sent", title: call.text("sign-in.sent.title"))
        }
    }

    private func page(_ call: Call<Anyone>, _ filled: FilledForm) throws -> Response {
        var form = FormBuilder(call, filled)
        form.line("name", "sign-in.name", autocomplete: "username")
        return try call.page(
            "sign_in", title: call.text("sign-in.title"),
            [
                "form": form.view(action: "/sign-in", button: "sign-in.send"), "has_errors": !filled.errors.isEmpty,
                "is_in": call.who.viewer != nil,
            ])
    }
}

/// An address or a user name; which of them is not asked.
struct AskForm: Form {
    let name: String

    init(reading fields: inout FieldReader) {
        name = fields.line("name", most: 254)
    }
}
