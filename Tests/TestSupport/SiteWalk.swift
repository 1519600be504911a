// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
package import Web

/// Goes along the links of the site as one person does, to a bounded number of pages of each route.
package struct SiteWalk {
    private let routes: [RouteEntry]
    private let most: Int

    package init(_ routes: [RouteEntry], most: Int = 2) {
        self.routes = routes
        self.most = most
    }

    /// Pages that links lead to from a start, each with its route.
    package func pages(
        _ browser: TestBrowser, from start: String = "/home", _ look: (RouteEntry, TestPage) async throws -> Void
    ) async throws {
        var counts: [String: Int] = [:]
        var known: Set<String> = [start]
        var queue = [start]
        while !queue.isEmpty {
            let path = queue.removeFirst()
            guard let route = route("GET", of: path), counts[route.path, default: 0] < most else { continue }
            counts[route.path, default: 0] += 1
            let page = try await browser.get(path)
            guard page.status == .ok else { continue }
            try await look(route, page)
            for link in page.links where link.hasPrefix("/") && !link.hasPrefix("/cy") && !link.hasPrefix("/demo") {
                let plain = String(link.prefix { $0 != "#" })
                if known.insert(plain).inserted { queue.append(plain) }
            }
        }
    }

    /// The route that answers an address; the one with the most words of its own where several could.
    package func route(_ method: String, of path: String) -> RouteEntry? {
        let parts = path.prefix { $0 != "?" }.split(separator: "/")
        return routes.filter { $0.method == method }.compactMap { route -> (RouteEntry, Int)? in
            let pattern = route.path.split(separator: "/")
            guard pattern.count == parts.count else { return nil }
            var own = 0
            for (wanted, part) in zip(pattern, parts) where !wanted.hasPrefix(":") && !wanted.hasPrefix("{") {
                guard wanted == part else { return nil }
                own += 1
            }
            return (route, own)
        }.max { $0.1 < $1.1 }?.0
    }
}
