// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Kernel
import Web

/// Coming in by a code from a letter or from the lead. Guesses are slowed down by network, never by person: nobody can
/// lock somebody else out, and 55 bits need no more.
struct CodeRoutes: Sendable {
    private static let rule = RateLimits.Rule(burst: 20, perMinute: 10)

    let needs: AccountsNeeds

    func add(to routes: Routes) {
        routes.get("/sign-in/code", for: Anyone.self) { call in try page(call, FilledForm()) }
        routes.post("/sign-in/code", for: Anyone.self, form: CodeForm.self, again: { try page($0, $1) }) { call, form in
            try await needs.limits.take("code|\(call.visit.network)", Self.rule, call.visit.now)
            let enter = Enter(
                code: form.code, userName: form.userName, on: call.visit, isShared: form.isShared, ids: needs.ids)
            guard case .entered(let entered) = try await enter.run(in: needs.database) else {
                throw AccountsError.codeWrong
            }
            return entered.response(to: call.visit)
        }
    }

    private func page(_ call: Call<Anyone>, _ filled: FilledForm) throws -> Response {
        var form = FormBuilder(call, filled.clearing("code"))
        form.line("user_name", "sign-in-code.user_name", autocomplete: "username")
        form.line("code", "sign-in-code.code", autocomplete: "one-time-code")
        form.ticks("shared", "enter.shared", [("yes", call.text("enter.shared.yes"))])
        return try call.page(
            "sign_in_code", title: call.text("sign-in-code.title"),
            [
                "form": form.view(action: "/sign-in/code", button: "sign-in-code.press"),
                "has_errors": !filled.errors.isEmpty,
            ])
    }
}

struct CodeForm: Form {
    let userName: String
    let code: String
    let isShared: Bool

    init(reading fields: inout FieldReader) {
        userName = fields.line("user_name", most: 254)
        code = fields.line("code", most: 100)
        isShared = fields.isTicked("shared")
    }
}

extension FilledForm {
    /// Without what was typed into one field: a secret is not sent back.
    fileprivate func clearing(_ name: String) -> FilledForm {
        FilledForm(
            fields: FormFields(fields.values.filter { $0.name != name }.map { ($0.name, $0.value.text) }),
            errors: errors)
    }
}
