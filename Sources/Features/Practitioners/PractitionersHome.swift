// SPDX-License-Identifier: EUPL-1.2

package import Kernel
package import Web

/// What the home page says about practice: a profile that is still to be written, people who wait to be listed.
package struct PractitionersHome: HomeSource {
    private let desk: PractitionerDesk

    package init(desk: PractitionerDesk) {
        self.desk = desk
    }

    package func homeItems(for viewer: Viewer, now: Timestamp) async throws -> [HomeItem] {
        var items: [HomeItem] = []
        if viewer.has(.practitioner) { items += try await forPractitioner(viewer) }
        if viewer.has(.administrator) {
            let newest = try await desk.practitioners(pool: viewer.pool)
            if newest.items.contains(where: \.standing.isApplicant) {
                items.append(HomeItem(.needsYou, "practitioners.home.applicants", href: "/practitioners"))
            }
        }
        return items
    }

    private func forPractitioner(_ viewer: Viewer) async throws -> [HomeItem] {
        let own = try await desk.ownPractice(of: viewer)
        if own.published == nil, own.draft == nil {
            return [HomeItem(.needsYou, "practitioners.home.write", href: "/practice/profile")]
        }
        if own.draft != nil {
            return [HomeItem(.needsYou, "practitioners.home.publish", href: "/practice/profile/preview")]
        }
        if !own.hasCode { return [HomeItem(.needsYou, "practitioners.home.code", href: "/practice/code")] }
        if own.standing.isApplicant, own.admission == nil {
            return [HomeItem(.needsYou, "practitioners.home.apply", href: "/practice/application")]
        }
        if own.standing.isApplicant {
            return [HomeItem(.yours, "practitioners.home.waiting", href: "/practice/application")]
        }
        return [
            HomeItem(
                .yours,
                own.standing.codes.contains(.paused) ? "practitioners.home.paused" : "practitioners.home.profile",
                href: own.standing.codes.contains(.paused) ? "/practice/availability" : "/practice/profile")
        ]
    }
}
