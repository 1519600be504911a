// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Kernel
import Practitioners
import SQL
import Web

extension MatchingRoutes {
    func addRequests(to routes: Routes) {
        addAsking(to: routes)
        addAnswering(to: routes)
        routes.get("/requests", for: SignedIn.self) { [desk] call in
            let (sent, received) = try await desk.requests(of: call.who.viewer)
            return try call.page(
                "requests", title: call.text("matching.requests.title"),
                RequestPages.lists(call, sent: sent, received: received))
        }
        routes.get("/requests/{id}", for: SignedIn.self) { [desk] call in try await Self.show(call, desk) }
        routes.post("/requests/{id}/withdrawal", for: SignedIn.self) { [desk] call in
            let id = try call.id("id", RequestKind.self)
            try await desk.withdraw(id, by: call.who.viewer)
            return call.see("/requests/\(id)")
        }
        routes.get("/requests/{id}/conversation", for: SignedIn.self) { [desk] call in
            try await Self.arrange(call, desk, FilledForm())
        }
        routes.post("/requests/{id}/conversation", for: SignedIn.self, form: ConversationForm.self) {
            [desk] call, filled in
            try await Self.arrange(call, desk, filled)
        } _: { [desk] call, form in
            guard let conversation = form.conversation else { throw Refusal.unreadable }
            let id = try call.id("id", RequestKind.self)
            try await desk.arrange(conversation, for: id, by: call.who.viewer)
            return call.see("/requests/\(id)")
        }
    }

    private func addAsking(to routes: Routes) {
        routes.get("/practitioners/{id}/request", for: AsClient.self) { [desk] call in
            let searched = try await desk.searched(by: call.who.viewer)
            return try await Self.ask(call, desk, RequestForm.filled(searched))
        }
        routes.post("/practitioners/{id}/request", for: AsClient.self, form: RequestForm.self) { [desk] call, filled in
            try await Self.ask(call, desk, filled)
        } _: { [desk] call, form in
            guard let wish = form.wish else { throw Refusal.unreadable }
            let request = try await desk.ask(try call.id("id"), for: wish, by: call.who.viewer)
            return call.see("/requests/\(request)")
        }
    }

    private func addAnswering(to routes: Routes) {
        routes.post("/requests/{id}/acceptance", for: SignedIn.self, form: AcceptanceForm.self) { [desk] call, filled in
            try await Self.show(call, desk, filled)
        } _: { [desk] call, form in
            let id = try call.id("id", RequestKind.self)
            try await desk.accept(id, pausing: form.pausing, by: call.who.viewer)
            return call.see("/requests/\(id)")
        }
        routes.get("/requests/{id}/refusal", for: SignedIn.self) { [desk] call in
            try await Self.decline(call, desk, FilledForm(values: ["suggested": [RefusalForm.nobody]]))
        }
        routes.post("/requests/{id}/refusal", for: SignedIn.self, form: RefusalForm.self) { [desk] call, filled in
            try await Self.decline(call, desk, filled)
        } _: { [desk] call, form in
            guard let reason = form.reason else { throw Refusal.unreadable }
            let id = try call.id("id", RequestKind.self)
            try await desk.decline(id, because: reason, suggesting: form.suggested, by: call.who.viewer)
            return call.see("/requests/\(id)")
        }
    }

    private static func ask(
        _ call: Call<AsClient>, _ desk: MatchingDesk, _ filled: FilledForm
    ) async throws -> Response {
        let practitioner = try call.id("id", PersonKind.self)
        let shown = try await desk.database.read { [viewer = call.who.viewer, day = call.visit.now.day] in
            try PractitionerDesk.profile(of: practitioner, for: viewer, on: day, in: $0)
        }
        guard shown.takesClients else { throw MatchingError.notTaking }
        return try call.page(
            "ask", title: call.text("matching.ask.title", ["name": shown.name]), RequestPages.ask(call, shown, filled))
    }

    private static func show(
        _ call: Call<SignedIn>, _ desk: MatchingDesk, _ filled: FilledForm = FilledForm()
    ) async throws -> Response {
        let full = try await desk.request(try call.id("id"), for: call.who.viewer)
        let key = full.request.isClient(call.who.viewer) ? "matching.request.to" : "matching.request.from"
        let title = call.text(key, ["name": full.request.otherName(for: call.who.viewer)])
        return try call.page("request", title: title, RequestPages.page(call, full, filled))
    }

    private static func arrange(
        _ call: Call<SignedIn>, _ desk: MatchingDesk, _ filled: FilledForm
    ) async throws -> Response {
        let full = try await desk.request(try call.id("id"), for: call.who.viewer)
        guard full.request.step.holdsPlace else { throw MatchingError.movedOn }
        return try call.page(
            "arrange", title: call.text("matching.arrange.title"), RequestPages.conversation(call, full, filled))
    }

    private static func decline(
        _ call: Call<SignedIn>, _ desk: MatchingDesk, _ filled: FilledForm
    ) async throws -> Response {
        let full = try await desk.request(try call.id("id"), for: call.who.viewer)
        guard !full.request.isClient(call.who.viewer) else { throw Refusal.notFound }
        guard full.request.step.isOpen else { throw MatchingError.movedOn }
        let others = try await desk.suggestions(for: full.request, by: call.who.viewer)
        return try call.page(
            "decline", title: call.text("matching.decline.title"),
            RequestPages.refusal(call, full.request, others, filled))
    }
}
