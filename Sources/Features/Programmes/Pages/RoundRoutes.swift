// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Kernel
import Web

extension ProgrammesRoutes {
    /// Drafting a round, watching it being solved, comparing its goals.
    func addRounds(to routes: Routes) {
        routes.post("/programmes/{id}/rounds", for: AsSteward.self) { [desk] call in
            let round = try await desk.askRound(of: try call.id("id"), by: call.who.viewer)
            return call.see("/rounds/\(round)")
        }
        routes.get("/rounds/{id}", for: AsSteward.self) { [desk] call in
            let id = try call.id("id", RoundKind.self)
            if try await SolvingPage.isOver(id, desk, call.who.viewer, patience: .seconds(1)) {
                let shown = try await desk.comparison(id, for: call.who.viewer)
                return try RoundPages.comparison(call, shown)
            }
            let shown = try await desk.comparison(id, for: call.who.viewer)
            return try SolvingPage(desk: desk, call: call, shown: shown).response()
        }
        routes.post("/rounds/{id}/stop", for: AsSteward.self) { [desk] call in
            let id = try call.id("id", RoundKind.self)
            try await desk.stopRound(id, by: call.who.viewer)
            return call.see("/rounds/\(id)")
        }
        routes.get("/rounds/{id}/repeat", for: AsSteward.self) { [desk] call in
            let shown = try await desk.comparison(try call.id("id"), for: call.who.viewer)
            return try RoundPages.repeatPage(call, shown, nil)
        }
        routes.post("/rounds/{id}/repeat", for: AsSteward.self) { [desk] call in
            let id = try call.id("id", RoundKind.self)
            let shown = try await desk.comparison(id, for: call.who.viewer)
            return try RoundPages.repeatPage(call, shown, try await desk.repeatRound(id, for: call.who.viewer))
        }
    }
}
