// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Kernel
import Practitioners
import Web

extension ProgrammesRoutes {
    /// The list for everybody, and what whoever runs a programme does with it.
    func addTerms(to routes: Routes) {
        routes.get("/programmes", for: SignedIn.self) { [desk] call in
            let lists = try await desk.programmes(for: call.who.viewer)
            return try call.page(
                "programmes", title: call.text("programmes.title"), ProgrammePages.lists(call, lists))
        }
        routes.get("/programmes/new", for: AsSteward.self) { [desk] call in
            try await Self.form(call, desk, nil, FilledForm(values: ["wishes": ["both"], "naming": ["clients"]]))
        }
        routes.post("/programmes/new", for: AsSteward.self, form: ProgrammeForm.self) { [desk] call, filled in
            try await Self.form(call, desk, nil, filled)
        } _: { [desk] call, form in
            guard let terms = form.terms else { throw Refusal.unreadable }
            let id = try await desk.make(terms, owner: form.owner, by: call.who.viewer)
            return call.see("/programmes/\(id)")
        }
        routes.get("/programmes/{id}", for: AsSteward.self) { [desk] call in
            let run = try await desk.run(try call.id("id"), for: call.who.viewer)
            return try call.page("programme", title: run.programme.terms.name, ProgrammePages.run(call, run))
        }
        routes.get("/programmes/{id}/terms", for: AsSteward.self) { [desk] call in
            let run = try await desk.run(try call.id("id"), for: call.who.viewer)
            return try await Self.form(call, desk, run.programme.id, ProgrammeForm.filled(run.programme))
        }
        routes.post("/programmes/{id}/terms", for: AsSteward.self, form: ProgrammeForm.self) { [desk] call, filled in
            try await Self.form(call, desk, try call.id("id"), filled)
        } _: { [desk] call, form in
            guard let terms = form.terms else { throw Refusal.unreadable }
            let id = try call.id("id", ProgrammeKind.self)
            try await desk.change(id, to: terms, from: form.version ?? 0, by: call.who.viewer)
            return call.see("/programmes/\(id)")
        }
    }

    private static func form(
        _ call: Call<AsSteward>, _ desk: ProgrammeDesk, _ id: ProgrammeID?, _ filled: FilledForm
    ) async throws -> Response {
        let organisations = try await desk.organisations(for: call.who.viewer)
        return try call.page(
            "programme_form", title: call.text(id == nil ? "programmes.new" : "programmes.change"),
            ProgrammePages.form(call, id, organisations, filled))
    }
}
