// SPDX-License-Identifier: EUPL-1.2

package import Hummingbird
package import Kernel

/// What a handler works with: who asks, in which visit, for what, and the pages it can answer with.
package struct Call<Who: Audience>: Sendable {
    package let who: Who
    package let visit: Visit
    package let pages: Pages
    private let parameters: Parameters

    package init(who: Who, visit: Visit, pages: Pages, parameters: Parameters) {
        self.who = who
        self.visit = visit
        self.pages = pages
        self.parameters = parameters
    }

    /// An id out of the address.
    ///
    /// - Throws: `Refusal.notFound` unless it has the form of one.
    package func id<Of>(_ name: String, _: Of.Type = Of.self) throws(Refusal) -> ID<Of> {
        guard let text = parameters.get(name), let id = ID<Of>(text) else { throw .notFound }
        return id
    }

    /// A word out of the address.
    package func word(_ name: String) throws(Refusal) -> String {
        guard let text = parameters.get(name) else { throw .notFound }
        return text
    }

    /// A page in the visitor's language.
    package func page(
        _ template: String, title: String, status: HTTPResponse.Status = .ok, _ view: View = [:]
    ) throws -> Response {
        try pages.respond(template, title: title, status: status, view, to: visit)
    }

    /// A message of the catalogue in the visitor's language.
    package func text(_ key: String, _ values: [String: String] = [:], count: Int? = nil) -> String {
        pages.catalogue.text(key, visit.language, values, count: count)
    }

    /// Sends the browser on to a page of this pool after something was done.
    package func see(_ path: String) -> Response {
        Response(status: .seeOther, headers: [.location: visit.base + path])
    }
}
