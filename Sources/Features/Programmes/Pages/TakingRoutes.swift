// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Kernel
import Practitioners
import Web

extension ProgrammesRoutes {
    /// Applying and offering.
    func addTaking(to routes: Routes) {
        routes.get("/programmes/{id}/application", for: AsClient.self) { [desk] call in
            try await Self.application(call, desk, nil)
        }
        routes.post("/programmes/{id}/application", for: AsClient.self, form: ApplicationForm.self) {
            [desk] call, filled in
            try await Self.application(call, desk, filled)
        } _: { [desk] call, form in
            let id = try call.id("id", ProgrammeKind.self)
            try await desk.apply(to: id, with: form.choices, by: call.who.viewer)
            return call.see("/programmes/\(id)/application")
        }
        routes.post("/programmes/{id}/application-end", for: AsClient.self) { [desk] call in
            try await desk.withdrawApplication(from: try call.id("id"), by: call.who.viewer)
            return call.see("/programmes")
        }
        routes.get("/programmes/{id}/offer", for: AsPractitioner.self) { [desk] call in
            try await Self.offer(call, desk, nil)
        }
        routes.post("/programmes/{id}/offer", for: AsPractitioner.self, form: OfferForm.self) { [desk] call, filled in
            try await Self.offer(call, desk, filled)
        } _: { [desk] call, form in
            guard let places = form.places else { throw Refusal.unreadable }
            let id = try call.id("id", ProgrammeKind.self)
            try await desk.offer(places, liking: form.liked, to: id, by: call.who.viewer)
            return call.see("/programmes/\(id)/offer")
        }
        routes.post("/programmes/{id}/offer-end", for: AsPractitioner.self) { [desk] call in
            try await desk.withdrawOffer(from: try call.id("id"), by: call.who.viewer)
            return call.see("/programmes")
        }
    }

    /// Naming people, for both sides.
    func addNaming(to routes: Routes) {
        routes.get("/programmes/{id}/names", for: SignedIn.self) { [desk] call in
            try await Self.names(call, desk, nil)
        }
        routes.post("/programmes/{id}/names", for: SignedIn.self, form: NamesForm.self) { [desk] call, filled in
            try await Self.names(call, desk, filled)
        } _: { [desk] call, form in
            let id = try call.id("id", ProgrammeKind.self)
            try await desk.name(form.people, in: id, by: call.who.viewer)
            return call.see("/programmes/\(id)/names")
        }
    }

    private static func application(
        _ call: Call<AsClient>, _ desk: ProgrammeDesk, _ filled: FilledForm?
    ) async throws -> Response {
        let own = try await desk.application(to: try call.id("id"), of: call.who.viewer)
        return try call.page(
            "programme_application", title: own.programme.terms.name,
            TakingPages.application(call, own, filled ?? ApplicationForm.filled(own.choices)))
    }

    private static func offer(
        _ call: Call<AsPractitioner>, _ desk: ProgrammeDesk, _ filled: FilledForm?
    ) async throws -> Response {
        let own = try await desk.offer(to: try call.id("id"), of: call.who.viewer)
        let shown = FilledForm(values: [
            "places": [String(own.places ?? 1)], "liked": own.liked.all(Specialism.self).map(\.rawValue),
        ])
        return try call.page(
            "programme_offer", title: own.programme.terms.name, TakingPages.offer(call, own, filled ?? shown))
    }

    private static func names(
        _ call: Call<SignedIn>, _ desk: ProgrammeDesk, _ filled: FilledForm?
    ) async throws -> Response {
        let list = try await desk.nameable(in: try call.id("id"), for: call.who.viewer)
        return try call.page(
            "programme_names", title: call.text("programmes.names.title"), TakingPages.names(call, list, filled))
    }
}
