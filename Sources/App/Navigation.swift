// SPDX-License-Identifier: EUPL-1.2

import Kernel
package import Web

/// The main links at the top of each page, by what the person is in the pool.
package enum Navigation {
    private struct Link {
        let message: String
        let href: String
        let roles: Set<Role>
    }

    private static let links = [
        Link(message: "nav.home", href: "/home", roles: Set(Role.allCases)),
        Link(message: "nav.find", href: "/find", roles: [.client]),
        Link(message: "nav.requests", href: "/requests", roles: [.client, .practitioner]),
        Link(message: "nav.engagements", href: "/engagements", roles: [.client, .practitioner]),
        Link(
            message: "nav.programmes", href: "/programmes", roles: [.client, .practitioner, .lead, .administrator]),
        Link(message: "nav.profile", href: "/practice/profile", roles: [.practitioner]),
        Link(message: "nav.queue", href: "/queue", roles: [.lead, .administrator]),
        Link(message: "nav.people", href: "/people", roles: [.lead, .administrator]),
        Link(message: "nav.invitations", href: "/invitations", roles: [.lead, .administrator]),
        Link(message: "nav.codes", href: "/codes", roles: [.administrator]),
        Link(message: "nav.settings", href: "/settings", roles: [.administrator]),
    ]

    @Sendable
    package static func view(_ visit: Visit, _ catalogue: Catalogue) -> View {
        guard let viewer = visit.viewer else {
            return ["nav": [item("nav.sign-in", "/sign-in", visit, catalogue)]]
        }
        return [
            "nav": links.filter { link in link.roles.contains(where: viewer.has) }
                .map { item($0.message, $0.href, visit, catalogue) }
        ]
    }

    private static func item(_ message: String, _ href: String, _ visit: Visit, _ catalogue: Catalogue) -> View {
        [
            "words": catalogue.text(message, visit.language), "href": href,
            "is_current": visit.path == href || visit.path.hasPrefix(href + "/"),
        ]
    }
}
