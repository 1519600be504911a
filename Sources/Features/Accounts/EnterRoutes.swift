// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Hummingbird
import Kernel
import SQL
import Web

/// Coming in by a link: looking at it changes nothing, the press signs in, once.
struct EnterRoutes: Sendable {
    /// New links that one network may ask for with links that work no more.
    private static let again = RateLimits.Rule(burst: 5, perMinute: 1)

    let needs: AccountsNeeds

    func add(to routes: Routes) {
        routes.get("/enter/:token", for: Anyone.self) { call in try await page(call, FilledForm()) }
        routes.post("/enter/:token", for: Anyone.self, form: EnterForm.self, again: { try await page($0, $1) }) {
            call, form in
            let enter = Enter(
                token: try call.word("token"), on: call.visit, isShared: form.isShared, ids: needs.ids)
            if case .entered(let entered) = try await enter?.run(in: needs.database) {
                return entered.response(to: call.visit)
            }
            return try await page(call, FilledForm())
        }
        routes.handOver("/enter", form: RoomCodeForm.self) { call, form in
            let enter = EnterFromRoom(code: form.code, on: call.visit, ids: needs.ids)
            guard case .entered(let entered) = try await enter?.run(in: needs.database) else {
                return try call.page("enter_unknown", title: call.text("enter.unknown.title"), status: .notFound)
            }
            return entered.response(to: call.visit, path: "/home")
        }
        routes.post("/enter/:token/again", for: Anyone.self) { call in
            let (network, now, pool) = (call.visit.network, call.visit.now, call.visit.site.id)
            try await needs.limits.take("again|\(network)", Self.again, now)
            if let link = try await link(call), link.purpose != .code, link.hasAddress {
                try await AskAgain(pool: pool, person: link.person, now: now, ids: needs.ids).run(in: needs.database)
            }
            return call.see("/sign-in/sent")
        }
    }

    private func page(_ call: Call<Anyone>, _ filled: FilledForm) async throws -> Response {
        guard let link = try await link(call), link.purpose == .asked || link.purpose == .invitation else {
            return try call.page("enter_unknown", title: call.text("enter.unknown.title"), status: .notFound)
        }
        guard link.state == .open else { return try over(call, link) }
        var form = FormBuilder(call, filled)
        form.ticks("shared", "enter.shared", [("yes", call.text("enter.shared.yes"))])
        return try call.page(
            "enter", title: call.text("enter.title", ["initials": link.initials]),
            ["form": form.view(action: "/enter/\(try call.word("token"))", button: "enter.press")])
    }

    /// A link that works no more says why, and offers a new one to the address that we have.
    private func over(_ call: Call<Anyone>, _ link: FoundLink) throws -> Response {
        let reason: String =
            switch link.state {
            case .used(let at): call.text("enter.used", ["moment": call.words(for: at)])
            case .expired(let at): call.text("enter.expired", ["moment": call.words(for: at)])
            case .cancelled, .open: call.text("enter.cancelled")
            }
        return try call.page(
            "enter_over", title: call.text("enter.over.title"), status: .gone,
            [
                "reason": reason, "is_in": call.who.viewer?.person == link.person,
                "form": FormBuilder(call).view(action: "/enter/\(try call.word("token"))/again", button: "enter.again"),
            ])
    }

    private func link(_ call: Call<Anyone>) async throws -> FoundLink? {
        guard let hash = SignInToken.hash(try call.word("token")) else { return nil }
        let (pool, now) = (call.visit.site.id, call.visit.now)
        return try await needs.database.read { try FoundLink.find(hash: hash, pool: pool, now: now, in: $0) }
    }
}

struct EnterForm: Form {
    let isShared: Bool

    init(reading fields: inout FieldReader) {
        isShared = fields.isTicked("shared")
    }
}

/// The code of a hand-over, as the room's page posts it.
struct RoomCodeForm: Form {
    let code: String

    init(reading fields: inout FieldReader) {
        code = fields.fields.first("code") ?? ""
    }
}

extension Enter.Entered {
    /// Sets the cookie and goes on in the language of the person's choice: to the question where we may write after the
    /// first time, else home.
    func response(to visit: Visit, path: String? = nil) -> Response {
        let base = (language ?? visit.language) == .english ? "" : "/" + Language.welsh.rawValue
        var response = Response(
            status: .seeOther, headers: [.location: base + (path ?? (isFirst ? "/welcome" : "/home"))])
        SignInCookie.set(&response, token: token, seconds: seconds, isSecure: visit.isSecure)
        return response
    }
}
