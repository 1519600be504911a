// SPDX-License-Identifier: EUPL-1.2

/// What kind of device a browser is on, as coarsely as a person needs to tell their own apart: browser family and
/// system. What the browser said of itself is not kept.
package struct Device: Hashable, Sendable {
    package enum Browser: String, CaseIterable, Sendable { case firefox, chrome, edge, safari, other }
    package enum System: String, CaseIterable, Sendable { case windows, mac, linux, android, ios, other }

    package let browser: Browser
    package let system: System

    package init(_ browser: Browser, _ system: System) {
        self.browser = browser
        self.system = system
    }

    /// Reads the code that `code` writes; anything else is another browser on another system.
    package init(code: String) {
        let parts = code.split(separator: "-").map(String.init)
        self.init(
            parts.first.flatMap(Browser.init(rawValue:)) ?? .other, parts.last.flatMap(System.init(rawValue:)) ?? .other
        )
    }

    /// Reads the header `User-Agent`. Browsers name those that they resemble as well, so the order of questions
    /// matters.
    package init(userAgent: String) {
        self.init(Self.browser(userAgent), Self.system(userAgent))
    }

    /// For example `firefox-linux`.
    package var code: String { browser.rawValue + "-" + system.rawValue }

    private static func browser(_ text: String) -> Browser {
        let marks: [(String, Browser)] = [
            ("Edg", .edge), ("Firefox/", .firefox), ("FxiOS/", .firefox), ("OPR/", .other), ("CriOS/", .chrome),
            ("Chrome/", .chrome),
            ("Safari/", .safari),
        ]
        return marks.first { text.contains($0.0) }?.1 ?? .other
    }

    private static func system(_ text: String) -> System {
        let marks: [(String, System)] = [
            ("iPhone", .ios), ("iPad", .ios), ("Android", .android), ("Windows", .windows), ("Mac OS X", .mac),
            ("Linux", .linux),
        ]
        return marks.first { text.contains($0.0) }?.1 ?? .other
    }
}
