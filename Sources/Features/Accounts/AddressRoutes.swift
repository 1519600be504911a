// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Kernel
import SQL
import Web

/// "Where may we write?": once after the first sign-in, later from one's own page; and the link that makes another
/// address count.
struct AddressRoutes: Sendable {
    private static let rule = RateLimits.Rule(burst: 5, perMinute: 0.2)

    let needs: AccountsNeeds

    func add(to routes: Routes) {
        for path in ["/welcome", "/me/contact"] {
            routes.get(path, for: SignedIn.self) { call in try await page(call, path, nil) }
            routes.post(
                path, for: SignedIn.self, form: ContactForm.self, again: { try await page($0, path, $1) }
            ) { call, form in
                let viewer = call.who.viewer
                if form.newEmail != nil {
                    try await needs.limits.take("address|\(viewer.person)", Self.rule, call.visit.now)
                }
                try await ChooseContact(
                    viewer, ContactChoice(service: form.service, letters: form.letters), newEmail: form.newEmail,
                    now: call.visit.now, ids: needs.ids
                ).run(in: needs.database)
                let base = form.service == .english ? "" : "/" + form.service.rawValue
                return Response(
                    status: .seeOther,
                    headers: [.location: base + (form.newEmail == nil ? "/home" : "/me/contact/sent")])
            }
        }
        routes.get("/me/contact/sent", for: SignedIn.self) { call in
            try call.page("contact_sent", title: call.text("contact.sent.title"))
        }
        routes.get("/me/address/:token", for: SignedIn.self) { call in try await confirmPage(call) }
        routes.post("/me/address/:token", for: SignedIn.self) { call in
            let confirm = ConfirmAddress(
                call.who.viewer, token: try call.word("token"), now: call.visit.now, ids: needs.ids)
            guard let confirm else { throw AccountsError.addressLinkWrong }
            try await confirm.run(in: needs.database)
            return call.see("/me")
        }
    }

    private func page(_ call: Call<SignedIn>, _ path: String, _ filled: FilledForm?) async throws -> Response {
        let (viewer, now) = (call.who.viewer, call.visit.now)
        let contact = try await needs.database.read { try ContactDetails.of(viewer, now: now, in: $0) }
        let language = call.visit.language
        let first = FilledForm(values: [
            "where": [contact.email == nil ? AddressAnswer.none.rawValue : AddressAnswer.same.rawValue],
            "service": [(contact.choice?.service ?? language).rawValue],
            "letters": [(contact.choice?.letters ?? language).rawValue],
        ])
        var form = FormBuilder(call, filled ?? first)
        form.radios("where", "contact.where", answers(call, contact))
        form.line("email", "contact.email", optional: true, autocomplete: "email", type: "email")
        let languages = Language.allCases.map { ($0.rawValue, call.text("letters.\($0.rawValue)")) }
        form.radios("service", "contact.service", languages)
        form.radios("letters", "contact.letters", languages)
        return try call.page(
            "contact", title: call.text("contact.title"),
            ["form": form.view(action: path, button: "contact.save"), "has_errors": !(filled?.errors.isEmpty ?? true)])
    }

    private func answers(_ call: Call<SignedIn>, _ contact: ContactDetails) -> [(String, String)] {
        let same =
            contact.email.map { (AddressAnswer.same.rawValue, call.text("contact.where.same", ["email": $0])) }
            ?? (AddressAnswer.none.rawValue, call.text("contact.where.none"))
        return [same, (AddressAnswer.other.rawValue, call.text("contact.where.other"))]
    }

    private func confirmPage(_ call: Call<SignedIn>) async throws -> Response {
        let token = try call.word("token")
        let (viewer, now) = (call.who.viewer, call.visit.now)
        let link = try await needs.database.read { reader in
            try SignInToken.hash(token).flatMap {
                try FoundLink.find(hash: $0, pool: viewer.pool, now: now, in: reader)
            }
        }
        guard let link, link.purpose == .address, link.state == .open, link.person == viewer.person else {
            throw AccountsError.addressLinkWrong
        }
        return try call.page(
            "address_confirm", title: call.text("address.title"),
            ["form": FormBuilder(call).view(action: "/me/address/\(token)", button: "address.press")])
    }
}

enum AddressAnswer: String {
    case same, other
    /// Letters by post.
    case none
}

struct ContactForm: Form {
    let newEmail: String?
    let service: Language
    let letters: Language

    init(reading fields: inout FieldReader) {
        let answer = fields.choice("where", AddressAnswer.self)
        newEmail = answer == .other ? fields.email("email") : nil
        service = fields.choice("service", Language.self) ?? .english
        letters = fields.choice("letters", Language.self) ?? .english
    }
}
