// SPDX-License-Identifier: EUPL-1.2

package import App
import Hummingbird
import HummingbirdTesting
package import Kernel
package import SQL
import Web

/// Runs the whole product over a database and hands out browsers.
///
/// - Parameter change: what differs from the settings of an ordinary installation.
package func withSite<Value: Sendable>(
    _ database: any Database, time: any TimeSource, ids: any IDSource, change: (inout Site.Settings) -> Void = { _ in },
    _ body: @escaping @Sendable (TestVisitors) async throws -> Value
) async throws -> Value {
    var settings = Site.Settings(formKey: Array(repeating: 7, count: 32))
    settings.limits = RateLimits(network: .init(burst: 1e9, perMinute: 1e9), person: .init(burst: 1e9, perMinute: 1e9))
    change(&settings)
    let site = try Site(database: database, time: time, ids: ids, settings: settings)
    let app = Application(responder: site.responder)
    return try await app.test(.router) { client in
        try await body(TestVisitors(site: site, client: client))
    }
}

/// Browsers on one site.
package struct TestVisitors: Sendable {
    package let site: Site
    private let client: any TestClientProtocol

    fileprivate init(site: Site, client: any TestClientProtocol) {
        self.site = site
        self.client = client
    }

    /// A new browser with an empty cookie jar.
    package func browser() -> TestBrowser {
        TestBrowser(client)
    }
}
