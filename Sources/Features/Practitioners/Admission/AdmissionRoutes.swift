// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Kernel
import Web

/// Addresses of the way in and back: the practitioner's side and the stewards'.
struct AdmissionRoutes: Sendable {
    let desk: PractitionerDesk

    func add(to routes: Routes) {
        addOwn(to: routes)
        addSteward(to: routes)
        addTies(to: routes)
    }

    private func addOwn(to routes: Routes) {
        routes.get("/practice/code", for: AsPractitioner.self) { [desk] call in
            try await AdmissionPages.code(call, desk, FilledForm())
        }
        routes.post("/practice/code", for: AsPractitioner.self, form: AcceptanceForm.self) { [desk] call, filled in
            try await AdmissionPages.code(call, desk, filled)
        } _: { [desk] call, form in
            try await desk.acceptCode(form.number, by: call.who.viewer)
            return call.see("/practice/application")
        }
        routes.get("/practice/application", for: AsPractitioner.self) { [desk] call in
            try await AdmissionPages.application(call, desk)
        }
        routes.post("/practice/application", for: AsPractitioner.self) { [desk] call in
            try await desk.apply(by: call.who.viewer)
            return call.see("/practice/application")
        }
        routes.post("/practice/stepping-back", for: AsPractitioner.self, form: StepBackForm.self) {
            [desk] call, filled in
            try await PractitionersRoutes.availability(call, desk, stepping: filled)
        } _: { [desk] call, form in
            try await desk.stepBack(until: form.until, by: call.who.viewer)
            return call.see("/practice/availability")
        }
        routes.post("/practice/return", for: AsPractitioner.self) { [desk] call in
            try await desk.askToReturn(by: call.who.viewer)
            return call.see("/practice/availability")
        }
    }

    private func addSteward(to routes: Routes) {
        routes.get("/practitioners/{id}/admission", for: AsSteward.self) { [desk] call in
            try await AdmissionPages.steward(call, desk, FilledForm())
        }
        routes.post("/practitioners/{id}/reference", for: AsSteward.self, form: ReferenceForm.self) {
            [desk] call, filled in
            try await AdmissionPages.steward(call, desk, filled)
        } _: { [desk] call, form in
            try await desk.noteReference(from: form.name, for: try call.id("id"), by: call.who.viewer)
            return try Self.back(call)
        }
        routes.post("/practitioners/{id}/induction", for: AsSteward.self) { [desk] call in
            try await desk.noteInduction(of: try call.id("id"), by: call.who.viewer)
            return try Self.back(call)
        }
        routes.post("/practitioners/{id}/approval", for: AsSteward.self) { [desk] call in
            try await desk.approve(try call.id("id"), by: call.who.viewer)
            return try Self.back(call)
        }
        routes.post("/practitioners/{id}/declining", for: AsSteward.self) { [desk] call in
            try await desk.decline(try call.id("id"), by: call.who.viewer)
            return try Self.back(call)
        }
        routes.post("/practitioners/{id}/return-approval", for: AsSteward.self) { [desk] call in
            try await desk.approveReturn(of: try call.id("id"), by: call.who.viewer)
            return try Self.back(call)
        }
        routes.post("/practitioners/{id}/lapse-decision", for: AsSteward.self, form: LapseForm.self) {
            [desk] call, filled in
            try await AdmissionPages.steward(call, desk, filled)
        } _: { [desk] call, form in
            try await desk.decideLapse(of: try call.id("id"), mayBookUntil: form.until, by: call.who.viewer)
            return try Self.back(call)
        }
    }

    private func addTies(to routes: Routes) {
        routes.get("/ties", for: SignedIn.self) { [desk] call in try await AdmissionPages.ties(call, desk, FilledForm())
        }
        routes.post("/ties", for: SignedIn.self, form: TieForm.self) { [desk] call, filled in
            try await AdmissionPages.ties(call, desk, filled)
        } _: { [desk] call, form in
            guard let kind = form.kind else { throw Refusal.unreadable }
            try await desk.declare(kind, with: form.email, by: call.who.viewer)
            return call.see("/ties")
        }
        routes.post("/ties/{id}/ending", for: SignedIn.self) { [desk] call in
            try await desk.endTie(try call.id("id"), by: call.who.viewer)
            return call.see("/ties")
        }
    }

    private static func back(_ call: Call<AsSteward>) throws -> Response {
        call.see("/practitioners/\(try call.id("id", PersonKind.self))/admission")
    }
}
