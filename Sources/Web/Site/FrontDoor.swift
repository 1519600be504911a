// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Hummingbird
import Kernel
import NIOCore

/// What the outside of a request says: host, language, network, whether it came by TLS.
struct FrontDoor {
    let host: String
    let language: Language
    /// Without the language's prefix.
    let path: String
    let pathAndQuery: String
    let network: String
    let isSecure: Bool

    init(_ request: Request, _ context: SiteContext, _ options: SiteResponder.Options) {
        let authority = request.head.authority ?? ""
        host = Self.withoutPort(authority).lowercased()
        let whole = request.head.path ?? "/"
        let isWelsh = whole == "/cy" || whole.hasPrefix("/cy/") || whole.hasPrefix("/cy?")
        language = isWelsh ? .welsh : .english
        let rest = isWelsh ? whole.dropFirst(3) : whole[...]
        pathAndQuery = rest.hasPrefix("/") ? String(rest) : "/" + rest
        path = String(pathAndQuery.prefix { $0 != "?" })
        let forwarded =
            options.trustsProxy
            ? request.headers[.xForwardedFor]?.split(separator: ",").last.map { Text.trimmed(String($0)) } : nil
        network = Self.network(of: forwarded ?? context.remoteAddress?.ipAddress ?? "")
        isSecure = options.hasTLS || (options.trustsProxy && request.headers[.xForwardedProto] == "https")
    }

    /// Whether it goes to the room's API; addresses of the API have no language.
    var isRoomAPI: Bool { language == .english && (path == RoomGate.path || path.hasPrefix(RoomGate.path + "/")) }

    /// Forms come from our own pages only. Browsers say so in `Sec-Fetch-Site` and `Origin`; one of them that says otherwise
    /// is enough. A client without either (no browser) still needs the form's token.
    func refuseForeignForms(_ request: Request) throws(Refusal) {
        if let site = request.headers[.secFetchSite], site != "same-origin", site != "none" { throw .formExpired }
        if let origin = request.headers[.origin] {
            let originHost = origin.split(separator: "/").last.map(String.init) ?? origin
            guard Self.withoutPort(originHost).lowercased() == host else { throw .formExpired }
        }
    }

    private static func withoutPort(_ authority: String) -> String {
        if authority.hasPrefix("[") { return String(authority.dropFirst().prefix { $0 != "]" }) }
        return String(authority.prefix { $0 != ":" })
    }

    /// One household or office counts as one: the first four groups of an IPv6 address.
    private static func network(of address: String) -> String {
        guard address.contains(":") else { return address }
        return address.split(separator: ":", omittingEmptySubsequences: false).prefix(4).joined(separator: ":")
    }
}

extension HTTPField.Name {
    fileprivate static let xForwardedFor = named("X-Forwarded-For")
    fileprivate static let xForwardedProto = named("X-Forwarded-Proto")
    static let secFetchSite = named("Sec-Fetch-Site")

    /// A name that the library does not list; a constant of ours is always one.
    static func named(_ text: String) -> HTTPField.Name {
        HTTPField.Name(text) ?? .from
    }
}
