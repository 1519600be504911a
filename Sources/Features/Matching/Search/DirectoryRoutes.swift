// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Kernel
import Practitioners
import Web

extension MatchingRoutes {
    func addSearch(to routes: Routes) {
        routes.get("/find", for: AsClient.self) { [desk] call in
            let found = try await desk.found(for: call.who.viewer)
            return try await Self.results(call, desk, found)
        }
        routes.get("/find/from/{place}", for: AsClient.self) { [desk] call in
            guard let place = SearchPlace(try call.word("place")) else { throw Refusal.notFound }
            guard let found = try await desk.found(for: call.who.viewer, after: place) else { return call.see("/find") }
            return try await Self.results(call, desk, found, isFirst: false)
        }
        routes.post("/waiting", for: AsClient.self) { [desk] call in
            try await desk.wait(by: call.who.viewer)
            return call.see("/find")
        }
        routes.post("/waiting/ending", for: AsClient.self) { [desk] call in
            try await desk.stopWaiting(by: call.who.viewer)
            return call.see("/find")
        }
        routes.post("/find", for: AsClient.self, form: DirectoryForm.self) { [desk] call, filled in
            try await Self.results(call, desk, nil, filled)
        } _: { [desk] call, form in
            try await desk.search(form.choices, withOwnTeam: form.withOwnTeam, by: call.who.viewer)
            return call.see("/find")
        }
    }

    private static func results(
        _ call: Call<AsClient>, _ desk: MatchingDesk, _ found: (query: DirectoryQuery, page: Page<DirectoryResult>)?,
        _ filled: FilledForm? = nil, isFirst: Bool = true
    ) async throws -> Response {
        let viewer = call.who.viewer
        let offered = try await desk.offered(in: viewer.pool)
        let position = try await desk.position(of: viewer)
        var view = DirectoryPages.view(call, found, filled, isFirst: isFirst, offered: offered)
        view["is_waiting"] = position > 0
        view["position"] = position > 0 ? call.text("matching.wait.position", ["number": String(position)]) : ""
        view["can_wait"] = position == 0 && found != nil && found?.page.items.isEmpty == true && found?.page.next == nil
        return try call.page("find", title: call.text("matching.find.title"), view)
    }
}
