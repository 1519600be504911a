// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Kernel
import Practitioners
import Web

extension MatchingRoutes {
    func addSearch(to routes: Routes) {
        routes.get("/find", for: AsClient.self) { [desk] call in
            let found = try await desk.found(for: call.who.viewer)
            return try Self.results(call, DirectoryPages.view(call, found))
        }
        routes.get("/find/from/{place}", for: AsClient.self) { [desk] call in
            guard let place = SearchPlace(try call.word("place")) else { throw Refusal.notFound }
            guard let found = try await desk.found(for: call.who.viewer, after: place) else { return call.see("/find") }
            return try Self.results(call, DirectoryPages.view(call, found, isFirst: false))
        }
        routes.post("/find", for: AsClient.self, form: DirectoryForm.self) { call, filled in
            try Self.results(call, DirectoryPages.view(call, nil, filled))
        } _: { [desk] call, form in
            try await desk.search(form.choices, withOwnTeam: form.withOwnTeam, by: call.who.viewer)
            return call.see("/find")
        }
    }

    private static func results(_ call: Call<AsClient>, _ view: View) throws -> Response {
        try call.page("find", title: call.text("matching.find.title"), view)
    }
}
