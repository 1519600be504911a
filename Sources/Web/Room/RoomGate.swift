// SPDX-License-Identifier: EUPL-1.2

import Crypto
import HTTPTypes
import Hummingbird
package import Kernel
import Seal

/// What stands before every request of the API: where it comes from, how often, who is behind its token, and the proof that it is
/// theirs (`protocol.md` 2.2, decision 20).
package struct RoomGate: Sendable {
    static let path = "/room/v1"
    private static let methods = "GET, POST, PUT"

    let place: RoomPlace
    private let signIns: any RoomSignInReader
    private let limits: RateLimits
    private let perNetwork: RateLimits.Rule

    package init(
        place: RoomPlace, signIns: any RoomSignInReader, limits: RateLimits,
        perNetwork: RateLimits.Rule = .init(burst: 600, perMinute: 600)
    ) {
        self.place = place
        self.signIns = signIns
        self.limits = limits
        self.perNetwork = perNetwork
    }

    /// Browsers say where a request comes from, and nothing but the room may ask. A client without `Origin` that is no browser
    /// still needs token and proof.
    func check(_ request: Request, from room: String?, network: String, now: Timestamp) async throws {
        if let origin = request.headers[.origin] {
            guard origin == room else { throw RoomRefusal.origin }
        } else if request.headers[.secFetchSite] != nil {
            throw RoomRefusal.origin
        }
        do { try await limits.take("room|" + network, perNetwork, now) } catch { throw RoomRefusal.tooMany }
    }

    /// The sign-in behind a request, its proof verified; `nil` without a token.
    ///
    /// - Throws: `RoomRefusal.signInNeeded`, `.proof`.
    func signIn(_ request: Request, _ body: [UInt8], _ visit: RoomVisit) async throws -> (RoomSignIn, RoomNonce)? {
        guard let header = request.headers[.authorization] else { return nil }
        let token = String(header.dropFirst("Room ".count))
        guard header.hasPrefix("Room "), let raw = request.headers[.roomProof],
            let signIn = try await signIns.signIn(pool: visit.site.id, token: token, now: visit.now)
        else { throw RoomRefusal.signInNeeded }
        let (method, path) = (request.method.rawValue, request.head.path ?? "")
        do {
            let proof = try RequestProof.verify(
                try Seal.Base64URL.bytes(raw),
                .init(method: method, path: path, body: body, token: Bytes(utf8: token), now: visit.now.seconds),
                by: signIn.proofKey)
            return (signIn, RoomNonce(nonce: proof.nonce, request: Self.hash(method, path, body)))
        } catch {
            throw RoomRefusal.proof
        }
    }

    func used(_ signIn: RoomSignIn, now: Timestamp) async throws {
        try await signIns.used(signIn, now: now)
    }

    /// Lets the room's pages read the answer; nobody else's.
    func allow(_ room: String?, in headers: inout HTTPFields, now: Timestamp) {
        headers[.vary] = "Origin"
        headers[.named("Room-Now")] = String(now.seconds)
        guard let room else { return }
        headers[.accessControlAllowOrigin] = room
        headers[.accessControlExposeHeaders] = "Room-Now, Room-Log-Size, Retry-After"
        // The room asks across origins; the pool's other answers stay `same-origin`.
        headers[.named("Cross-Origin-Resource-Policy")] = "cross-origin"
    }

    /// The answer to a browser that asks whether it may ask.
    func preflight() -> Response {
        Response(
            status: .noContent,
            headers: [
                .accessControlAllowMethods: Self.methods,
                .accessControlAllowHeaders: "Authorization, Content-Type, Room-Proof", .accessControlMaxAge: "7200",
            ])
    }

    private static func hash(_ method: String, _ path: String, _ body: [UInt8]) -> String {
        var hasher = SHA256()
        hasher.update(data: Array("\(method) \(path)\n".utf8))
        hasher.update(data: body)
        return Kernel.Base64URL.encode(hasher.finalize())
    }
}

extension Timestamp {
    /// Whole Unix seconds, the time of statements.
    package var seconds: Int { Int(milliseconds / 1000) }
}

extension HTTPField.Name {
    static let roomProof = named("Room-Proof")
}
