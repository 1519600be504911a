// SPDX-License-Identifier: EUPL-1.2

package import Kernel
import Synchronization

/// The address under which visitors reach a pool and its room, for links, mails and letters. It comes from the
/// installation's settings and the table `pool_host`, never from a request: whoever asks cannot make us send a link to
/// another host.
package struct PublicAddress: Sendable {
    /// A port that is known once the server listens, where it was left to the machine to choose.
    package final class BoundPort: Sendable {
        private let port = Mutex<Int?>(nil)

        package init() {}

        package var number: Int? {
            get { port.withLock { $0 } }
            set { port.withLock { $0 = newValue } }
        }
    }

    package let defaultHost: String
    private let isSecure: Bool
    private let port: Int?
    private let bound: BoundPort?

    /// - Parameters:
    ///   - isSecure: whether visitors come by https, be it to this program or to a proxy before it.
    ///   - defaultHost: for a pool that no host name was given to.
    ///   - port: where visitors do not use the usual one.
    ///   - bound: the port that the machine chooses, where it does.
    package init(isSecure: Bool, defaultHost: String, port: Int? = nil, bound: BoundPort? = nil) {
        self.isSecure = isSecure
        self.port = port
        self.bound = bound
        self.defaultHost = defaultHost
    }

    /// The address of a page.
    ///
    /// - Parameter path: without the language's prefix.
    package func url(host: String?, _ language: Language = .english, path: String = "/") -> String {
        let prefix = language == .english ? "" : "/" + language.rawValue
        return origin(host: host) + prefix + path
    }

    /// Scheme, host and port as a browser writes them.
    package func origin(host: String?) -> String {
        (isSecure ? "https://" : "http://") + shown(host: host)
    }

    /// As a person would type it.
    package func shown(host: String?) -> String {
        let port = (bound?.number ?? port).flatMap { $0 == (isSecure ? 443 : 80) ? nil : $0 }
        return (host ?? defaultHost) + (port.map { ":\($0)" } ?? "")
    }
}
