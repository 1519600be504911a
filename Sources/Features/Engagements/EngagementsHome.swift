// SPDX-License-Identifier: EUPL-1.2

package import Kernel
package import Web

/// What the home page says about engagements.
package struct EngagementsHome: HomeSource {
    private let desk: EngagementDesk

    package init(desk: EngagementDesk) {
        self.desk = desk
    }

    package func homeItems(for viewer: Viewer, now: Timestamp) async throws -> [HomeItem] {
        try await desk.engagements(of: viewer).filter(\.step.isOpen).map { shown in
            HomeItem(
                .yours, "engagements.home.contracting", ["name": shown.otherName], href: "/engagements/\(shown.id)")
        }
    }
}
