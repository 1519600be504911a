// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Kernel
package import Web

/// First page, home, and the pages that every visitor can read.
package struct HomeRoutes: Sendable {
    private let sources: [any HomeSource]

    package init(sources: [any HomeSource]) {
        self.sources = sources
    }

    package func add(to routes: Routes) {
        routes.get("/", for: Anyone.self) { call in
            if call.who.viewer != nil { return call.see("/home") }
            return try call.page("start", title: call.text("start.title"))
        }
        routes.get("/home", for: SignedIn.self) { call in
            var items: [HomeItem] = []
            for source in sources {
                items += try await source.homeItems(for: call.who.viewer, now: call.visit.now)
            }
            return try HomePage.response(to: call, items)
        }
        for (path, template) in [
            ("/help", "help"), ("/accessibility", "accessibility"), ("/privacy", "privacy"), ("/about", "about"),
            ("/concern", "concern"),
        ] {
            routes.get(path, for: Anyone.self) { call in
                try call.page(template, title: call.text(template + ".title"))
            }
        }
        routes.get("/components", for: Anyone.self) { call in
            try ComponentsPage.response(to: call)
        }
    }
}
