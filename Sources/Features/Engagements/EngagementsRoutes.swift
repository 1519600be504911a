// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Kernel
package import Matching
package import Web

/// Addresses of the choice after a first conversation and of engagements.
package struct EngagementsRoutes: Sendable {
    private let desk: EngagementDesk
    private let matching: MatchingDesk

    package init(desk: EngagementDesk, matching: MatchingDesk) {
        self.desk = desk
        self.matching = matching
    }

    package func add(to routes: Routes) {
        addChoice(to: routes)
        routes.get("/engagements", for: SignedIn.self) { [desk] call in
            let all = try await desk.engagements(of: call.who.viewer)
            return try call.page(
                "engagements", title: call.text("engagements.list.title"), EngagementPages.list(call, all))
        }
        routes.get("/engagements/{id}", for: SignedIn.self) { [desk] call in
            let shown = try await desk.engagement(try call.id("id"), for: call.who.viewer)
            return try call.page(
                "engagement", title: call.text("engagements.page.title", ["name": shown.otherName]),
                EngagementPages.page(call, shown))
        }
        routes.get("/engagements/{id}/closure", for: SignedIn.self) { [desk] call in
            let shown = try await desk.engagement(try call.id("id"), for: call.who.viewer)
            guard shown.step.isOpen else { throw EngagementError.ended }
            return try call.page(
                "engagement_closure", title: call.text("engagements.closure.title", ["name": shown.otherName]),
                EngagementPages.page(call, shown))
        }
        routes.post("/engagements/{id}/closure", for: SignedIn.self) { [desk] call in
            let id = try call.id("id", EngagementKind.self)
            try await desk.end(id, by: call.who.viewer)
            return call.see("/engagements/\(id)")
        }
    }

    private func addChoice(to routes: Routes) {
        routes.get("/requests/{id}/choice", for: SignedIn.self) { [matching] call in
            try await Self.choose(call, matching, FilledForm())
        }
        routes.post("/requests/{id}/choice", for: SignedIn.self, form: ChoiceForm.self) { [matching] call, filled in
            try await Self.choose(call, matching, filled)
        } _: { [desk, matching] call, form in
            let request = try call.id("id", RequestKind.self)
            switch form.answer {
            case .goOn:
                let engagement = try await desk.goOn(from: request, by: call.who.viewer)
                return call.see("/engagements/\(engagement)")
            case .notThisTime:
                try await matching.notThisTime(request, by: call.who.viewer)
                return call.see("/requests/\(request)")
            case nil:
                throw Refusal.unreadable
            }
        }
    }

    private static func choose(
        _ call: Call<SignedIn>, _ matching: MatchingDesk, _ filled: FilledForm
    ) async throws -> Response {
        let request = try await matching.request(try call.id("id"), for: call.who.viewer).request
        guard request.isClient(call.who.viewer) else { throw Refusal.notFound }
        guard request.step.holdsPlace else { throw MatchingError.movedOn }
        return try call.page(
            "choice", title: call.text("engagements.choice.title", ["name": request.practitionerName]),
            EngagementPages.choice(call, request, filled))
    }
}
