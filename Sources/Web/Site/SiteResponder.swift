// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
package import Hummingbird
package import Kernel
import Logging

/// What happens to every request: language and pool are found, the person behind the cookie, the route, and at the end whatever
/// was thrown becomes a page in plain words.
package struct SiteResponder: HTTPResponder {
    package typealias Context = SiteContext

    /// What an installation decides about its front door.
    package struct Options: Sendable {
        /// Believe `X-Forwarded-For` and `X-Forwarded-Proto` of the connection's other end.
        package var trustsProxy: Bool
        /// Whether this listener speaks TLS itself.
        package var hasTLS: Bool

        package init(trustsProxy: Bool = false, hasTLS: Bool = false) {
            self.trustsProxy = trustsProxy
            self.hasTLS = hasTLS
        }
    }

    private let routes: any HTTPResponder<SiteContext>
    private let pages: Pages
    private let sites: any SiteReader
    private let signIns: any SignInReader
    private let tokens: FormToken
    private let time: any TimeSource
    private let options: Options
    private let limits: RateLimits
    private let metrics: RequestMetrics
    private let gate: RoomGate?
    private let room: RoomHost?

    /// - Parameters:
    ///   - gate: what stands before the room's API; without it there is none.
    ///   - bundle: the room's files, where this program serves them.
    ///   - logKey: the public key of the log, told by `config.json`.
    package init(
        routes: Routes, pages: Pages, sites: any SiteReader, signIns: any SignInReader, tokens: FormToken,
        time: any TimeSource,
        limits: RateLimits = RateLimits(), metrics: RequestMetrics = RequestMetrics(), options: Options = Options(),
        gate: RoomGate? = nil, bundle: RoomBundle? = nil, logKey: [UInt8] = []
    ) {
        self.gate = gate
        room = gate.flatMap { gate in bundle.map { RoomHost(bundle: $0, place: gate.place, logKey: logKey) } }
        self.routes = routes.responder()
        self.pages = pages
        self.sites = sites
        self.signIns = signIns
        self.tokens = tokens
        self.time = time
        self.limits = limits
        self.metrics = metrics
        self.options = options
    }

    package func respond(to request: Request, context: SiteContext) async throws -> Response {
        let started = ContinuousClock.now
        let door = FrontDoor(request, context, options)
        if let room, let site = try? await sites.site(room: door.host) {  // away: then the pool's page says so
            let response = try room.respond(to: request, door, site)
            metrics.record(route: "room", status: response.status.code, took: started.duration(to: .now))
            return response
        }
        var response: Response
        if door.isRoomAPI {
            response = try await answerRoom(request, context, door)
        } else if let file = pages.files.respond(to: request.uri.path) {
            response = file
        } else {
            response = try await answer(request, context, door)
        }
        SecurityHeaders.add(to: &response.headers, isSecure: door.isSecure)
        metrics.record(route: context.endpointPath, status: response.status.code, took: started.duration(to: .now))
        context.logger.info(
            "request",
            metadata: [
                "method": "\(request.method.rawValue)", "route": "\(context.endpointPath ?? "-")",
                "status": "\(response.status.code)",
            ])
        return response
    }

    private func answer(_ request: Request, _ context: SiteContext, _ door: FrontDoor) async throws -> Response {
        var visit = Visit(
            site: PoolSite(id: PoolID(stored: ""), shortName: "", name: "Confidant"), viewer: nil,
            language: door.language,
            now: time.now, requestID: context.id, network: door.network, isSecure: door.isSecure, path: door.path,
            formToken: "")
        do {
            guard let site = try await sites.site(host: door.host) else { throw Refusal.noSuchPool }
            var viewer: Viewer?
            if let token = SignInCookie.read(request, isSecure: door.isSecure) {
                viewer = try await signIns.viewer(pool: site.id, token: token, now: visit.now)
            }
            visit = Visit(
                site: site, viewer: viewer, language: door.language, now: visit.now, requestID: context.id,
                network: door.network,
                isSecure: door.isSecure, path: door.path, formToken: tokens.token(pool: site.id, viewer: viewer),
                userAgent: request.headers[.userAgent] ?? "")
            let isHandOver = request.method == .post && isHandOver(request, door, site)
            if request.method == .post {
                if !isHandOver { try door.refuseForeignForms(request) }
                try await limits.take(network: door.network, person: viewer?.person, now: visit.now)
            }
            var context = context
            context.visit = visit
            context.isHandOver = isHandOver
            var head = request.head
            head.path = door.pathAndQuery
            let response = try await routes.respond(to: Request(head: head, body: request.body), context: context)
            // The router answers what it does not know by itself, without a page.
            if response.status.code >= 400, response.headers[.contentType]?.hasPrefix("text/html") != true {
                throw response.status == .notFound || response.status == .methodNotAllowed
                    ? Refusal.notFound : .unreadable
            }
            return response
        } catch {
            return try ErrorPage.response(to: error, visit, pages, context.logger)
        }
    }

    /// A form from the room of this pool to the one address that takes it.
    private func isHandOver(_ request: Request, _ door: FrontDoor, _ site: PoolSite) -> Bool {
        guard door.path == "/enter", let room = gate?.place.room(of: site) else { return false }
        return request.headers[.origin] == room
    }

    /// The API: no cookie is read, every answer is canonical JSON.
    private func answerRoom(_ request: Request, _ context: SiteContext, _ door: FrontDoor) async throws -> Response {
        let now = time.now
        var origin: String?
        var response: Response
        do {
            guard let gate, let site = try await sites.site(host: door.host) else { throw RoomRefusal.notFound }
            origin = gate.place.room(of: site)
            try await gate.check(request, from: origin, network: door.network, now: now)
            if request.method == .options {
                response = gate.preflight()
            } else {
                var context = context
                context.roomVisit = RoomVisit(
                    site: site, origin: origin ?? "", poolOrigin: gate.place.pool(of: site),
                    hostedBy: gate.place.hostedBy, now: now, requestID: context.id, network: door.network,
                    device: Device(userAgent: request.headers[.userAgent] ?? ""))
                response = try await routes.respond(to: request, context: context)
                if response.status.code >= 400, response.headers[.contentType] != "application/json" {
                    throw RoomRefusal.notFound
                }
            }
        } catch {
            response = try RoomErrors.response(to: error, requestID: context.id, context.logger)
        }
        gate?.allow(origin, in: &response.headers, now: now)
        return response
    }
}
