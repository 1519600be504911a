// SPDX-License-Identifier: EUPL-1.2

package import Logging
import Mail

/// How `serve` and `demo` listen.
package struct ServeSettings: Sendable {
    /// `host:port` of the pool and its room.
    package var listen = "127.0.0.1:8080"
    /// `host:port` of health and metrics, apart from what visitors reach.
    package var health: String?
    package var certificate: String?
    package var key: String?
    package var trustsProxy = false
    /// Folder of the server's own keys.
    package var keys = "confidant-keys"
    package var mail: MailSettings?
    /// The folder into which the mail system puts what comes back.
    package var bounces: String?
    /// The port under which visitors reach the site, where it is not the usual one.
    package var publicPort: Int?
    /// The host of the room, where the table of hosts names none.
    package var roomHost: String?
    /// Whether somebody else serves the room's pages.
    package var isRoomElsewhere = false
    package var patience = Patience()
    package var logger = Logger(label: "confidant")

    /// How long the other end of a connection may take.
    package struct Patience: Sendable {
        /// For the head of a request, and between two requests.
        package var idle: Duration
        /// For the body: a list of people at its largest comes in this time over any line that a pool is run from.
        package var body: Duration

        package init(idle: Duration = .seconds(30), body: Duration = .seconds(600)) {
            self.idle = idle
            self.body = body
        }
    }

    package init() {}

    /// - Throws: `OperatorError` with `bounces.unusable`.
    func bounceReader() throws -> MaildirReader? {
        guard let bounces else { return nil }
        do {
            return try MaildirReader(folder: bounces)
        } catch {
            throw OperatorError("bounces.unusable", "cannot read and write the folder \(bounces)")
        }
    }

    /// Host and port of an address such as `127.0.0.1:8080` or `[::1]:8080`.
    ///
    /// - Throws: `OperatorError` with `listen.unreadable`.
    package static func parse(_ address: String) throws -> (host: String, port: Int) {
        guard let colon = address.lastIndex(of: ":"), let port = Int(address[address.index(after: colon)...]),
            (0...65_535).contains(port)
        else { throw OperatorError("listen.unreadable", "\(address) is not host:port") }
        let host = address[..<colon].drop { $0 == "[" }.prefix { $0 != "]" }
        return (host.isEmpty ? "0.0.0.0" : String(host), port)
    }
}
