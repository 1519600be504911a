// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Kernel
import SQL
package import Web

/// Addresses of practice: a practitioner's own pages, the profile that the pool reads, the list of those who run the pool.
package struct PractitionersRoutes: Sendable {
    private let desk: PractitionerDesk

    package init(desk: PractitionerDesk) {
        self.desk = desk
    }

    package func add(to routes: Routes) {
        addOwn(to: routes)
        addList(to: routes)
        ClaimRoutes(desk: desk).add(to: routes)
        AdmissionRoutes(desk: desk).add(to: routes)
        ServiceRoutes(desk: desk).add(to: routes)
        routes.get("/practitioners/{id}", for: SignedIn.self) { [desk] call in
            let shown = try await desk.profile(of: try call.id("id"), for: call.who.viewer)
            return try call.page("practitioner", title: shown.name, ["card": PractitionerPages.card(shown, call)])
        }
    }

    private func addOwn(to routes: Routes) {
        routes.get("/practice/profile", for: AsPractitioner.self) { [desk] call in
            let own = try await desk.ownPractice(of: call.who.viewer)
            return try await Self.edit(call, desk, ProfileForm.filled(own.inHand))
        }
        routes.post("/practice/profile", for: AsPractitioner.self, form: ProfileForm.self) { [desk] call, filled in
            try await Self.edit(call, desk, filled)
        } _: { [desk] call, form in
            try await desk.saveDraft(form.profile, by: call.who.viewer)
            return call.see("/practice/profile/preview")
        }
        routes.get("/practice/profile/preview", for: AsPractitioner.self) { [desk] call in
            let own = try await desk.ownPractice(of: call.who.viewer)
            let words = ClaimedWords(own.claims, on: call.visit.now.day)
            let marks = PractitionerPages.marks(own.inHand, words)
            return try call.page(
                "practice_preview", title: call.text("practitioners.preview.title"),
                [
                    "card": PractitionerPages.card(own.preview(call.who.viewer.person), call),
                    "has_draft": own.draft != nil,
                    "can_be_shown": own.inHand.canBeShown && marks.isEmpty, "marks": marks, "has_marks": !marks.isEmpty,
                    "is_incomplete": !own.inHand.canBeShown, "standing": call.text(own.standing.words),
                    "is_applicant": own.standing.isApplicant,
                ])
        }
        routes.post("/practice/profile/publication", for: AsPractitioner.self) { [desk] call in
            try await desk.publish(by: call.who.viewer)
            return call.see("/practice/profile/preview")
        }
        routes.get("/practice/availability", for: AsPractitioner.self) { [desk] call in
            try await Self.availability(call, desk)
        }
        routes.post("/practice/pause", for: AsPractitioner.self, form: PauseForm.self) { [desk] call, filled in
            try await Self.availability(call, desk, pausing: filled)
        } _: { [desk] call, form in
            try await desk.pause(until: form.until, by: call.who.viewer)
            return call.see("/practice/availability")
        }
        routes.post("/practice/pause-end", for: AsPractitioner.self) { [desk] call in
            try await desk.resume(by: call.who.viewer)
            return call.see("/practice/availability")
        }
    }

    private func addList(to routes: Routes) {
        routes.get("/practitioners", for: AsAdministrator.self) { [desk] call in
            try await Self.list(call, desk, after: nil)
        }
        routes.get("/practitioners/from/{place}", for: AsAdministrator.self) { [desk] call in
            try await Self.list(call, desk, after: try call.word("place"))
        }
        routes.post("/practitioners/{id}/listing", for: AsAdministrator.self) { [desk] call in
            try await desk.list(try call.id("id"), by: call.who.viewer)
            return call.see("/practitioners")
        }
        routes.post("/practitioners/{id}/hiding", for: AsAdministrator.self) { [desk] call in
            try await desk.hide(try call.id("id"), by: call.who.viewer)
            return call.see("/practitioners")
        }
        routes.post("/practitioners/{id}/hiding-end", for: AsAdministrator.self) { [desk] call in
            try await desk.unhide(try call.id("id"), by: call.who.viewer)
            return call.see("/practitioners")
        }
    }

    private static func edit(
        _ call: Call<AsPractitioner>, _ desk: PractitionerDesk, _ filled: FilledForm
    ) async throws -> Response {
        let offered = try await desk.services(of: call.who.viewer.pool).offered
        return try call.page(
            "practice_profile", title: call.text("practitioners.form.title"),
            PractitionerPages.profileForm(call, filled, offered: offered))
    }

    static func availability(
        _ call: Call<AsPractitioner>, _ desk: PractitionerDesk, pausing: FilledForm = FilledForm(),
        stepping: FilledForm = FilledForm()
    ) async throws -> Response {
        let own = try await desk.ownPractice(of: call.who.viewer)
        let pause = PractitionerPages.pauseForm(call, pausing)
        let hidden = own.hidden
        return try call.page(
            "practice_availability", title: call.text("practitioners.availability.title"),
            [
                "standing": call.text(own.standing.words), "is_paused": own.standing.codes.contains(.paused),
                "has_until": own.standing.pausedUntil != nil,
                "until": own.standing.pausedUntil.map { call.words(for: $0) } ?? "",
                "places": call.text("practitioners.places.free", count: own.placesFree), "pause": pause,
                "step_back": PractitionerPages.stepBackForm(call, stepping),
                "has_errors": !pausing.errors.isEmpty || !stepping.errors.isEmpty,
                "is_listed": !own.standing.isApplicant, "is_hidden": hidden != nil,
                "can_ask": hidden != nil && hidden?.askedAt == nil,
                "has_asked": hidden?.askedAt != nil && hidden?.approvedAt == nil,
                "is_approved": hidden?.approvedAt != nil,
            ])
    }

    private static func list(
        _ call: Call<AsAdministrator>, _ desk: PractitionerDesk, after place: String?
    ) async throws -> Response {
        let page = try await desk.practitioners(pool: call.who.viewer.pool, after: place)
        return try call.page(
            "practitioner_list", title: call.text("practitioners.list.title"), PractitionerPages.lines(page, call))
    }
}
