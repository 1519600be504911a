// SPDX-License-Identifier: EUPL-1.2

package import HTTPTypes
package import Hummingbird
import Kernel
import NIOCore
import Seal

/// One line of the route-by-role table.
package struct RouteEntry: Hashable, Sendable {
    package let method: String
    package let path: String
    /// `Audience.name` of whom it is for.
    package let audience: String
    /// Names of the fields that its form reads; none for a page or a button.
    package var fields: [String] = []
}

/// Where features put their routes. A route cannot be added without saying for whom it is, and nothing that changes something
/// can be added but with a form, whose token is checked before anything else.
package final class Routes {
    private let router: Router<SiteContext>
    private let pages: Pages
    private let gate: RoomGate?
    package private(set) var table: [RouteEntry] = []

    /// - Parameter gate: what stands before the API; without it there is none.
    package init(pages: Pages, gate: RoomGate? = nil) {
        self.pages = pages
        self.gate = gate
        router = Router(context: SiteContext.self, options: .autoGenerateHeadEndpoints)
    }

    /// A page: reads and changes nothing.
    package func get<Who: Audience>(
        _ path: String, for _: Who.Type, _ handler: @escaping @Sendable (Call<Who>) async throws -> Response
    ) {
        table.append(RouteEntry(method: "GET", path: path, audience: Who.name))
        router.get(RouterPath(path)) { [pages] request, context in
            try await handler(try Self.call(context, pages))
        }
    }

    /// An act: a form is read, checked and handed on. Where a field is wrong, whether the form or the command finds it, `again`
    /// shows the page once more with what was typed and what is wrong, as 422.
    package func post<Who: Audience, Content: Form>(
        _ path: String, for _: Who.Type, form _: Content.Type,
        again: @escaping @Sendable (Call<Who>, FilledForm) async throws -> Response,
        _ handler: @escaping @Sendable (Call<Who>, Content) async throws -> Response
    ) {
        var empty = FieldReader(FormFields())
        _ = Content(reading: &empty)
        table.append(RouteEntry(method: "POST", path: path, audience: Who.name, fields: empty.asked))
        router.post(RouterPath(path)) { [pages] request, context in
            let call: Call<Who> = try Self.call(context, pages)
            let fields = try await FormFields.read(request, limit: Content.bodyLimit)
            guard FormToken.matches(fields.first("form_token"), call.visit.formToken) else { throw Refusal.formExpired }
            var reader = FieldReader(fields)
            let content = Content(reading: &reader)
            let errors: [FieldError]
            if reader.errors.isEmpty {
                do {
                    return try await handler(call, content)
                } catch let error as any DomainError {
                    guard case .invalid(let found) = error.kind else { throw error }
                    errors = found
                }
            } else {
                errors = reader.errors
            }
            var response = try await again(call, FilledForm(fields: fields, errors: errors))
            response.status = .unprocessableContent
            return response
        }
    }

    /// A form that is one button: nothing in it can be wrong.
    package func post<Who: Audience>(
        _ path: String, for _: Who.Type, _ handler: @escaping @Sendable (Call<Who>) async throws -> Response
    ) {
        post(path, for: Who.self, form: EmptyForm.self, again: { _, _ in throw Refusal.unreadable }) { call, _ in
            try await handler(call)
        }
    }

    /// A request of the room's API.
    ///
    /// - Parameters:
    ///   - limit: most bytes of its body.
    ///   - keepsOpen: whether asking it counts as use of the room; what a page asks by itself does not.
    package func room<Who: RoomAudience>(
        _ method: HTTPRequest.Method, _ path: String, for _: Who.Type, limit: Int = 262_144, keepsOpen: Bool = true,
        _ handler: @escaping @Sendable (RoomCall<Who>) async throws -> RoomAnswer
    ) {
        let path = RoomGate.path + path
        table.append(RouteEntry(method: method.rawValue, path: path, audience: Who.name))
        router.on(RouterPath(path), method: method) { [gate] request, context in
            guard let gate, let visit = context.roomVisit else { throw Refusal.notFound }
            let body = try await Self.bytes(of: request, upTo: limit)
            let found = try await gate.signIn(request, body, visit)
            let who = try Who(found?.0)
            let content = try Self.content(of: request, body, limit)
            if keepsOpen, let signIn = found?.0 { try await gate.used(signIn, now: visit.now) }
            let call = RoomCall(
                who: who, visit: visit, body: content, nonce: found?.1 ?? RoomNonce(nonce: "", request: ""),
                parameters: context.parameters, query: request.uri.queryParameters)
            return try await handler(call).response()
        }
    }

    /// A form that the room sends as its hand-over (`docs/room-api.md`, 12): no token of a page can be in it; where it comes from
    /// is checked before any route is chosen.
    package func handOver<Content: Form>(
        _ path: String, form _: Content.Type,
        _ handler: @escaping @Sendable (Call<Anyone>, Content) async throws -> Response
    ) {
        table.append(RouteEntry(method: "POST", path: path, audience: "from-the-room"))
        router.post(RouterPath(path)) { [pages] request, context in
            let call: Call<Anyone> = try Self.call(context, pages)
            guard context.isHandOver else { throw Refusal.formExpired }
            var reader = FieldReader(try await FormFields.read(request, limit: Content.bodyLimit))
            return try await handler(call, Content(reading: &reader))
        }
    }

    package func responder() -> any HTTPResponder<SiteContext> {
        router.buildResponder()
    }

    private static func bytes(of request: Request, upTo limit: Int) async throws -> [UInt8] {
        do {
            return try await [UInt8](buffer: request.body.collect(upTo: limit))
        } catch is NIOTooManyBytesError {
            throw RoomRefusal.tooLarge
        }
    }

    private static func content(of request: Request, _ body: [UInt8], _ limit: Int) throws(RoomRefusal)
        -> CanonicalValue
    {
        guard request.method != .get, request.method != .head else { return .done }
        guard request.headers[.contentType]?.hasPrefix("application/json") == true else { throw .unreadable }
        do { return try CanonicalParser.object(body, limit: limit) } catch { throw .unreadable }
    }

    private static func call<Who: Audience>(_ context: SiteContext, _ pages: Pages) throws -> Call<Who> {
        guard let visit = context.visit else { throw Refusal.fault }
        return Call(who: try Who(visit), visit: visit, pages: pages, parameters: context.parameters)
    }
}
