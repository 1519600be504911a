// SPDX-License-Identifier: EUPL-1.2

package import Kernel
package import Web

/// What the home page says about requests: those to answer, those after which the client chooses, those under way.
package struct MatchingHome: HomeSource {
    private let desk: MatchingDesk

    package init(desk: MatchingDesk) {
        self.desk = desk
    }

    package func homeItems(for viewer: Viewer, now: Timestamp) async throws -> [HomeItem] {
        let (sent, received) = try await desk.requests(of: viewer)
        return received.compactMap { item($0, $0.clientName, isClient: false) }
            + sent.compactMap { item($0, $0.practitionerName, isClient: true) }
    }

    private func item(_ request: MatchRequest, _ other: String, isClient: Bool) -> HomeItem? {
        let (kind, message): (HomeItem.Kind, String)
        switch (request.step, isClient) {
        case (.asked, false): (kind, message) = (.needsYou, "matching.home.answer")
        case (.asked, true): (kind, message) = (.yours, "matching.home.waiting")
        case (.accepted, true), (.arranged, true): (kind, message) = (.needsYou, "matching.home.choose")
        case (.accepted, false), (.arranged, false): (kind, message) = (.yours, "matching.home.accepted")
        default: return nil
        }
        return HomeItem(kind, message, ["name": other], href: "/requests/\(request.id)")
    }
}
