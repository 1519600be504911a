// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
package import Hummingbird

/// The cookie that carries a sign-in's token. Over TLS its name begins with `__Host-`, which no subdomain can set; over plain http
/// on localhost browsers refuse that, so it goes without.
package enum SignInCookie {
    private static let plainName = "confidant"

    static func read(_ request: Request, isSecure: Bool) -> String? {
        let start = name(isSecure) + "="
        var values: [String] = []
        for header in request.headers[values: .cookie] {
            for pair in header.split(separator: ";") {
                let cookie = pair.drop { $0 == " " }
                if cookie.hasPrefix(start) { values.append(String(cookie.dropFirst(start.count))) }
            }
        }
        // Two cookies of one name mean that somebody planted one: then neither is believed.
        return values.count == 1 ? values.first : nil
    }

    /// Sets the cookie for as long as the browser stays open, or for some seconds.
    package static func set(_ response: inout Response, token: String, seconds: Int?, isSecure: Bool) {
        var text = "\(name(isSecure))=\(token); Path=/; HttpOnly; SameSite=Lax"
        if let seconds { text += "; Max-Age=\(seconds)" }
        if isSecure { text += "; Secure" }
        response.headers[values: .setCookie].append(text)
    }

    package static func clear(_ response: inout Response, isSecure: Bool) {
        set(&response, token: "", seconds: 0, isSecure: isSecure)
    }

    private static func name(_ isSecure: Bool) -> String {
        isSecure ? "__Host-" + plainName : plainName
    }
}
