// SPDX-License-Identifier: EUPL-1.2

import App
import ArgumentParser
import Foundation
import Hummingbird
import Kernel
import Matching
import Pools
import Practitioners
import SQL
import Web

/// The peers of a page: `/page` renders the template of the directory from values made once at start, on a plain router of the
/// framework; `/bare` answers two bytes.
struct ServeConstants: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "constants")

    @Option var database: String
    @Option var client: String

    func run() async throws {
        let page = try await constants()
        let router = Router()
        router.get("/page") { _, _ in
            try page.pages.respond("find", title: page.title, page.view, to: page.visit)
        }
        router.get("/bare") { _, _ in "ok" }
        try await listen(router.buildResponder())
    }

    /// The page of a client who looks for nothing in particular.
    private func constants() async throws -> ConstantPage {
        let database = try await Installation.openCurrent(database: database)
        let pages = try Pages(frame: Navigation.view)
        guard let person = PersonID(client),
            let site = try await PoolsSites(database: database, time: SystemTime()).site(host: "localhost")
        else { throw ValidationError("no such client") }
        let viewer = Viewer(
            pool: site.id, person: person, name: "Ada Client", signIn: ID(stored: client),
            roles: [HeldRole(role: .client)])
        let visit = Visit(
            site: site, viewer: viewer, language: .english, now: SystemTime().now, requestID: "", network: "",
            isSecure: false, path: "/find", formToken: String(repeating: "a", count: 43))
        let call = Call(who: try AsClient(visit), visit: visit, pages: pages, parameters: Parameters())
        let desk = MatchingDesk(database: database, time: SystemTime(), ids: SystemIDs())
        try await desk.search(.init(), withOwnTeam: true, by: viewer)
        let found = try await desk.found(for: viewer)
        return ConstantPage(
            pages: pages, visit: visit, title: call.text("matching.find.title"),
            view: DirectoryPages.view(call, found))
    }
}

/// Values that nobody changes after the start.
private struct ConstantPage: @unchecked Sendable {
    let pages: Pages
    let visit: Visit
    let title: String
    let view: View
}

/// Standard output goes to a pipe here, which the library keeps in large pieces.
func flush() {
    fflush(nil)
}
