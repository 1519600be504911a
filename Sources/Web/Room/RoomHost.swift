// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Hummingbird
import Kernel
import Seal

/// The room's host: files that are the same everywhere, and `config.json` for what is not. It knows nobody, reads no cookie and
/// sets none.
struct RoomHost: Sendable {
    let bundle: RoomBundle
    let place: RoomPlace
    let logKey: [UInt8]

    func respond(to request: Request, _ door: FrontDoor, _ site: PoolSite) throws -> Response {
        var response = try answer(request, door, site)
        let pool = place.pool(of: site)
        for (name, value) in Self.headers(policy: bundle.release.policy(pool: pool)) { response.headers[name] = value }
        if door.isSecure { response.headers[.strictTransportSecurity] = "max-age=63072000; includeSubDomains" }
        return response
    }

    private func answer(_ request: Request, _ door: FrontDoor, _ site: PoolSite) throws -> Response {
        guard request.method == .get || request.method == .head else { return Self.nothing(.methodNotAllowed) }
        if door.path == "/config.json" { return try config(site) }
        return bundle.respond(to: request, path: door.path, door.language) ?? Self.nothing(.notFound)
    }

    private func config(_ site: PoolSite) throws -> Response {
        let value: CanonicalValue = .object([
            "api": .string(place.pool(of: site)), "hosted_by": .string(place.hostedBy),
            "log_key": CanonicalValue(logKey), "pool": .string(site.id.text), "pool_name": .plain(site.name),
            "witness_policy": .object(["witnesses": .array([])]), "witnessed": false,
        ])
        return Response(
            status: .ok, headers: [.contentType: "application/json", .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(bytes: try value.serialised())))
    }

    private static func nothing(_ status: HTTPResponse.Status) -> Response {
        Response(
            status: status, headers: [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(string: "Not here. Dim yma.\n")))
    }

    /// `protocol.md` 2.12: nothing runs but what the manifest names, nothing is asked but this host and the pool, and forms go to the
    /// pool alone. `no-referrer` would turn the `Origin` of the hand-over into `null`.
    private static func headers(policy: String) -> [(HTTPField.Name, String)] {
        return [
            (.contentSecurityPolicy, policy), (.xContentTypeOptions, "nosniff"),
            (.named("Referrer-Policy"), "strict-origin"), (.named("Cross-Origin-Opener-Policy"), "same-origin"),
            (.named("Cross-Origin-Resource-Policy"), "same-origin"), (.named("X-Frame-Options"), "DENY"),
            (.named("Permissions-Policy"), permissions),
        ]
    }

    private static let permissions =
        (barred.map { $0 + "=()" } + allowed.map { $0 + "=(self)" }).joined(separator: ", ")
    private static let allowed = ["clipboard-write", "publickey-credentials-create", "publickey-credentials-get"]
    private static let barred = [
        "accelerometer", "bluetooth", "browsing-topics", "camera", "display-capture", "geolocation", "gyroscope",
        "hid", "magnetometer", "microphone", "midi", "payment", "serial", "usb", "xr-spatial-tracking",
    ]
}
