// SPDX-License-Identifier: EUPL-1.2

package import Kernel

/// The address under which visitors reach a pool, for links in mails and letters. It comes from the installation's
/// settings and the table `pool_host`, never from a request: whoever asks cannot make us send a link to another host.
package struct PublicAddress: Sendable {
    private let isSecure: Bool
    private let port: Int?
    private let defaultHost: String

    /// - Parameters:
    ///   - isSecure: whether visitors come by https, be it to this program or to a proxy before it.
    ///   - defaultHost: for a pool that no host name was given to.
    ///   - port: where visitors do not use the usual one.
    package init(isSecure: Bool, defaultHost: String, port: Int? = nil) {
        self.isSecure = isSecure
        self.port = port
        self.defaultHost = defaultHost
    }

    /// The address of a page.
    ///
    /// - Parameter path: without the language's prefix.
    package func url(host: String?, _ language: Language = .english, path: String = "/") -> String {
        let prefix = language == .english ? "" : "/" + language.rawValue
        return (isSecure ? "https://" : "http://") + shown(host: host) + prefix + path
    }

    /// As a person would type it.
    package func shown(host: String?) -> String {
        (host ?? defaultHost) + (port.map { ":\($0)" } ?? "")
    }
}
