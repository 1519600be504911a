// SPDX-License-Identifier: EUPL-1.2

package import Hummingbird
package import NIOCore

/// Hummingbird's context with the visit, which `SiteResponder` fills before a route is chosen.
package struct SiteContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    package var visit: Visit?
    /// The same for a request to the room's API.
    package var roomVisit: RoomVisit?
    /// Whether a form came from the room of this pool.
    var isHandOver = false
    /// Where the connection came from; behind a proxy the proxy.
    package let remoteAddress: SocketAddress?

    package init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        remoteAddress = source.channel.remoteAddress
    }
}
