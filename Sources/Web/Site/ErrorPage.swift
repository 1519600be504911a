// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Hummingbird
import Kernel
import Logging

/// Turns whatever was thrown into a page in plain words. Nothing of the error itself reaches the visitor or the log but its code.
enum ErrorPage {
    static func response(to error: any Error, _ visit: Visit, _ pages: Pages, _ logger: Logger) throws -> Response {
        let (refusal, messageKey) = classify(error, logger)
        if refusal == .signInNeeded {
            return Response(status: .seeOther, headers: [.location: visit.base + "/sign-in"])
        }
        var view: View = ["message": pages.catalogue.text(messageKey, visit.language), "request_id": visit.requestID]
        view["is_fault"] = refusal == .fault || refusal == .unavailable
        var response = try pages.respond(
            "error", title: pages.catalogue.text("refusal.\(refusal.rawValue).title", visit.language),
            status: refusal.status,
            view, to: visit)
        if refusal == .unavailable || refusal == .tooMany { response.headers[.retryAfter] = "30" }
        return response
    }

    private static func classify(_ error: any Error, _ logger: Logger) -> (Refusal, String) {
        if let refusal = error as? Refusal { return (refusal, "refusal.\(refusal.rawValue)") }
        if let error = error as? any DomainError {
            let refusal: Refusal =
                switch error.kind {
                case .notFound: .notFound
                case .forbidden: .forbidden
                case .conflict, .invalid: .conflict
                case .unavailable: .unavailable
                }
            return (refusal, error.kind == .notFound ? "refusal.not-found" : "error.\(error.code)")
        }
        if let error = error as? any HTTPResponseError {
            let refusal: Refusal =
                switch error.status {
                case .notFound, .methodNotAllowed: .notFound
                case .contentTooLarge: .tooLarge
                case .badRequest: .unreadable
                default: .fault
                }
            return (refusal, "refusal.\(refusal.rawValue)")
        }
        let code = code(of: error)
        logger.error("fault", metadata: ["code": "\(code)"])
        return code.hasPrefix("database.unavailable") || code == "database.retryable"
            ? (.unavailable, "refusal.unavailable") : (.fault, "refusal.fault")
    }

    /// The name of an error without any value in it, unless it tells its code itself.
    private static func code(of error: any Error) -> String {
        (error as? any CodedError)?.logCode ?? "\(type(of: error))"
    }
}
