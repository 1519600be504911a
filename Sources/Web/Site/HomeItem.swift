// SPDX-License-Identifier: EUPL-1.2

package import Kernel

/// One line on somebody's home page: something that needs them, or where something of theirs stands.
package struct HomeItem: Sendable, Hashable {
    /// Whether it waits for them, or is only there to be found.
    package enum Kind: Sendable, Hashable {
        case needsYou
        case yours
    }

    package let kind: Kind
    /// Key of its words, with values.
    package let message: String
    package let values: [String: String]
    /// Where it leads, without the language's prefix.
    package let href: String

    package init(_ kind: Kind, _ message: String, _ values: [String: String] = [:], href: String) {
        self.kind = kind
        self.message = message
        self.values = values
        self.href = href
    }
}

/// A feature that has something to say on the home page.
package protocol HomeSource: Sendable {
    func homeItems(for viewer: Viewer, now: Timestamp) async throws -> [HomeItem]
}
