// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Kernel
import Web

extension ProgrammesRoutes {
    /// A draft pair by pair, and what a lead changes in it.
    func addEdits(to routes: Routes) {
        for (path, onlyWithNobody) in [("pairs", false), ("without", true)] {
            routes.get("/rounds/{id}/\(path)", for: AsSteward.self) { [desk] call in
                let page = try await desk.draftPage(
                    try call.id("id"), onlyWithNobody: onlyWithNobody, for: call.who.viewer)
                return try EditPages.pairs(call, page, onlyWithNobody: onlyWithNobody)
            }
            routes.get("/rounds/{id}/\(path)/from/{place}", for: AsSteward.self) { [desk] call in
                guard let place = Int(try call.word("place")), (0..<10_000_000).contains(place) else {
                    throw Refusal.notFound
                }
                let page = try await desk.draftPage(
                    try call.id("id"), from: place, onlyWithNobody: onlyWithNobody, for: call.who.viewer)
                return try EditPages.pairs(call, page, onlyWithNobody: onlyWithNobody)
            }
        }
        routes.get("/rounds/{id}/clients/{client}", for: AsSteward.self) { [desk] call in
            let shown = try await desk.client(
                try call.id("client"), in: try call.id("id"), for: call.who.viewer)
            return try EditPages.client(call, shown)
        }
        routes.post(
            "/rounds/{id}/edits", for: AsSteward.self, form: EditForm.self,
            again: { _, _ in throw Refusal.unreadable }
        ) { [desk] call, form in
            guard let edit = form.edit else { throw Refusal.unreadable }
            let id = try call.id("id", RoundKind.self)
            try await desk.edit(id, edit, from: form.version, by: call.who.viewer)
            return call.see("/rounds/\(id)/draft")
        }
        routes.get("/rounds/{id}/draft", for: AsSteward.self) { [desk] call in
            let shown = try await desk.comparison(try call.id("id"), for: call.who.viewer)
            return try DraftPages.draft(call, shown, try await desk.namesOfEdits(shown, pool: call.who.viewer.pool))
        }
    }

    /// Publishing, once.
    func addPublication(to routes: Routes) {
        routes.get("/rounds/{id}/publication", for: AsSteward.self) { [desk] call in
            try EditPages.publication(call, try await desk.comparison(try call.id("id"), for: call.who.viewer))
        }
        routes.post(
            "/rounds/{id}/publication", for: AsSteward.self, form: PublicationForm.self,
            again: { _, _ in throw Refusal.unreadable }
        ) { [desk] call, form in
            let id = try call.id("id", RoundKind.self)
            try await desk.publish(id, from: form.version, by: call.who.viewer)
            return call.see("/rounds/\(id)/publication")
        }
    }
}
