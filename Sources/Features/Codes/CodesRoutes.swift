// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Kernel
import PolicyPacks
package import Web

/// Addresses of codes of ethics: what the pool follows and chooses (administrators), what it promises by it (everybody).
package struct CodesRoutes: Sendable {
    private let desk: CodesDesk

    package init(desk: CodesDesk) {
        self.desk = desk
    }

    package func add(to routes: Routes) {
        addReading(to: routes)
        addAdopting(to: routes)
        addChoosing(to: routes)
        routes.get("/codes/editions", for: AsAdministrator.self) { [desk] call in
            try await CodesPages.editions(call, desk, FilledForm())
        }
        routes.post("/codes/editions", for: AsAdministrator.self, form: EditionForm.self) { [desk] call, filled in
            try await CodesPages.editions(call, desk, filled)
        } _: { [desk] call, form in
            guard let day = form.acceptBy else { throw CodesError.acceptByPast }
            try await desk.announce(acceptBy: day, by: call.who.viewer)
            return call.see("/codes/editions")
        }
    }

    private func addReading(to routes: Routes) {
        routes.get("/conduct", for: Anyone.self) { [desk] call in try await ConductPage.response(call, desk) }
        routes.get("/assurance", for: SignedIn.self) { [desk] call in try await AssurancePages.overview(call, desk) }
        routes.get("/assurance/{pack}/{part}", for: SignedIn.self) { [desk] call in
            guard let part = Int(try call.word("part")) else { throw Refusal.notFound }
            return try await AssurancePages.clauses(call, desk, pack: try call.word("pack"), part: part)
        }
    }

    private func addAdopting(to routes: Routes) {
        routes.get("/codes", for: AsAdministrator.self) { [desk] call in try await CodesPages.overview(call, desk) }
        routes.get("/codes/packs/{pack}", for: AsAdministrator.self) { [desk] call in
            try await CodesPages.preview(call, desk, pack: try call.word("pack"))
        }
        routes.get("/codes/compare/{left}/{right}", for: AsAdministrator.self) { [desk] call in
            try ComparePage.response(call, desk, try call.word("left"), try call.word("right"))
        }
        routes.post("/codes/packs/{pack}/adoption", for: AsAdministrator.self) { [desk] call in
            try await desk.adopt(try call.word("pack"), by: call.who.viewer)
            return call.see("/codes")
        }
        routes.post("/codes/packs/{pack}/leaving", for: AsAdministrator.self) { [desk] call in
            try await desk.leave(try call.word("pack"), by: call.who.viewer)
            return call.see("/codes")
        }
    }

    private func addChoosing(to routes: Routes) {
        routes.get("/codes/figures/{quantity}/{scope}", for: AsAdministrator.self) { [desk] call in
            try await ChoosePages.figure(call, desk, try Self.key(call), nil)
        }
        routes.post("/codes/figures/{quantity}/{scope}", for: AsAdministrator.self, form: FigureForm.self) {
            [desk] call, filled in
            try await ChoosePages.figure(call, desk, try Self.key(call), filled)
        } _: { [desk] call, form in
            guard let measure = form.measure else { throw Refusal.unreadable }
            try await desk.choose(try Self.key(call), measure, by: call.who.viewer)
            return call.see("/codes")
        }
        routes.get("/codes/answers/{rule}", for: AsAdministrator.self) { [desk] call in
            try await ChoosePages.answer(call, desk, try Self.rule(call), nil)
        }
        routes.post("/codes/answers/{rule}", for: AsAdministrator.self, form: AnswerForm.self) { [desk] call, filled in
            try await ChoosePages.answer(call, desk, try Self.rule(call), filled)
        } _: { [desk] call, form in
            let rule = try Self.rule(call)
            guard let option = rule.option(form.answer) else { throw Refusal.unreadable }
            try await desk.choose(rule, option, by: call.who.viewer)
            return call.see("/codes")
        }
    }

    /// A scope has a slash in it (`ac/master`), which an address writes as a colon; `all` is everybody.
    private static func key(_ call: Call<AsAdministrator>) throws -> NumberKey {
        let scope = try call.word("scope")
        let scopeKey = scope == "all" ? "" : scope.replacing(":", with: "/")
        guard let key = NumberKey(quantity: try call.word("quantity"), scopeKey: scopeKey) else {
            throw Refusal.notFound
        }
        return key
    }

    private static func rule(_ call: Call<AsAdministrator>) throws -> Rule {
        guard let rule = Rule(rawValue: try call.word("rule")) else { throw Refusal.notFound }
        return rule
    }
}
