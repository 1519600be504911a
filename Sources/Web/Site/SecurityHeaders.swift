// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes

/// What every answer of the pool origin tells the browser: load only from here, run only our scripts, be framed by nobody, send no
/// address to others.
enum SecurityHeaders {
    static func add(to headers: inout HTTPFields, isSecure: Bool) {
        for (name, value) in fixed where headers[name] == nil { headers[name] = value }
        if isSecure { headers[.strictTransportSecurity] = "max-age=63072000; includeSubDomains" }
        if headers[.cacheControl] == nil { headers[.cacheControl] = "no-store" }
    }

    private static let fixed: [(HTTPField.Name, String)] = [
        (
            .contentSecurityPolicy,
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
                + "frame-ancestors 'none'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
        ),
        (.xContentTypeOptions, "nosniff"),
        name("Referrer-Policy", "same-origin"),
        name("Cross-Origin-Opener-Policy", "same-origin"),
        name("Cross-Origin-Resource-Policy", "same-origin"),
        name("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"),
        name("X-Frame-Options", "DENY"),
    ].compactMap { $0 }

    private static func name(_ name: String, _ value: String) -> (HTTPField.Name, String)? {
        HTTPField.Name(name).map { ($0, value) }
    }
}
