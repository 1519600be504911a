// SPDX-License-Identifier: EUPL-1.2

package import Kernel

/// What is known of a request before a route is chosen.
package struct Visit: Sendable {
    package let site: PoolSite
    /// `nil` for somebody who is not signed in.
    package let viewer: Viewer?
    package let language: Language
    package let now: Timestamp
    /// Shown on error pages and in the log, so that the two can be brought together.
    package let requestID: String
    /// The network the request came from (an IPv4 address, or the first 64 bits of an IPv6 one): for rate limits, never stored.
    package let network: String
    package let isSecure: Bool
    /// The path without the language's prefix.
    package let path: String
    /// What forms of this visit must carry (`FormToken`).
    package let formToken: String
    private let userAgent: String

    package init(
        site: PoolSite, viewer: Viewer?, language: Language, now: Timestamp, requestID: String, network: String,
        isSecure: Bool,
        path: String, formToken: String, userAgent: String = ""
    ) {
        self.site = site
        self.viewer = viewer
        self.language = language
        self.now = now
        self.requestID = requestID
        self.network = network
        self.isSecure = isSecure
        self.path = path
        self.formToken = formToken
        self.userAgent = userAgent
    }

    /// Read only by those who need it: most requests do not.
    package var device: Device { Device(userAgent: userAgent) }

    /// What stands before each address in this language: nothing, or `/cy`.
    package var base: String { language == .english ? "" : "/" + language.rawValue }
}
