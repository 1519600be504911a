// SPDX-License-Identifier: EUPL-1.2

package import Web

/// Addresses of the search and of requests.
package struct MatchingRoutes: Sendable {
    let desk: MatchingDesk

    package init(desk: MatchingDesk) {
        self.desk = desk
    }

    package func add(to routes: Routes) {
        addSearch(to: routes)
        addRequests(to: routes)
    }
}
