// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
package import Kernel
package import Seal

/// What is known of a request to the API before a route is chosen.
package struct RoomVisit: Sendable {
    package let site: PoolSite
    /// The room's origin, which statements of signing in must name.
    package let origin: String
    package let poolOrigin: String
    package let hostedBy: String
    package let now: Timestamp
    package let requestID: String
    package let network: String
    package let device: Device
}

/// What the proof of a write says: the same nonce with the same request is the same write.
package struct RoomNonce: Hashable, Sendable {
    package let nonce: String
    /// SHA-256 over method, path and body.
    package let request: String

    package init(nonce: String, request: String) {
        self.nonce = nonce
        self.request = request
    }
}

/// What a handler of the API works with.
package struct RoomCall<Who: RoomAudience>: Sendable {
    package let who: Who
    package let visit: RoomVisit
    /// The body, an object; an empty one for what has none.
    package let body: CanonicalValue
    package let nonce: RoomNonce
    private let parameters: Parameters
    private let query: Parameters

    init(
        who: Who, visit: RoomVisit, body: CanonicalValue, nonce: RoomNonce, parameters: Parameters, query: Parameters
    ) {
        (self.who, self.visit, self.body, self.nonce) = (who, visit, body, nonce)
        (self.parameters, self.query) = (parameters, query)
    }

    package var now: Timestamp { visit.now }

    /// The members of the body, exactly those listed; a question mark makes one optional.
    ///
    /// - Throws: `RoomRefusal.unreadable`.
    package func fields(_ keys: String) throws(RoomRefusal) -> Fields {
        do { return try Fields(body, keys, else: .canonical) } catch { throw .unreadable }
    }

    /// An id out of the address.
    package func id<Of>(_ name: String, _: Of.Type = Of.self) throws(RoomRefusal) -> ID<Of> {
        guard let text = parameters.get(name), let id = ID<Of>(text) else { throw .notFound }
        return id
    }

    /// A number out of the query, or what stands for it where it is left out.
    package func number(_ name: String, in range: ClosedRange<Int>, or usual: Int) throws(RoomRefusal) -> Int {
        guard let text = query.get(name) else { return usual }
        guard let number = Int(text), range.contains(number) else { throw .unreadable }
        return number
    }
}
